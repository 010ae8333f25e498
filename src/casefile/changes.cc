#include "casefile/changes.h"

#include <algorithm>
#include <set>

namespace sumario::casefile {
namespace {

constexpr const char* kNone = "none";

std::set<std::string> claims_of(const Standing& standing) {
  std::set<std::string> claims;
  for (const Step& step : standing.steps) claims.insert(step.claims.begin(), step.claims.end());
  return claims;
}
std::set<std::string> claims_of(const Tenure& tenure) { return {tenure.claims.begin(), tenure.claims.end()}; }

bool share_one(const std::set<std::string>& a, const std::set<std::string>& b) {
  return std::any_of(a.begin(), a.end(), [&](const std::string& one) { return b.contains(one); });
}

std::vector<std::string> missing_from(const std::set<std::string>& all, const std::set<std::string>& known) {
  std::vector<std::string> rest;
  std::set_difference(all.begin(), all.end(), known.begin(), known.end(), std::back_inserter(rest));
  return rest.empty() ? std::vector<std::string>(all.begin(), all.end()) : rest;
}

// The matter of `among` that is the same as `standing`.
const Standing* same_matter(const Standing& standing, const std::vector<Standing>& among) {
  std::set<std::string> claims = claims_of(standing);
  auto found = std::find_if(among.begin(), among.end(), [&](const Standing& other) {
    return other.forum == standing.forum && share_one(claims, claims_of(other));
  });
  return found == among.end() ? nullptr : &*found;
}

std::vector<StandingChange> standing_changes(const Dossier& before, const Dossier& after) {
  std::vector<StandingChange> changes;
  for (const Standing& now : after.standing) {
    const Standing* once = same_matter(now, before.standing);
    if (now.status == (once ? once->status : kNone)) continue;
    std::set<std::string> known = once ? claims_of(*once) : std::set<std::string>();
    changes.push_back({now.forum, now.matter, once ? once->status : kNone, now.status, now.since,
                       missing_from(claims_of(now), known)});
  }
  for (const Standing& once : before.standing) {
    if (once.status == kNone || same_matter(once, after.standing)) continue;
    changes.push_back({once.forum, once.matter, once.status, kNone, std::nullopt, missing_from(claims_of(once), {})});
  }
  return changes;
}

bool holds_on(const Tenure& tenure, Day day) {
  return (!tenure.days.from || *tenure.days.from <= day) && (!tenure.days.to || *tenure.days.to >= day);
}

const Tenure* same_post(const Tenure& tenure, const std::vector<Tenure>& among) {
  std::set<std::string> claims = claims_of(tenure);
  auto found = std::find_if(among.begin(), among.end(), [&](const Tenure& other) {
    return share_one(claims, claims_of(other)) || (other.office == tenure.office && other.body == tenure.body);
  });
  return found == among.end() ? nullptr : &*found;
}

std::vector<OfficeChange> office_changes(const Dossier& before, const Dossier& after) {
  std::vector<OfficeChange> changes;
  auto change = [&](OfficeTurn turn, const Tenure& tenure, std::optional<Day> day) {
    changes.push_back({turn, tenure.office, tenure.body, day, tenure.claims});
  };
  for (const Tenure& now : after.offices) {
    if (now.days.from && *now.days.from > before.as_of && *now.days.from <= after.as_of)
      change(OfficeTurn::kTaken, now, now.days.from);
    if (now.days.to && *now.days.to >= before.as_of && *now.days.to < after.as_of)
      change(OfficeTurn::kLeft, now, now.days.to);
  }
  for (const Tenure& once : before.offices) {
    if (holds_on(once, before.as_of) && !same_post(once, after.offices))
      change(OfficeTurn::kUntold, once, once.days.to);
  }
  return changes;
}

}  // namespace

PersonChanges changes_between(const Dossier& before, const Dossier& after) {
  const Dossier& named = after.name.empty() ? before : after;
  PersonChanges changes{
      named.person_id, named.name, standing_changes(before, after), office_changes(before, after), {}};
  auto keep = [&](const std::vector<std::string>& claims) {
    for (const std::string& id : claims)
      for (const Dossier* dossier : {&after, &before})
        if (auto kept = dossier->claims.find(id); kept != dossier->claims.end()) changes.claims.insert(*kept);
  };
  for (const StandingChange& change : changes.standing) keep(change.claims);
  for (const OfficeChange& change : changes.offices) keep(change.claims);
  return changes;
}

}  // namespace sumario::casefile
