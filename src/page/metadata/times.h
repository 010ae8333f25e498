// When a page was published and last changed.
#pragma once

#include <optional>
#include <vector>

#include "page/metadata/main_article.h"

namespace sumario::page {

// Values that day_in_metadata reads, as written, each with its source; in the order in which they are believed.
struct TimeCandidates {
  std::vector<Candidate> published, updated;
};

TimeCandidates time_candidates(const HtmlTree& tree, const PageFacts& facts, const MainArticle& article);

// The day that most and best sources give; of its values the first that has a time of day, else the first.
std::optional<Candidate> best_time(const std::vector<Candidate>& candidates);

}  // namespace sumario::page
