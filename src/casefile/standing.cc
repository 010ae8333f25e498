#include "casefile/standing.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "casefile/matters.h"

namespace sumario::casefile {
namespace {

// The words most often used for what the matter is about: of the charge where there is one, else of any role that says.
std::string label_of(const Matter& matter) {
  std::map<std::string, std::pair<bool, int>> uses;  // stands in a charge; how often
  for (const ToldStep& step : matter.steps)
    for (const KeptClaim* kept : step.told)
      for (const char* role : {"charge", "conduct"}) {
        auto fillers = kept->claim.roles.find(role);
        if (fillers == kept->claim.roles.end()) continue;
        for (const Filler& filler : fillers->second) {
          auto& use = uses[filler.text];
          use.first |= std::string_view(role) == "charge";
          ++use.second;
        }
      }
  auto rank = [](const auto& use) {
    return std::tuple(use.second.first, use.second.second, -static_cast<int>(use.first.size()));
  };
  auto best =
      std::max_element(uses.begin(), uses.end(), [&](const auto& a, const auto& b) { return rank(a) < rank(b); });
  return best == uses.end() ? "" : best->first;
}

Step shown(const ToldStep& step) {
  Step out{std::string(step.type()), {step.from, step.to}, {}};
  for (const KeptClaim* kept : step.told) out.claims.push_back(kept->id);
  return out;
}

// A case that parts later is one until then.
bool same_so_far(const Standing& a, const Standing& b) {
  return std::equal(a.steps.begin(), a.steps.end(), b.steps.begin(), b.steps.end(),
                    [](const Step& x, const Step& y) { return x.claims == y.claims; });
}

struct Row {
  Standing standing;
  bool ended = false;
};

auto order_of(const Row& row) {
  int group = row.standing.status == "none" ? 2 : row.ended ? 1 : 0;
  int since = row.standing.since ? -static_cast<int>(row.standing.since->time_since_epoch().count()) : 1 << 30;
  return std::tuple(group, since, row.standing.forum, row.standing.matter);
}

}  // namespace

std::vector<Standing> standings_of(std::string_view person, std::span<const KeptClaim> claims, Day as_of) {
  std::map<std::string, std::vector<Telling>> forums;
  for (Telling& telling : tellings_of(person, claims)) forums[telling.forum].push_back(std::move(telling));
  std::vector<Row> rows;
  for (const auto& [forum, tellings] : forums) {
    size_t first = rows.size();
    for (const Matter& matter : part_matters(join_steps(tellings))) {
      Position position = position_of(matter, as_of);
      Row row{{forum, label_of(matter), std::string(position.status), position.since, {}}, position.ended};
      for (const ToldStep& step : matter.steps)
        if (!step.day || *step.day <= as_of) row.standing.steps.push_back(shown(step));
      bool shown_already = std::any_of(rows.begin() + static_cast<std::ptrdiff_t>(first), rows.end(),
                                       [&](const Row& other) { return same_so_far(row.standing, other.standing); });
      if (!row.standing.steps.empty() && !shown_already) rows.push_back(std::move(row));
    }
  }
  std::stable_sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) { return order_of(a) < order_of(b); });
  std::vector<Standing> standings;
  for (Row& row : rows) standings.push_back(std::move(row.standing));
  return standings;
}

}  // namespace sumario::casefile
