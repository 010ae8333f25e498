// Which item of a page's structured data speaks of the page's own article.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "page/metadata/page_facts.h"

namespace sumario::page {

// The item and what it is; null where no item has a type that knowledge/page/schema_types.txt names. Several articles
// on a page (teasers, the parts of a live text) are told apart by the page's address and title.
struct MainArticle {
  const DataItem* item = nullptr;
  PageKind kind = PageKind::kPage;
};

MainArticle main_article(const PageFacts& facts, const MetadataWords& words);

// One line of plain text from a value in which templates left markup or character references.
std::string plain_line(std::string_view value);

// The same for two values that differ only in case, spaces, quotation marks and dashes.
std::string comparison_key(std::string_view value);

}  // namespace sumario::page
