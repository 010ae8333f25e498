#include "casefile/matters.h"

#include <algorithm>
#include <tuple>

namespace sumario::casefile {
namespace {

// A case while its steps are read in order of days.
struct Draft {
  Matter matter;
  bool civil = false;           // opened by a suit between parties
  std::optional<ToldStep> end;  // the last that closed it
  bool ended = false;

  bool has(std::string_view type) const {
    return std::any_of(matter.steps.begin(), matter.steps.end(), [&](const ToldStep& s) { return s.type() == type; });
  }
  int weight() const {
    int weight = 0;
    for (const ToldStep& step : matter.steps) weight = std::max(weight, step.meaning->weight);
    return weight;
  }
};

bool surely_after(const ToldStep& step, std::optional<Day> day) { return step.from && day && *step.from > *day; }

bool is_hard_end(const ToldStep& step) {
  return step.meaning->stage == Stage::kEnd && step.type() != "release" && step.type() != "exonerate";
}

bool begins_a_matter(const ToldStep& step) { return step.meaning->stage <= Stage::kCustody || step.type() == "charge"; }

// Back to an earlier or the same stage, for other words, on another day: another case.
bool is_another_case(const ToldStep& step, const Draft& draft) {
  if (!begins_a_matter(step) || !words_differ(step.words, draft.matter.words)) return false;
  return std::any_of(draft.matter.steps.begin(), draft.matter.steps.end(), [&](const ToldStep& before) {
    return !before.words.empty() && before.meaning->weight >= step.meaning->weight && surely_after(step, before.day);
  });
}

bool after_its_end(const ToldStep& step, const Draft& draft) { return draft.end && surely_after(step, draft.end->day); }

// After an end: told again, or what can follow an end within the same case. A court that goes on about the same offence
// goes on with the case, whether or not anybody told of the appeal.
bool may_follow_end(const ToldStep& step, const Draft& draft) {
  if (!after_its_end(step, draft)) return true;
  if (step.meaning->status.empty()) return true;
  if (begins_a_matter(step)) return false;
  return draft.end->type() == "overturn" || words_agree(step.words, draft.matter.words);
}

bool may_join(const ToldStep& step, const Draft& draft) {
  if ((step.type() == "sue") != draft.civil) {
    bool of_any_court = step.meaning->stage == Stage::kCourt && !begins_a_matter(step) && step.type() != "plea";
    if (step.type() == "sue" || !of_any_court || draft.ended) return false;
  }
  return draft.ended ? may_follow_end(step, draft) : !is_another_case(step, draft);
}

// The better home of a step: where its words agree, then where its document's agree, then an open case of the same
// kind, then the latest.
auto affinity(const ToldStep& step, const Draft& draft) {
  return std::tuple(words_agree(step.words, draft.matter.words),
                    step.words.empty() && words_agree(step.document_words, draft.matter.words), !draft.civil,
                    !draft.ended);
}

template <typename Fits>
Draft* best_home(const ToldStep& step, std::vector<Draft>& drafts, Fits fits) {
  Draft* best = nullptr;
  for (Draft& draft : drafts)
    if (fits(draft) && (!best || affinity(step, draft) >= affinity(step, *best))) best = &draft;
  return best;
}

void add_step(Draft& draft, const ToldStep& step) {
  draft.matter.steps.push_back(step);
  draft.matter.words.insert(step.words.begin(), step.words.end());
}

Draft& open_matter(std::vector<Draft>& drafts, const ToldStep& step) {
  Draft& draft = drafts.emplace_back();
  draft.civil = step.type() == "sue" || step.type() == "settle";
  return draft;
}

bool shares_document(const ToldStep& a, const ToldStep& b) { return words_agree(a.documents, b.documents); }

bool shares_document(const ToldStep& step, const Draft& draft) {
  return std::any_of(draft.matter.steps.begin(), draft.matter.steps.end(),
                     [&](const ToldStep& other) { return shares_document(step, other); });
}

bool may_answer(const ToldStep& end, const Draft& draft) {
  if (draft.ended) return false;
  if (end.type() == "exonerate") return draft.weight() <= meaning_of("investigate").weight;
  if (draft.civil) return end.type() == "settle" || end.type() == "dismiss" || end.type() == "overturn";
  // A settlement ends a suit; charges only where one source tells both.
  if (end.type() == "settle") return draft.has("charge") && shares_document(end, draft);
  return true;
}

void close(Draft& draft, const ToldStep& end) {
  add_step(draft, end);
  if (!is_hard_end(end)) return;
  draft.ended = true;
  draft.end = end;
}

// Brought on the very day of the end: a charge in place of those that were dropped.
bool replaces_what_ends(const Draft& draft, const ToldStep& end) {
  const ToldStep& first = draft.matter.steps.front();
  return first.type() == "charge" && first.from && first.from == end.day;
}

// All open cases that the end may answer; only those whose words agree where some do.
std::vector<Draft*> answered_by(const ToldStep& end, std::vector<Draft>& drafts) {
  const std::set<std::string>& words = end.words.empty() ? end.document_words : end.words;
  std::vector<Draft*> answered, agreeing;
  for (Draft& draft : drafts) {
    if (may_answer(end, draft)) answered.push_back(&draft);
  }
  auto older = std::stable_partition(answered.begin(), answered.end(),
                                     [&](Draft* draft) { return !replaces_what_ends(*draft, end); });
  if (end.words.empty() && older != answered.begin()) answered.erase(older, answered.end());
  std::copy_if(answered.begin(), answered.end(), std::back_inserter(agreeing),
               [&](Draft* draft) { return words_agree(words, draft->matter.words); });
  if (!agreeing.empty()) answered = std::move(agreeing);
  std::vector<Draft*> convicted;
  for (Draft* draft : answered)
    if (draft->has("convict") || draft->has("sentence")) convicted.push_back(draft);
  return end.type() == "overturn" && !convicted.empty() ? convicted : answered;
}

void place_end(std::vector<Draft>& drafts, const ToldStep& end) {
  std::vector<Draft*> answered = answered_by(end, drafts);
  for (Draft* draft : answered) close(*draft, end);
  if (!answered.empty()) return;
  Draft* draft = best_home(end, drafts, [&](const Draft& d) {
    return end.type() == "exonerate" || (d.ended && (end.type() != "settle" || d.civil));
  });
  close(draft ? *draft : open_matter(drafts, end), end);
}

void place_release(std::vector<Draft>& drafts, const ToldStep& release) {
  Draft* draft = best_home(release, drafts, [](const Draft& d) { return !d.ended && d.has("arrest"); });
  if (!draft) draft = best_home(release, drafts, [](const Draft&) { return true; });
  add_step(draft ? *draft : open_matter(drafts, release), release);
}

// An appeal goes to what it is against: a conviction or an end.
void place_appeal(std::vector<Draft>& drafts, const ToldStep& appeal) {
  Draft* draft =
      best_home(appeal, drafts, [](const Draft& d) { return d.ended || d.has("convict") || d.has("sentence"); });
  if (!draft) draft = best_home(appeal, drafts, [](const Draft&) { return true; });
  Draft& home = draft ? *draft : open_matter(drafts, appeal);
  if (after_its_end(appeal, home)) home.ended = false;
  add_step(home, appeal);
}

// One charge named both offences in one breath, the end answers to the other one, and a court goes on with this.
bool is_left_open(const ToldStep& step, const Draft& draft) {
  if (!draft.ended || begins_a_matter(step) || !words_differ(step.words, draft.end->words)) return false;
  bool told_with_end = step.type() == "trial" && shares_document(step, *draft.end);
  if (!told_with_end && !after_its_end(step, draft)) return false;
  return std::any_of(draft.matter.steps.begin(), draft.matter.steps.end(), [&](const ToldStep& before) {
    return std::any_of(before.told.begin(), before.told.end(), [&](const KeptClaim* kept) {
      std::set<std::string> words = words_of(kept->claim);
      return words_agree(words, step.words) && words_agree(words, draft.end->words);
    });
  });
}

// The part of a case that its end leaves open: all that led to the end, but for what is only about the other offence.
Draft part_left_open(const Draft& closed, const ToldStep& step) {
  Draft part;
  for (const ToldStep& before : closed.matter.steps)
    if (before.meaning->stage != Stage::kEnd && !words_differ(before.words, step.words)) add_step(part, before);
  for (const std::string& word : closed.end->words) part.matter.words.erase(word);
  return part;
}

void place_step(std::vector<Draft>& drafts, const ToldStep& step) {
  Draft* draft = best_home(step, drafts, [&](const Draft& d) { return may_join(step, d); });
  bool at_home = draft && !draft->ended && words_agree(step.words, draft->matter.words);
  Draft* parted = at_home ? nullptr : best_home(step, drafts, [&](const Draft& d) { return is_left_open(step, d); });
  if (parted) draft = &drafts.emplace_back(part_left_open(*parted, step));
  Draft& home = draft ? *draft : open_matter(drafts, step);
  if (after_its_end(step, home) && !step.meaning->status.empty()) home.ended = false;
  add_step(home, step);
}

}  // namespace

std::vector<Matter> part_matters(std::span<const ToldStep> steps) {
  std::vector<Draft> drafts;
  for (const ToldStep& step : steps) {
    if (step.type() == "release") {
      place_release(drafts, step);
    } else if (step.type() == "appeal") {
      place_appeal(drafts, step);
    } else if (step.meaning->stage == Stage::kEnd) {
      place_end(drafts, step);
    } else {
      place_step(drafts, step);
    }
  }
  std::vector<Matter> matters;
  for (Draft& draft : drafts) matters.push_back(std::move(draft.matter));
  return matters;
}

}  // namespace sumario::casefile
