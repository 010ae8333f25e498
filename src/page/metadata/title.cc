#include "page/metadata/title.h"

#include <algorithm>
#include <map>
#include <set>

#include "page/metadata/element_text.h"
#include "page/metadata/title_parts.h"
#include "page/metadata/tokens.h"
#include "page/text/words.h"

namespace sumario::page {
namespace {

constexpr std::string_view kJoints[] = {" | ", " - ", " – ",  " — ", " • ", " · ",
                                        " » ", " « ", " :: ", " › ", " ∙ ", " / "};
constexpr size_t kLongestTitle = 400;
constexpr size_t kMostHeadings = 8;

int weight_of(Source source) {
  switch (source) {
    case Source::kHeading:
      return 5;
    case Source::kJsonLd:
    case Source::kOpenGraph:
      return 4;
    case Source::kMicrodata:
    case Source::kAnalytics:
      return 3;
    default:
      return 2;
  }
}

// A title without the parts at its ends that name the outlet.
std::string without_outlet(std::string_view title, const OutletNames& outlet) {
  auto parts = title_parts(title);
  size_t first = 0, last = parts.size();
  while (last - first > 1 && outlet.names_outlet(parts[last - 1])) --last;
  while (last - first > 1 && outlet.names_outlet(parts[first])) ++first;
  const char* begin = parts[first].data();
  const char* end = parts[last - 1].data() + parts[last - 1].size();
  std::string kept(begin, static_cast<size_t>(end - begin));
  size_t colon = kept.rfind(": ");
  if (colon != std::string::npos && outlet.names_outlet(kept.substr(colon + 2))) kept.resize(colon);
  return kept;
}

// A heading that is a link to the outlet's first page is the outlet's name.
bool links_home(const HtmlTree& tree, size_t heading) {
  auto leads_home = [&](const HtmlNode& node) {
    if (node.tag != Tag::kA) return false;
    std::string_view href = tree.attribute(node, "href").value_or("");
    if (tree.attribute(node, "rel") == "home" || href == "/") return true;
    size_t host = href.find("://");
    if (host == std::string_view::npos) return false;
    size_t path = href.find('/', host + 3);
    return path == std::string_view::npos || path + 1 == href.size();
  };
  for (size_t at = heading; at < tree[heading].end; ++at) {
    if (leads_home(tree[at])) return true;
  }
  const HtmlNode& parent = tree[tree[heading].parent];
  return leads_home(parent) || leads_home(tree[parent.parent]);
}

bool is_part_of(std::string_view line, std::string_view title) {
  std::string key = comparison_key(line);
  return std::ranges::any_of(title_parts(title), [&](std::string_view part) { return comparison_key(part) == key; });
}

std::set<std::string> words_of_title(std::string_view title) {
  std::set<std::string> words;
  for (Word& word : words_in(title, {0, static_cast<uint32_t>(title.size())})) words.insert(std::move(word.folded));
  return words;
}

// The share of `some` that stands in `all`.
double shared(const std::set<std::string>& some, const std::set<std::string>& all) {
  if (some.empty()) return 0;
  auto found = std::ranges::count_if(some, [&](const std::string& word) { return all.contains(word); });
  return static_cast<double>(found) / static_cast<double>(some.size());
}

}  // namespace

std::vector<std::string_view> title_parts(std::string_view title) {
  std::vector<std::string_view> parts;
  auto take = [&](std::string_view part) {
    while (part.starts_with(' ')) part.remove_prefix(1);
    while (part.ends_with(' ')) part.remove_suffix(1);
    if (!part.empty()) parts.push_back(part);
  };
  size_t from = 0;
  for (size_t at = 0; at < title.size(); ++at) {
    if (title[at] != ' ') continue;
    for (std::string_view joint : kJoints) {
      if (!title.substr(at).starts_with(joint)) continue;
      take(title.substr(from, at - from));
      from = at + joint.size();
      at = from - 1;
      break;
    }
  }
  take(title.substr(std::min(from, title.size())));
  if (parts.empty()) parts.push_back(title);
  return parts;
}

std::vector<Candidate> title_candidates(const HtmlTree& tree, const PageFacts& facts, const MainArticle& article,
                                        const OutletNames& outlet) {
  std::vector<Candidate> found;
  auto add = [&](std::string_view value, Source source) {
    std::string line = plain_line(value.substr(0, 4 * kLongestTitle));
    if (line.empty() || line.size() > kLongestTitle || outlet.names_outlet(line)) return;
    found.push_back({without_outlet(line, outlet), source});
  };
  if (article.item) {
    for (std::string_view name : {"headline", "name"}) {
      auto value = facts.data.text(*article.item, name);
      if (!value) continue;
      add(*value, article.item->source);
      break;
    }
  }
  for (const Candidate& tag : facts.tagged(TagField::kTitle)) add(tag.value, tag.source);
  if (facts.title) add(*facts.title, Source::kTitleTag);
  const size_t of_head = found.size();
  size_t looked_at = 0;
  for (size_t heading : facts.headings) {
    if (links_home(tree, heading)) continue;
    add(element_text(tree, heading), Source::kHeading);
    if (++looked_at == kMostHeadings) break;
  }
  if (found.size() > of_head) return found;
  for (size_t heading : facts.subheads) {
    std::string line = element_text(tree, heading);
    if (++looked_at > 4 * kMostHeadings) break;
    if (!facts.title || tokens_of(line).size() < 3 || !is_part_of(line, *facts.title)) continue;
    add(line, Source::kHeading);
    break;
  }
  return found;
}

namespace {

// A heading that stands under a department's name ("Opinion What the vote means") gives way to the title without it.
std::string_view without_kicker(std::string_view heading, const std::vector<Candidate>& candidates) {
  for (const Candidate& candidate : candidates) {
    std::string_view title = candidate.value;
    if (title.size() * 2 < heading.size() || title.size() >= heading.size() || !heading.ends_with(title)) continue;
    std::string_view kicker = heading.substr(0, heading.size() - title.size());
    if (kicker.ends_with(' ') && title.find(' ') != std::string_view::npos) return title;
  }
  return heading;
}

// What a heading counts: most where it says what the head of the page says, much where it is the only one.
int weight_of_heading(std::string_view heading, const std::set<std::string>& head, bool only) {
  constexpr size_t kWords = 5;
  auto words = words_of_title(heading);
  double in_head = shared(words, head);
  if (in_head >= 0.5) return 20;
  if (head.empty() || in_head >= 0.2 || (only && words.size() >= kWords)) return 15;
  return 1;
}

}  // namespace

std::optional<Candidate> best_title(const std::vector<Candidate>& candidates) {
  std::set<std::string> head;  // the words of all that is no heading
  for (const Candidate& candidate : candidates) {
    if (candidate.source != Source::kHeading) head.merge(words_of_title(candidate.value));
  }
  const bool only = std::ranges::count(candidates, Source::kHeading, &Candidate::source) == 1;
  std::map<std::string, int> scores;
  std::set<std::pair<std::string, Source>> counted;
  for (const Candidate& candidate : candidates) {
    std::string key = comparison_key(candidate.value);
    if (!counted.emplace(key, candidate.source).second) continue;
    bool heading = candidate.source == Source::kHeading;
    scores[key] += heading ? weight_of_heading(candidate.value, head, only) : weight_of(candidate.source);
  }
  const Candidate* best = nullptr;
  int best_score = 0;
  for (const Candidate& candidate : candidates) {
    int score = scores[comparison_key(candidate.value)];
    bool as_seen = best && candidate.source == Source::kHeading && score == best_score &&
                   comparison_key(best->value) == comparison_key(candidate.value);
    if (score > best_score || as_seen) {
      best = &candidate;
      best_score = score;
    }
  }
  if (!best) return std::nullopt;
  if (best->source != Source::kHeading) return *best;
  return Candidate{std::string(without_kicker(best->value, candidates)), best->source};
}

}  // namespace sumario::page
