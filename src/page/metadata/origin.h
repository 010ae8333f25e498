// The outlet from which a page took its article.
#pragma once

#include <optional>
#include <string_view>

#include "page/metadata/main_article.h"
#include "page/metadata/outlet.h"

namespace sumario::page {

// The original outlet, by name or host, of a page that republishes another's article: what the article's data name as
// its source, an address at another owner's host where the page gives that as its own or as its source, or the words
// of the page ("originally published by …", knowledge/page/syndication.txt). Empty where the page is the original.
std::optional<Candidate> origin_of(const HtmlTree& tree, const PageFacts& facts, const MainArticle& article,
                                   const OutletNames& outlet, std::optional<std::string_view> address,
                                   const MetadataWords& words);

}  // namespace sumario::page
