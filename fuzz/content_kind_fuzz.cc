// Any bytes: a kind with a name, the same for the same bytes; and the headers that archives and servers write.
#include <cstdlib>
#include <string>
#include <string_view>

#include "page/input/archive_head.h"
#include "page/input/content_kind.h"
#include "page/input/http_message.h"

namespace {

using namespace sumario;

void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  std::string_view bytes(reinterpret_cast<const char*>(data), size);
  page::ContentKind kind = page::content_kind(bytes);
  require(!page::words_for(kind).empty() && kind == page::content_kind(bytes));
  page::content_type_of(bytes);
  page::warc_head(bytes);
  page::arc_head(bytes);
  auto head = page::http_head(bytes);
  require(!head || head->size <= size);
  if (head) (void)page::http_body(bytes, *head, 1 << 12, "input");
  return 0;
}
