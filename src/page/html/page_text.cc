#include "page/html/page_text.h"

#include "page/text/decode.h"

namespace sumario::page {
namespace {

void append(PageText& page, BlockRole role, std::string_view raw) {
  std::string clean = clean_text(raw);
  if (clean.empty()) return;
  if (!page.text.empty()) page.text += "\n\n";
  auto start = static_cast<uint32_t>(page.text.size());
  page.text += clean;
  page.blocks.push_back({role, {start, static_cast<uint32_t>(page.text.size())}});
}

}  // namespace

PageText page_text(const HtmlTree& tree, const PageHints& hints) {
  PageText page;
  if (hints.title) append(page, BlockRole::kTitle, *hints.title);
  for (size_t at = 0; at < tree.size(); ++at) {
    if (tree[at].tag != Tag::kP) continue;
    std::string text;
    for (size_t inner = at + 1; inner < tree[at].end; ++inner) {
      if (tree[inner].tag == Tag::kText) text += tree[inner].text;
    }
    append(page, BlockRole::kBody, text);
  }
  return page;
}

}  // namespace sumario::page
