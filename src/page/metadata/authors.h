// Who wrote a page's article.
#pragma once

#include <string>
#include <vector>

#include "page/metadata/main_article.h"
#include "page/metadata/outlet.h"

namespace sumario::page {

// The authors that one source names.
struct AuthorList {
  std::vector<std::string> names;
  Source source = Source::kMetaTag;
};

// What the page's head and structured data say, one list a source, without the outlet itself unless a source names
// nobody else.
std::vector<AuthorList> author_lists(const PageFacts& facts, const MainArticle& article, const OutletNames& outlet,
                                     const MetadataWords& words);

// The best of those lists, or the byline on the page where they name no person.
AuthorList best_authors(const HtmlTree& tree, const std::vector<AuthorList>& lists, const OutletNames& outlet,
                        const MetadataWords& words);

}  // namespace sumario::page
