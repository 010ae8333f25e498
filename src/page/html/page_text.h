// The article on a page: its text, in order and whole, as labelled blocks.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "page/html/tree.h"
#include "page/text/page_knowledge.h"
#include "record/article.h"

namespace sumario::page {

// What is known of the article before its text is looked for; views must outlive the call only.
struct PageHints {
  std::optional<std::string_view> title = std::nullopt;
  std::optional<std::string_view> body = std::nullopt;  // the article as the page's data tell it
};

struct PageText {
  std::string text;           // blocks divided by blank lines; clean (see clean_text)
  std::vector<Block> blocks;  // ascending, disjoint, covering all but the white space between them
};

// The article's title, standfirst, paragraphs, subheads, lists and quotes in the order of the page, with the captions,
// credits and prompts among them labelled as such; what lies outside the article (menus, other stories, comments) is
// left out. Of a kept element, all visible text is kept, and words of different elements never run together. Where a
// page shows little of an article that its data tell whole, the text is what they tell. Pure; linear; thread-safe.
PageText page_text(const HtmlTree& tree, const PageHints& hints, const PageKnowledge& knowledge);

}  // namespace sumario::page
