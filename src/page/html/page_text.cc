#include "page/html/page_text.h"

#include <algorithm>

#include "page/html/block_labels.h"
#include "page/html/page_blocks.h"
#include "page/html/page_structure.h"
#include "page/html/told_body.h"
#include "page/text/decode.h"

namespace sumario::page {
namespace {

void append(PageText& page, BlockRole role, std::string_view text) {
  if (text.empty()) return;
  if (!page.text.empty()) page.text += "\n\n";
  auto start = static_cast<uint32_t>(page.text.size());
  page.text += text;
  page.blocks.push_back({role, {start, static_cast<uint32_t>(page.text.size())}});
}

PageText text_of(const HtmlTree& tree, const PageHints& hints, const PageKnowledge& knowledge, Visibility visibility) {
  PageText article;
  if (hints.title) append(article, BlockRole::kTitle, clean_text(*hints.title));
  PageBlocks page = page_blocks(tree, knowledge, visibility);
  PageStructure structure(tree, page);
  Labels labels = label_blocks(tree, page, structure, hints, knowledge);
  if (hints.body) {
    ToldBody told(*hints.body);
    told.correct(page, labels);
    std::vector<std::string> paragraphs = told.instead_of(page, labels);
    for (const std::string& paragraph : paragraphs) append(article, BlockRole::kBody, paragraph);
    if (!paragraphs.empty()) return article;
  }
  for (size_t i = 0; i < labels.size(); ++i) {
    if (labels[i]) append(article, *labels[i], page.text_of(page.blocks[i]));
  }
  return article;
}

bool has_text(const PageText& article) {
  return std::ranges::any_of(article.blocks, [](const Block& block) { return block.role != BlockRole::kTitle; });
}

}  // namespace

PageText page_text(const HtmlTree& tree, const PageHints& hints, const PageKnowledge& knowledge) {
  PageText article = text_of(tree, hints, knowledge, {});
  // A page may hide its article until a script shows it.
  return has_text(article) ? article : text_of(tree, hints, knowledge, {.styles = false});
}

}  // namespace sumario::page
