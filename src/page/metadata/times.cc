#include "page/metadata/times.h"

#include <algorithm>
#include <map>
#include <set>

#include "page/metadata/element_text.h"
#include "page/text/published.h"

namespace sumario::page {
namespace {

constexpr size_t kMostTimes = 3;  // <time> elements looked at
constexpr size_t kLongestTime = 80;

int weight_of(Source source) {
  switch (source) {
    case Source::kJsonLd:
      return 6;
    case Source::kOpenGraph:
      return 5;
    case Source::kMicrodata:
    case Source::kRdfa:
      return 4;
    case Source::kAnalytics:
    case Source::kDublinCore:
      return 3;
    default:
      return 2;
  }
}

void add(std::vector<Candidate>& to, std::string_view value, Source source) {
  std::string line = one_line(value);
  if (line.size() <= kLongestTime && day_in_metadata(line)) to.push_back({std::move(line), source});
}

}  // namespace

TimeCandidates time_candidates(const HtmlTree& tree, const PageFacts& facts, const MainArticle& article) {
  TimeCandidates found;
  if (article.item) {
    const DataItem& item = *article.item;
    for (std::string_view name : {"datePublished", "dateCreated", "uploadDate"}) {
      if (auto value = facts.data.text(item, name); value && found.published.empty())
        add(found.published, *value, item.source);
    }
    if (auto value = facts.data.text(item, "dateModified")) add(found.updated, *value, item.source);
  }
  for (const Candidate& tag : facts.tagged(TagField::kPublished)) add(found.published, tag.value, tag.source);
  for (const Candidate& tag : facts.tagged(TagField::kUpdated)) add(found.updated, tag.value, tag.source);
  for (size_t i = 0; i < std::min(facts.times.size(), kMostTimes); ++i) {
    const HtmlNode& time = tree[facts.times[i]];
    auto written = tree.attribute(time, "datetime");
    add(found.published, written ? *written : element_text(tree, facts.times[i]), Source::kTime);
  }
  return found;
}

std::optional<Candidate> best_time(const std::vector<Candidate>& candidates) {
  std::map<Day, int> scores;
  std::set<std::pair<Day, Source>> counted;
  for (const Candidate& candidate : candidates) {
    auto day = day_in_metadata(candidate.value);
    if (day && counted.emplace(*day, candidate.source).second) scores[*day] += weight_of(candidate.source);
  }
  const Candidate* best = nullptr;
  int best_score = 0;
  for (const Candidate& candidate : candidates) {
    auto day = day_in_metadata(candidate.value);
    int score = day ? scores[*day] : 0;
    bool timed = score == best_score && best && day == day_in_metadata(best->value) &&
                 best->value.find(':') == std::string::npos && candidate.value.find(':') != std::string::npos;
    if (score > best_score || timed) {
      best = &candidate;
      best_score = score;
    }
  }
  return best ? std::optional(*best) : std::nullopt;
}

}  // namespace sumario::page
