#include "casefile/matters.h"

#include <algorithm>
#include <tuple>

namespace sumario::casefile {
namespace {

// A case while its steps are read in order of days.
struct Draft {
  Matter matter;
  bool civil = false;  // opened by a suit between parties
  std::optional<Day> end;
  bool ended = false;
  std::string_view ended_by;

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

// After an end: told again, or what can follow an end within the same case.
bool may_follow_end(const ToldStep& step, const Draft& draft) {
  if (!surely_after(step, draft.end)) return true;
  if (step.meaning->status.empty()) return true;
  return draft.ended_by == "overturn" && !begins_a_matter(step);
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

bool shares_document(const ToldStep& step, const Draft& draft) {
  return std::any_of(draft.matter.steps.begin(), draft.matter.steps.end(), [&](const ToldStep& other) {
    return std::any_of(other.documents.begin(), other.documents.end(),
                       [&](const std::string& document) { return step.documents.contains(document); });
  });
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
  draft.end = end.day;
  draft.ended_by = end.type();
}

// All open cases that the end may answer; only those whose words agree where some do.
std::vector<Draft*> answered_by(const ToldStep& end, std::vector<Draft>& drafts) {
  const std::set<std::string>& words = end.words.empty() ? end.document_words : end.words;
  std::vector<Draft*> answered, agreeing;
  for (Draft& draft : drafts) {
    if (!may_answer(end, draft)) continue;
    answered.push_back(&draft);
    if (words_agree(words, draft.matter.words)) agreeing.push_back(&draft);
  }
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
  if (home.ended && surely_after(appeal, home.end)) home.ended = false;
  add_step(home, appeal);
}

void place_step(std::vector<Draft>& drafts, const ToldStep& step) {
  Draft* draft = best_home(step, drafts, [&](const Draft& d) { return may_join(step, d); });
  Draft& home = draft ? *draft : open_matter(drafts, step);
  if (home.ended && surely_after(step, home.end) && !step.meaning->status.empty()) home.ended = false;
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
