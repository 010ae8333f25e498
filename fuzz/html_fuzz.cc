// Any bytes as a page: the tree is whole, and of the article found in it blocks ascend, do not overlap and lie on code
// points of a text that is UTF-8.
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "page/html/page_text.h"
#include "page/html/tree.h"

namespace {

using namespace sumario;

void require(bool holds) {
  if (!holds) std::abort();
}

const page::PageKnowledge& knowledge() {
  static const page::PageKnowledge kLoaded = [] {
    auto loaded = page::PageKnowledge::load(SUMARIO_SOURCE_DIR "/knowledge");
    if (!loaded) {
      std::fprintf(stderr, "html_fuzz: %s\n", loaded.error().message.c_str());
      std::abort();
    }
    return std::move(*loaded);
  }();
  return kLoaded;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  std::string bytes = repair_utf8({reinterpret_cast<const char*>(data), size});
  auto tree = page::HtmlTree::parse(bytes, "input");
  if (!tree) return 0;
  for (size_t at = 0; at < tree->size(); ++at) {
    const page::HtmlNode& node = (*tree)[at];
    require(node.end > at && node.end <= tree->size() && (at == 0 || node.parent < at));
  }
  page::PageHints hints{"The mayor was charged"};
  hints.body = bytes;  // the page told by its own data, markup and all
  page::PageText text = page::page_text(*tree, hints, knowledge());
  uint32_t end = 0;
  require(!first_broken_utf8(text.text));
  for (const Block& block : text.blocks) {
    require(block.range.start >= end && block.range.end > block.range.start && block.range.end <= text.text.size());
    require(is_boundary(text.text, block.range.start) && is_boundary(text.text, block.range.end));
    end = block.range.end;
  }
  return 0;
}
