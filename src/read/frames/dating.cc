#include "read/frames/dating.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

namespace sumario::read {
namespace {

constexpr int kSameScene = 4;  // sentences over which a scene, once dated, is still told

const DraftFiller* filler(const Draft& draft, const char* role) {
  auto found = draft.roles.find(role);
  return found == draft.roles.end() || found->second.empty() ? nullptr : &found->second.front();
}

bool begins_paragraph(const Tree& tree, int sentence) {
  if (sentence == 0) return true;
  uint32_t start = tree.bytes(tree.sentence(sentence)).start, end = tree.bytes(tree.sentence(sentence - 1)).end;
  return tree.analysis().text.substr(end, start - end).find('\n') != std::string_view::npos;
}

DraftTime draft_time(const Scene& scene, const Chronology& chronology, int time, const Draft& draft) {
  const Tree& tree = scene.tree;
  const Timex& words = scene.times[static_cast<size_t>(time)];
  bool here = draft.predicate >= 0 && tree.sentence_of(words.span.begin) == tree.sentence_of(draft.predicate);
  return {*chronology.days(time), words.range, here};
}

// The one expression within the words of a conduct; -1 where there is none or more than one.
int time_within(const Scene& scene, const Chronology& chronology, ByteRange range) {
  int found = -1;
  for (int t = 0; t < static_cast<int>(scene.times.size()); ++t) {
    if (!range.contains(scene.times[static_cast<size_t>(t)].range) || !chronology.days(t)) continue;
    if (chronology.stands_before_its_noun(t)) continue;  // "near the 2013 marathon's finish"
    if (found >= 0) return -1;
    found = t;
  }
  return found;
}

// What somebody is accused of lies on the day it was done, not on that of the accusation.
int time_of_conduct(const Scene& scene, const Chronology& chronology, const Draft& draft) {
  const DraftFiller* conduct = filler(draft, "conduct");
  if (!conduct || conduct->head < 0) return -1;
  int time = chronology.own(conduct->head);
  return time >= 0 ? time : time_within(scene, chronology, conduct->range);
}

// A statement lies on the day of its cue, or of the document that states it.
int time_of_statement(const Scene& scene, const Chronology& chronology, const Draft& draft) {
  int time = draft.predicate < 0 ? -1 : chronology.governing(draft.predicate);
  const DraftFiller* speaker = filler(draft, "speaker");
  if (time < 0 && speaker && speaker->head >= 0) time = chronology.of_phrase(speaker->head);
  if (time < 0) return draft.predicate < 0 ? -1 : chronology.of_saying(draft.predicate);
  auto content = draft.roles.find("content");
  bool inside = content != draft.roles.end() && std::ranges::any_of(content->second, [&](const DraftFiller& part) {
                  return part.range.contains(scene.times[static_cast<size_t>(time)].range);
                });
  bool of_people = speaker && speaker->head >= 0 && time == chronology.own(speaker->head) &&
                   !chronology.is_event(speaker->head);  // "the 9/11 families"
  return inside || of_people ? -1 : time;
}

int time_of(const Scene& scene, const Chronology& chronology, const Draft& draft) {
  if (draft.kind == ClaimKind::kStatement) return time_of_statement(scene, chronology, draft);
  if (draft.kind == ClaimKind::kAllegation && draft.type == "accuse")
    if (int time = time_of_conduct(scene, chronology, draft); time >= 0) return time;
  int predicate = draft.dated_by >= 0 ? draft.dated_by : draft.predicate;
  if (predicate < 0) return -1;
  bool lasting = draft.kind == ClaimKind::kRelation || (draft.kind == ClaimKind::kOffice && draft.dated_by < 0);
  if (lasting && !scene.tree.is_verbal(predicate)) return chronology.own(predicate);
  return chronology.governing(predicate);
}

// "asked the court on Monday to try him": what is asked, planned or possible does not lie on the day of the asking.
bool may_lie_on(const Chronology& chronology, int time, std::optional<Day> published, const Draft& draft) {
  bool open = draft.modality == Modality::kPlanned || draft.modality == Modality::kRequested ||
              draft.modality == Modality::kPossible;
  const auto& to = chronology.days(time)->to;
  return !open || draft.kind == ClaimKind::kStatement || time == chronology.own(draft.predicate) || !published || !to ||
         *to > *published;
}

bool has_happened(const Draft& draft) {
  return (draft.modality == Modality::kAsserted || draft.modality == Modality::kAlleged) &&
         draft.kind != ClaimKind::kOffice && draft.kind != ClaimKind::kRelation;
}

void end_by(Day published, DraftTime& time) {
  DayInterval& days = time.days;
  if (days.from && days.to && *days.from <= published && published < *days.to) days.to = published;
}

// "On Tuesday police searched the house. They seized two guns.": a day that opens a paragraph holds for what follows.
void date_by_opening(const Scene& scene, const Chronology& chronology, std::vector<Draft>& drafts) {
  const Tree& tree = scene.tree;
  std::vector<int> openings(static_cast<size_t>(tree.sentence_count()), -1);
  for (size_t s = 0; s < openings.size(); ++s) {
    openings[s] = chronology.opening(static_cast<int>(s));
    if (openings[s] < 0 && s > 0 && !begins_paragraph(tree, static_cast<int>(s))) openings[s] = openings[s - 1];
  }
  std::vector<bool> dated(openings.size(), false);  // by another day
  for (size_t t = 0; t < scene.times.size(); ++t)
    if (chronology.days(static_cast<int>(t)))
      dated[static_cast<size_t>(tree.sentence_of(scene.times[t].span.begin))] = true;
  for (Draft& draft : drafts) {
    bool told = draft.kind == ClaimKind::kProceeding || draft.kind == ClaimKind::kAllegation;
    if (!told || draft.time || draft.predicate < 0 || !has_happened(draft)) continue;
    int sentence = tree.sentence_of(draft.predicate), opening = openings[static_cast<size_t>(sentence)];
    if (opening < 0 || dated[static_cast<size_t>(sentence)] || !chronology.is_told_in_past(draft.predicate) ||
        chronology.is_of_another_time(draft.predicate))
      continue;
    draft.time = draft_time(scene, chronology, opening, draft);
  }
}

// A day on which somebody spoke or an occasion was held, and who is told to have been there.
struct Told {
  int sentence;
  DraftTime time;
  std::vector<int> people;  // entities
};

bool has_spoken_then(const Scene& scene, const Chronology& chronology, const Draft& draft) {
  return draft.kind == ClaimKind::kStatement && draft.modality == Modality::kAsserted && draft.predicate >= 0 &&
         (scene.tree.tag(draft.predicate) == "VBD" || scene.tree.tag(draft.predicate) == "VBG" ||
          !scene.tree.is_verbal(draft.predicate)) &&
         !chronology.is_of_another_time(draft.predicate);
}

// A day holds over some sentences, a longer time for the same breath only.
bool is_near(const Told& told, int sentence) {
  int reach = told.time.days.from && told.time.days.from == told.time.days.to ? kSameScene : 1;
  return sentence - told.sentence <= reach;
}

// The days that the document tells of the sentences' occasions: "appeared in court on Monday", "in an interview on
// Friday".
std::vector<Told> occasions(const Scene& scene, const Chronology& chronology) {
  std::vector<Told> told;
  for (int m = 0; m < static_cast<int>(scene.cast.mentions.size()); ++m) {
    const CastMention& mention = scene.cast.mentions[static_cast<size_t>(m)];
    if (mention.entity < 0) continue;
    int sentence = scene.tree.sentence_of(mention.head);
    if (told.empty() || told.back().sentence != sentence) {
      int time = chronology.of_occasion(sentence);
      if (time < 0) continue;
      told.push_back({sentence, {*chronology.days(time), scene.times[static_cast<size_t>(time)].range, false}, {}});
    }
    told.back().people.push_back(mention.entity);
  }
  return told;
}

// "… he said on Monday. 'I am sorry,' he said.": words of the same scene lie on its day.
void date_by_scene(const Scene& scene, const Chronology& chronology, std::vector<Draft>& drafts) {
  std::vector<Told> told = occasions(scene, chronology);
  std::vector<Draft*> statements;
  for (Draft& draft : drafts)
    if (has_spoken_then(scene, chronology, draft)) statements.push_back(&draft);
  std::stable_sort(statements.begin(), statements.end(),
                   [](const Draft* a, const Draft* b) { return a->predicate < b->predicate; });
  size_t next = 0;
  std::optional<Told> last;
  for (Draft* draft : statements) {
    int sentence = scene.tree.sentence_of(draft->predicate);
    for (; next < told.size() && told[next].sentence <= sentence; ++next)
      if (!last || told[next].sentence >= last->sentence) last = told[next];
    const DraftFiller* speaker = filler(*draft, "speaker");
    if (!speaker || speaker->entity < 0) continue;
    if (draft->time) {
      last = Told{sentence, *draft->time, {speaker->entity}};
    } else if (last && is_near(*last, sentence) &&
               std::ranges::find(last->people, speaker->entity) != last->people.end()) {
      draft->time = last->time;
      draft->time->here = false;
      last->sentence = sentence;
    }
  }
}

bool is_dated_step(const Draft& draft) {
  return draft.kind == ClaimKind::kProceeding && draft.modality == Modality::kAsserted && draft.predicate >= 0;
}

int defendant_of(const Draft& draft) {
  const DraftFiller* defendant = filler(draft, "defendant");
  return defendant ? defendant->entity : -1;
}

// One step of a case told twice lies on one day: the headline's charge is the lead's, and "the lawsuit" the one just
// told.
void date_by_other_telling(const Scene& scene, const Chronology& chronology, std::vector<Draft>& drafts) {
  std::map<std::string, std::vector<const Draft*>> dated;
  for (const Draft& draft : drafts)
    if (is_dated_step(draft) && draft.time) dated[draft.type].push_back(&draft);
  for (Draft& draft : drafts) {
    if (!is_dated_step(draft) || draft.time || chronology.is_of_another_time(draft.predicate)) continue;
    int defendant = defendant_of(draft);
    if (defendant < 0 && !(is_definite(scene.tree, draft.predicate) && !filler(draft, "defendant"))) continue;
    const DraftTime* time = nullptr;
    bool agree = true;
    for (const Draft* other : dated[draft.type]) {
      if (defendant >= 0 && defendant_of(*other) != defendant) continue;
      agree = agree && (!time || time->days == other->time->days);
      time = &*other->time;
    }
    if (time && agree) draft.time = DraftTime{time->days, time->words, false};
  }
}

}  // namespace

Result<Dating> Dating::load(const std::filesystem::path& knowledge) {
  auto words = EventWords::load(knowledge);
  if (!words) return tl::unexpected(words.error());
  return Dating(std::move(*words));
}

void Dating::date(const Scene& scene, const Chronology::NounTest& is_trigger, std::optional<Day> published,
                  std::vector<Draft>& drafts) const {
  Chronology chronology(scene, words_, is_trigger);
  for (Draft& draft : drafts)
    if (int time = time_of(scene, chronology, draft); time >= 0 && may_lie_on(chronology, time, published, draft))
      draft.time = draft_time(scene, chronology, time, draft);
  date_by_opening(scene, chronology, drafts);
  date_by_scene(scene, chronology, drafts);
  date_by_other_telling(scene, chronology, drafts);
  for (Draft& draft : drafts)
    if (draft.time && published && has_happened(draft)) end_by(*published, *draft.time);
}

}  // namespace sumario::read
