#include <algorithm>
#include <chrono>
#include <limits>
#include <tuple>

#include "casefile/matters.h"

namespace sumario::casefile {
namespace {

// A step being put together, the closest sources first.
struct Draft {
  ToldStep step;
  std::optional<Day> latest;
  bool dated = false;
};

int width_in_days(const Telling& telling) {
  if (!telling.dated || !telling.from || !telling.latest) return std::numeric_limits<int>::max();
  return static_cast<int>((*telling.latest - *telling.from).count());
}

bool may_coincide(const Draft& draft, const Telling& telling) {
  if (draft.step.from && telling.latest && *draft.step.from > *telling.latest) return false;
  return !(telling.from && draft.latest && *telling.from > *draft.latest);
}

// News of a new charge recalls how the last one ended: what is new happened in the week of the article and is told
// before the end, which has no day of its own.
bool recalls(const Telling& end, const Draft& newer) {
  constexpr std::chrono::days kNews{7};
  const KeptClaim& there = *end.kept;
  if (!there.published || *newer.step.from + kNews < *there.published) return false;
  return std::any_of(newer.step.told.begin(), newer.step.told.end(), [&](const KeptClaim* told) {
    return told->document == there.document && told->claim.evidence.range.start < there.claim.evidence.range.start;
  });
}

// An undated end is not taken for an old one once something new has begun between the old one and its telling: it may
// answer that, and nobody cleared may stay accused.
bool may_answer_something_newer(const Draft& end, const Telling& telling, const std::vector<Draft>& drafts) {
  if (telling.stage() != Stage::kEnd || telling.dated || words_agree(end.step.words, telling.words)) return false;
  return std::any_of(drafts.begin(), drafts.end(), [&](const Draft& other) {
    bool newer = other.step.meaning->stage != Stage::kEnd && other.step.from && end.latest;
    newer = newer && *other.step.from > *end.latest && (!telling.latest || *other.step.from <= *telling.latest);
    return newer && !recalls(telling, other);
  });
}

Draft* same_step(std::vector<Draft>& drafts, const Telling& telling) {
  Draft* found = nullptr;
  for (Draft& draft : drafts) {
    if (draft.step.meaning != telling.meaning || !may_coincide(draft, telling)) continue;
    if (may_answer_something_newer(draft, telling, drafts)) continue;
    bool closer =
        found && words_agree(draft.step.words, telling.words) && !words_agree(found->step.words, telling.words);
    if (!found || closer) found = &draft;
  }
  return found;
}

void add_telling(Draft& draft, const Telling& telling) {
  // One step has happened by the earliest of the days by which its sources know it.
  if (telling.latest && (!draft.latest || *telling.latest < *draft.latest)) draft.latest = telling.latest;
  draft.step.words.insert(telling.words.begin(), telling.words.end());
  draft.step.document_words.insert(telling.document_words.begin(), telling.document_words.end());
  draft.step.documents.insert(telling.kept->document);
  draft.step.told.push_back(telling.kept);
}

Draft begin_step(const Telling& telling) {
  Draft draft;
  draft.step.meaning = telling.meaning;
  draft.step.from = telling.from;
  draft.latest = telling.latest;
  draft.dated = telling.dated;
  if (telling.dated) draft.step.to = telling.kept->claim.time->days.to;
  return draft;
}

std::optional<Day> day_of_step(const Draft& draft, const std::vector<Draft>& drafts) {
  std::optional<Day> day = draft.latest;
  if (draft.dated) return day;
  for (const Draft& later : drafts) {
    if (!later.dated || !later.latest || !presupposes(later.step.type(), draft.step.type())) continue;
    if (words_differ(draft.step.words, later.step.words)) continue;
    bool after_its_start = !draft.step.from || *later.latest >= *draft.step.from;
    if (after_its_start && (!day || *later.latest < *day)) day = later.latest;
  }
  return day;
}

// An end that nothing dates answers whatever the record holds before this forum.
void date_undatable_ends(std::vector<ToldStep>& steps) {
  std::optional<Day> last;
  for (const ToldStep& step : steps)
    if (step.meaning->stage != Stage::kEnd) last = std::max(last, step.day);
  for (ToldStep& step : steps)
    if (step.meaning->stage == Stage::kEnd && !step.day) step.day = last;
}

auto in_order_of_telling(const KeptClaim* kept) { return std::tuple(kept->published, kept->document, kept->id); }

auto in_order_of_days(const ToldStep& step) {
  return std::tuple(step.day, step.meaning->order, step.from, step.told.front()->id);
}

}  // namespace

std::vector<ToldStep> join_steps(std::span<const Telling> tellings) {
  std::vector<const Telling*> closest_first;
  for (const Telling& telling : tellings) closest_first.push_back(&telling);
  std::stable_sort(closest_first.begin(), closest_first.end(), [](const Telling* a, const Telling* b) {
    auto key = [](const Telling& t) {
      return std::tuple(t.stage() == Stage::kEnd, width_in_days(t), t.from, t.latest);
    };
    return key(*a) < key(*b);
  });
  std::vector<Draft> drafts;
  for (const Telling* telling : closest_first) {
    Draft* draft = same_step(drafts, *telling);
    if (!draft) draft = &drafts.emplace_back(begin_step(*telling));
    add_telling(*draft, *telling);
  }
  std::vector<ToldStep> steps;
  for (Draft& draft : drafts) draft.step.day = day_of_step(draft, drafts);
  for (Draft& draft : drafts) {
    std::sort(draft.step.told.begin(), draft.step.told.end(),
              [](const KeptClaim* a, const KeptClaim* b) { return in_order_of_telling(a) < in_order_of_telling(b); });
    steps.push_back(std::move(draft.step));
  }
  date_undatable_ends(steps);
  std::sort(steps.begin(), steps.end(),
            [](const ToldStep& a, const ToldStep& b) { return in_order_of_days(a) < in_order_of_days(b); });
  return steps;
}

}  // namespace sumario::casefile
