#include "casefile/forums.h"

#include <algorithm>
#include <map>

#include "casefile/jurisdictions.h"

namespace sumario::casefile {
namespace {

using Stages = std::set<Stage>;
using ForumStages = std::map<std::string, Stages>;  // which stages are told before each named forum

ForumStages forums_among(const std::vector<Telling>& tellings, std::string_view document) {
  ForumStages forums;
  for (const Telling& telling : tellings) {
    bool counts = !telling.forum.empty() && (document.empty() || telling.kept->document == document);
    if (counts && telling.stage() != Stage::kAccusation) forums[telling.forum].insert(telling.stage());
  }
  return forums;
}

bool has_court(const Stages& stages) {
  return stages.contains(Stage::kCourt) || stages.contains(Stage::kVerdict) || stages.contains(Stage::kEnd);
}

// A court's step belongs where a court has acted, an arrest where there is more than an inquiry.
bool fits(Stage stage, const Stages& there) {
  if (stage >= Stage::kCourt) return has_court(there);
  if (stage == Stage::kCustody) return has_court(there) || there.contains(Stage::kCustody);
  return false;
}

struct Choice {
  std::string forum;
  bool several = false;
};

Choice choose(Stage stage, const ForumStages& forums) {
  if (forums.size() == 1) return {forums.begin()->first};
  Choice choice{"", !forums.empty()};
  int fitting = 0;
  for (const auto& [name, stages] : forums) {
    if (!fits(stage, stages)) continue;
    choice.forum = name;
    ++fitting;
  }
  if (fitting == 0 && stage >= Stage::kCourt)  // no court is named at all: the case is where the person was taken
    for (const auto& [name, stages] : forums) {
      if (!stages.contains(Stage::kCustody)) continue;
      choice.forum = name;
      ++fitting;
    }
  if (fitting != 1) return {"", !forums.empty()};
  choice.several = false;
  return choice;
}

bool may_be_one_day(const Telling& a, const Telling& b) {
  bool a_after = a.from && b.latest && *a.from > *b.latest;
  bool b_after = b.from && a.latest && *b.from > *a.latest;
  return !a_after && !b_after;
}

// True where the step only tells again what a step of `other` already implies: an undated "was investigated" beside a
// charge told before. It must not open anything of its own.
bool tells_again(const Telling& telling, const Telling& other) {
  if (telling.dated) return telling.type() == other.type() && may_be_one_day(telling, other);
  return other.type() == telling.type() || presupposes(other.type(), telling.type());
}

bool begins_a_matter(const Telling& telling) {
  return telling.stage() < Stage::kCourt || telling.type() == "charge" || telling.type() == "sue";
}

bool surely_before(std::optional<Day> a, std::optional<Day> b) { return a && b && *a < *b; }

// A verdict or an end presupposes a beginning. Where its forum tells none, it answers the one before it that no words
// lay before any forum.
bool is_missed_before(const Telling& later, const Telling& telling, const std::vector<Telling>& all) {
  if (!presupposes(later.type(), telling.type()) || words_differ(telling.words, later.words)) return false;
  if (!telling.latest || !later.latest || *telling.latest > *later.latest) return false;
  std::optional<Day> last_end;  // in the same forum, before the telling
  for (const Telling& other : all)
    if (other.forum == later.forum && other.stage() == Stage::kEnd && surely_before(other.latest, telling.from))
      last_end = std::max(last_end, other.latest);
  return std::none_of(all.begin(), all.end(), [&](const Telling& other) {
    bool fills = other.forum == later.forum && other.type() == telling.type();
    return fills && !surely_before(later.latest, other.from) &&
           !(last_end && other.latest && *other.latest <= *last_end);
  });
}

// A step that begins a matter joins a matter told in other documents only when it says the same (the same words, or a
// step that this one only tells again), or when that matter lacks it.
bool may_join_across(const Telling& telling, const std::string& forum, const std::vector<Telling>& all) {
  if (!begins_a_matter(telling)) return true;
  return std::any_of(all.begin(), all.end(), [&](const Telling& other) {
    return other.forum == forum && (words_agree(telling.words, other.words) || tells_again(telling, other) ||
                                    is_missed_before(other, telling, all));
  });
}

// Where several forums fit, silence is right for what they show already, for what no more than accuses, and for a step
// within a case that one of them must have; an end of something, or a beginning nobody told yet, stands by itself.
bool better_left_out(const Telling& telling, const std::vector<Telling>& all) {
  if (telling.stage() == Stage::kAccusation) return true;
  if (telling.stage() == Stage::kEnd) return false;
  if (!begins_a_matter(telling)) {
    ForumStages whole = forums_among(all, "");
    return std::any_of(whole.begin(), whole.end(),
                       [&](const auto& forum) { return fits(telling.stage(), forum.second); });
  }
  return std::any_of(all.begin(), all.end(),
                     [&](const Telling& other) { return !other.forum.empty() && tells_again(telling, other); });
}

// A country and its parts become one forum where the country's own courts have acted, or a single part's: articles call
// a federal court in Miami "a US court" one day and "a Florida court" the next, and local police arrest for either.
void join_within_countries(std::vector<Telling>& tellings) {
  std::map<std::string, ForumStages> countries;
  for (const auto& [forum, stages] : forums_among(tellings, "")) countries[country_of(forum)][forum] = stages;
  for (const auto& [country, forums] : countries) {
    auto court = [](const auto& forum) { return has_court(forum.second); };
    auto courts = std::count_if(forums.begin(), forums.end(), court);
    auto own = forums.find(country);
    bool country_acted = own != forums.end() && has_court(own->second);
    if (forums.size() < 2 || !(country_acted || courts == 1)) continue;
    const std::string& only = country_acted ? country : std::find_if(forums.begin(), forums.end(), court)->first;
    for (Telling& telling : tellings)
      if (forums.contains(telling.forum)) telling.forum = only;
  }
}

}  // namespace

std::string forum_named_by(const Claim& claim) {
  for (const char* role : {"forum", "court", "authority", "place"}) {
    auto fillers = claim.roles.find(role);
    if (fillers == claim.roles.end()) continue;
    // Where a person was handed over or thrown out tells nothing of whose law it was.
    bool place = std::string_view(role) == "place";
    if (place && (claim.type == "extradite" || claim.type == "deport")) continue;
    for (const Filler& filler : fillers->second) {
      std::optional<Jurisdiction> named = jurisdiction_named_in(filler.text);
      if (named) return place ? named->country : named->name;
    }
  }
  return "";
}

void settle_forums(std::vector<Telling>& tellings) {
  join_within_countries(tellings);
  ForumStages whole = forums_among(tellings, "");
  std::vector<std::optional<std::string>> forums(tellings.size());  // absent: left out
  for (size_t i = 0; i < tellings.size(); ++i) {
    const Telling& telling = tellings[i];
    ForumStages near = forums_among(tellings, telling.kept->document);
    Choice choice = choose(telling.stage(), near.empty() ? whole : near);
    bool across = near.empty() && !choice.forum.empty() && !may_join_across(telling, choice.forum, tellings);
    if (!telling.forum.empty()) {
      forums[i] = telling.forum;
    } else if (!choice.several || !better_left_out(telling, tellings)) {
      forums[i] = across ? "" : choice.forum;
    }
  }
  std::vector<Telling> settled;
  for (size_t i = 0; i < tellings.size(); ++i) {
    if (!forums[i]) continue;
    tellings[i].forum = *forums[i];
    settled.push_back(std::move(tellings[i]));
  }
  tellings = std::move(settled);
}

}  // namespace sumario::casefile
