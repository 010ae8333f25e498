// Any bytes as a page that speaks of itself: what is found is one line each, in UTF-8.
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "page/html/tree.h"
#include "page/metadata/page_metadata.h"

namespace {

using namespace sumario;

void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  std::string_view bytes(reinterpret_cast<const char*>(data), size);
  auto tree = page::HtmlTree::parse(repair_utf8(bytes), "input");
  if (!tree) return 0;
  page::PageMetadata said = page::page_metadata(*tree);
  for (const auto* field : {&said.title, &said.outlet, &said.url, &said.language, &said.published, &said.updated}) {
    require(!*field || !first_broken_utf8(**field));
  }
  for (const std::string& author : said.authors) require(!first_broken_utf8(author));
  return 0;
}
