// What a page says of itself: who wrote it, where, when; and what kind of page it is.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "page/html/tree.h"
#include "page/metadata/candidate.h"
#include "page/text/page_knowledge.h"
#include "record/article.h"

namespace sumario::page {

// One line each but the body, clean UTF-8, with the place on the page that was believed.
struct PageMetadata {
  std::optional<Candidate> title, outlet, language;
  std::optional<Candidate> url;                 // the address the page gives itself
  std::optional<Candidate> published, updated;  // a day or a moment with its zone, as written; day_in_metadata reads it
  std::optional<Candidate> original_outlet;     // from whom the outlet took the article
  std::optional<std::string> body;              // the article's text where the data tell it, as written
  std::vector<PageFlag> flags;                  // ascending
  std::vector<std::string> authors;
  std::optional<Source> authors_from;
};

// `address`: where the page was found, if known; it serves to tell the outlet's name from the rest. Pure; linear;
// thread-safe.
PageMetadata page_metadata(const HtmlTree& tree, std::optional<std::string_view> address,
                           const PageKnowledge& knowledge);

}  // namespace sumario::page
