// The title of a page's article.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "page/metadata/main_article.h"
#include "page/metadata/outlet.h"

namespace sumario::page {

// What the page calls its article, without the outlet's name, each with its source; in no order.
std::vector<Candidate> title_candidates(const HtmlTree& tree, const PageFacts& facts, const MainArticle& article,
                                        const OutletNames& outlet);

// The one that most and best sources agree on. A heading that shares its words with what the page's head says is worth
// most, since readers see it; one that shares none may be the outlet's name or a department's.
std::optional<Candidate> best_title(const std::vector<Candidate>& candidates);

}  // namespace sumario::page
