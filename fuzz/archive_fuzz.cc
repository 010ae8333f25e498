// Any bytes as a WARC or ARC archive: every record is a page with an address, or an Error that names its place, and
// the reading ends.
#include <cstdlib>
#include <string>
#include <string_view>

#include "page/input/record_cutter.h"

namespace {

using namespace sumario;

void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  std::string_view bytes(reinterpret_cast<const char*>(data), size);
  constexpr size_t kSmallLimit = 1 << 15;  // so that limits are met
  page::ByteWindow window(memory_bytes(bytes));
  window.hold(4096).value();
  auto pages = page::archive_pages(std::move(window), {"input", {}, kSmallLimit});
  uint64_t last = 0;
  while (auto record = pages->next()) {
    require(*record ? (*record)->bytes.size() <= kSmallLimit && (*record)->declared.url.has_value()
                    : record->error().message.starts_with("input:"));
    require(++last <= size + 1);
  }
  return 0;
}
