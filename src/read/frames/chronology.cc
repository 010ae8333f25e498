#include "read/frames/chronology.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <utility>

#include "read/syntax/proposition.h"

namespace sumario::read {
namespace {

using nlp::Pos;

constexpr int kMaxClimb = 8;

bool is_verbal(const Tree& tree, int i) { return tree.tag(i).substr(0, 2) == "VB" || tree.pos(i) == Pos::kAux; }
bool is_nominal(const Tree& tree, int i) { return tree.pos(i) == Pos::kNoun || tree.pos(i) == Pos::kPropn; }

// The first token of the expression that ties it to the rest of the sentence.
int edge_of(const Tree& tree, TokenSpan span) {
  for (int i = span.begin; i < span.end; ++i)
    if (tree.pos(i) != Pos::kSpace && (!span.contains(tree.head(i)) || tree.is_root(i))) return i;
  return span.begin;
}

// "the 2013 attack", "Monday's hearing": the expression stands inside the noun phrase, before its head.
bool is_premodifier(const Tree& tree, int edge) {
  int head = tree.head(edge);
  if (edge >= head || !is_nominal(tree, head)) return false;
  Dep dep = tree.dep(edge);
  return dep == Dep::kNummod || dep == Dep::kCompound || dep == Dep::kAmod || dep == Dep::kNmod || dep == Dep::kPoss ||
         dep == Dep::kQuantmod;
}

bool has_determiner(const Tree& tree, int noun) {
  return tree.has_child(noun, Dep::kDet) || tree.has_child(noun, Dep::kPoss);
}

bool is_plain_participle(const Tree& tree, int verb) {
  return tree.tag(verb) == "VBG" && !tree.has_child(verb, Dep::kMark) && !tree.has_child(verb, Dep::kAux);
}

// Of a TIMEX3 duration in whole days or weeks: "P3D", "P2W".
std::optional<std::chrono::days> days_in(std::string_view value) {
  int count = 0;
  if (value.size() < 3 || value.front() != 'P') return std::nullopt;
  auto [end, error] = std::from_chars(value.data() + 1, value.data() + value.size(), count);
  if (error != std::errc() || end != value.data() + value.size() - 1 || count > 1000) return std::nullopt;
  if (*end == 'D') return std::chrono::days(count);
  if (*end == 'W') return std::chrono::days(7 * count);
  return std::nullopt;
}

int subject_of(const Tree& tree, int verb) {
  return std::max(tree.child(verb, Dep::kNsubj), tree.child(verb, Dep::kNsubjpass));
}

bool has_subject(const Tree& tree, int verb) { return subject_of(tree, verb) >= 0; }

bool has_own_clause(const Tree& tree, int verb) {
  return has_subject(tree, verb) || tree.has_child(verb, Dep::kAux) || tree.has_child(verb, Dep::kAuxpass);
}

}  // namespace

bool is_definite(const Tree& tree, int noun) {
  if (tree.has_child(noun, Dep::kPoss)) return true;
  int det = tree.child(noun, Dep::kDet);
  return det >= 0 && (tree.lower(det) == "the" || tree.lower(det) == "that");
}

Result<EventWords> EventWords::load(const std::filesystem::path& knowledge) {
  auto nouns = Lexicon::load(knowledge / "lexicons/event_nouns.txt");
  if (!nouns) return tl::unexpected(nouns.error());
  auto links = Lexicon::load(knowledge / "lexicons/event_links.txt");
  if (!links) return tl::unexpected(links.error());
  return EventWords{std::move(*nouns), std::move(*links)};
}

std::string_view EventWords::class_of(std::string_view noun) const {
  const std::string* value = nouns.find(noun);
  if (!value) return {};
  std::string_view name = *value;
  return name.substr(0, name.find(' '));
}

bool EventWords::is_occasion(std::string_view noun) const {
  const std::string* value = nouns.find(noun);
  return value && value->ends_with(" occasion");
}

Chronology::Chronology(const Scene& scene, const EventWords& words, NounTest is_trigger)
    : scene_(scene), tree_(scene.tree), words_(words), is_trigger_(std::move(is_trigger)) {
  for (const Timex& time : scene.times) {
    bool dates = time.type == TimexType::kDate || time.type == TimexType::kTime;
    days_.push_back(dates && !time.value.ends_with("REF") ? time.days : std::nullopt);  // "now" dates nothing
  }
  premodifiers_.assign(days_.size(), false);
  occasions_.assign(static_cast<size_t>(tree_.sentence_count()), -1);
  for (int t = 0; t < static_cast<int>(days_.size()); ++t) {
    if (!days_[static_cast<size_t>(t)]) count_from_event(t);
    if (days_[static_cast<size_t>(t)]) attach(t);
  }
}

bool Chronology::is_event(int token) const {
  return is_nominal(tree_, token) && (!words_.class_of(tree_.lemma(token)).empty() || is_trigger_(tree_.lemma(token)));
}

void Chronology::attach(int time) {
  int at = edge_of(tree_, scene_.times[static_cast<size_t>(time)].span);
  if (is_premodifier(tree_, at)) {
    premodifiers_[static_cast<size_t>(time)] = true;
    at = tree_.head(at);
    while (tree_.dep(at) == Dep::kCompound && is_nominal(tree_, tree_.head(at))) at = tree_.head(at);
    date(at, time);
    return;
  }
  for (int step = 0; step < kMaxClimb && !tree_.is_root(at); ++step) {
    at = tree_.head(at);
    // "was charged with murder on Friday" dates the charge; "the murder of Lee on Friday" dates the murder.
    bool bare = !has_determiner(tree_, at) && !is_trigger_(tree_.lemma(at)) && !is_occasion(at);
    if (!is_verbal(tree_, at) && !(is_event(at) && !bare)) continue;
    date(at, time);
    return;
  }
}

void Chronology::date(int token, int time) {
  dates_[token].push_back(time);
  int verb = token;
  if (is_nominal(tree_, token)) {
    remember(token, time);
    verb = is_occasion(token) ? verb_around(token) : -1;
  } else {
    bool meets = link(tree_.lemma(token)) == "meets";
    for (int c : tree_.children(token)) {  // "apologised at his hearing on Monday", "gave an interview on Friday"
      int noun = occasion_of(c);
      if (noun < 0) continue;
      meets = true;
      remember(noun, time);
    }
    if (!meets) verb = -1;
  }
  if (verb < 0 || !is_told_in_past(verb) || !is_single_day(time)) return;
  int& day = occasions_[static_cast<size_t>(tree_.sentence_of(token))];
  day = day == -1 || (day >= 0 && days(day) == days(time)) ? time : -2;
}

// The day of an event, for later mentions of it.
void Chronology::remember(int noun, int time) {
  if (std::string_view name = words_.class_of(tree_.lemma(noun)); !name.empty()) events_[name].push_back({noun, time});
}

// The occasion that a verb's argument names: "at the hearing", "an interview"; -1 for other arguments.
int Chronology::occasion_of(int argument) const {
  int noun = -1;
  if (tree_.dep(argument) == Dep::kPrep && joins_occasions(argument)) noun = tree_.child(argument, Dep::kPobj);
  if (tree_.dep(argument) == Dep::kDobj) noun = argument;
  return noun >= 0 && is_occasion(noun) ? noun : -1;
}

// The verb at whose side an occasion stands: "spoke at the hearing"; -1 if none.
int Chronology::verb_around(int occasion) const {
  int at = tree_.dep(occasion) == Dep::kPobj ? tree_.head(occasion) : occasion;
  return is_verbal(tree_, tree_.head(at)) && occasion_of(at) >= 0 ? tree_.head(at) : -1;
}

bool Chronology::joins_occasions(int preposition) const {
  std::string_view kind = link(tree_.lower(preposition));
  return kind == "same" || kind == "at";
}

int Chronology::own(int token) const {
  auto found = dates_.find(token);
  if (found == dates_.end()) return -1;
  auto distance = [&](int t) { return std::abs(scene_.times[static_cast<size_t>(t)].span.begin - token); };
  return *std::min_element(found->second.begin(), found->second.end(),
                           [&](int a, int b) { return distance(a) < distance(b); });
}

bool Chronology::is_single_day(int time) const {
  const auto& days = days_[static_cast<size_t>(time)];
  return days && days->from && days->from == days->to;
}

bool Chronology::is_occasion(int token) const {
  return is_nominal(tree_, token) && words_.is_occasion(tree_.lemma(token));
}

int Chronology::of_occasion(int sentence) const { return std::max(occasions_[static_cast<size_t>(sentence)], -1); }

bool Chronology::is_of_another_time(int verb) const {
  for (int c : tree_.children(verb)) {
    if (tree_.dep(c) == Dep::kAux && tree_.lower(c) == "had") return true;
    if (tree_.dep(c) == Dep::kAdvmod && link(tree_.lower(c)) == "other") return true;
    if (tree_.dep(c) == Dep::kAmod && link(tree_.lower(c)) == "other") return true;
  }
  return false;
}

int Chronology::of_phrase(int noun) const {
  if (int time = own(noun); time >= 0) return time;
  for (int c : tree_.children(noun))  // "the lawsuit filed on Friday"
    if ((tree_.dep(c) == Dep::kAcl || tree_.dep(c) == Dep::kRelcl) && link(tree_.lemma(c)) == "made")
      if (int time = own(c); time >= 0) return time;
  return -1;
}

int Chronology::of_event(int noun) const {
  if (int time = of_phrase(noun); time >= 0 || !is_definite(tree_, noun)) return time;
  auto found = events_.find(words_.class_of(tree_.lemma(noun)));
  if (found == events_.end()) return -1;
  int last = -1;
  for (const Dated& event : found->second)
    if (event.noun < noun) last = event.time;
  return last;
}

std::string_view Chronology::link(std::string_view word) const {
  const std::string* value = words_.links.find(word);
  return value ? std::string_view(*value).substr(0, value->find(' ')) : std::string_view();
}

// "three days after the attack": counted from the day of the event.
void Chronology::count_from_event(int time) {
  const Timex& count = scene_.times[static_cast<size_t>(time)];
  if (count.type != TimexType::kDuration) return;
  int preposition = tree_.head(edge_of(tree_, count.span));
  const std::string* value = words_.links.find(tree_.lower(preposition));
  int noun = tree_.child(preposition, Dep::kPobj);
  auto length = days_in(count.value);
  if (!value || noun < 0 || !length || !is_event(noun)) return;
  int event = of_event(noun);
  if (event < 0 || !is_single_day(event)) return;
  Day day = *days_[static_cast<size_t>(event)]->from;
  if (value->ends_with(" later"))
    day += *length;
  else if (value->ends_with(" earlier"))
    day -= *length;
  else
    return;
  days_[static_cast<size_t>(time)] = DayInterval{day, day};
}

// The time of an event or clause that stands beside the verb: "at his hearing on Monday", "when he landed on Friday",
// "Speaking on Tuesday, …".
int Chronology::beside(int verb) const {
  for (int c : tree_.children(verb)) {
    if (tree_.dep(c) == Dep::kPrep) {
      int noun = tree_.child(c, Dep::kPobj);
      if (noun < 0 || !is_event(noun)) continue;
      std::string_view kind = link(tree_.lower(c));
      if (kind == "same" || ((kind == "at" || kind == "day") && is_occasion(noun)))
        if (int time = of_event(noun); time >= 0 && (kind != "day" || is_single_day(time))) return time;
    } else if (tree_.dep(c) == Dep::kAdvcl) {
      int mark = mark_of(c);
      bool same = mark >= 0 && link(tree_.lower(mark)) == "same";
      if (!same && !(c < verb && is_plain_participle(tree_, c))) continue;
      int time = own(c);
      if (time < 0 && c < verb) time = beside(c);
      if (time >= 0) return time;
    }
  }
  return -1;
}

int Chronology::mark_of(int verb) const {
  int mark = tree_.child(verb, Dep::kMark);
  if (mark < 0)
    for (int c : tree_.children(verb))
      if (c < verb && tree_.dep(c) == Dep::kAdvmod && !link(tree_.lower(c)).empty()) return c;
  return mark;
}

// "was convicted and sentenced on Monday": the second verb's time is the first one's, when nothing stands between them.
int Chronology::coordinated_below(int verb) const {
  for (int c : tree_.children(verb))
    if (tree_.dep(c) == Dep::kConj && is_verbal(tree_, c) && c == verb + 2 && !has_own_clause(tree_, c)) return own(c);
  return -1;
}

int Chronology::of_saying(int cue) const {
  for (int said : tree_.children(cue)) {
    if (tree_.dep(said) != Dep::kCcomp || said < cue) continue;
    for (int c : tree_.children(said)) {
      int noun = c > said && tree_.dep(c) == Dep::kPrep ? occasion_of(c) : -1;
      if (noun < 0 || is_definite(tree_, noun)) continue;
      if (int time = of_phrase(noun); time >= 0) return time;
      int time = own(said);
      if (time >= 0 && scene_.times[static_cast<size_t>(time)].span.begin > noun) return time;
    }
  }
  return -1;
}

// The word above whose time this one shares; -1 where it shares none. `only_days`: no more than a day is shared.
int Chronology::above(int token, bool& only_days) const {
  int head = tree_.head(token);
  if (tree_.is_root(token)) return -1;
  if (!is_verbal(tree_, token)) {
    Carrier carrier = carrier_of(tree_, token);
    if (carrier.verb < 0) return -1;
    bool happens = tree_.dep(token) != Dep::kNsubj || link(tree_.lemma(carrier.verb)) == "happens";
    bool told = carrier.preposition < 0 || !has_determiner(tree_, token) || is_occasion(token);
    return happens && told ? carrier.verb : -1;
  }
  switch (tree_.dep(token)) {
    case Dep::kXcomp:
      return head;
    case Dep::kConj: {
      if (!is_verbal(tree_, head)) return -1;
      // "On Friday Lee was charged and Ray was freed"; but not "Lee was charged on Friday and was sentenced".
      int time = own(head);
      if (time < 0) return has_subject(tree_, token) ? -1 : head;
      int begin = scene_.times[static_cast<size_t>(time)].span.begin;
      if (begin < head) return !has_subject(tree_, token) || begin < subject_of(tree_, head) ? head : -1;
      return has_own_clause(tree_, token) ? -1 : head;
    }
    case Dep::kAdvcl: {
      int mark = mark_of(token);
      std::string_view kind = mark < 0 ? std::string_view() : link(tree_.lower(mark));
      only_days = only_days || kind == "day";
      // "opened an inquiry on Thursday, eight days after a judge dropped the case": not that Thursday.
      if (kind == "day" && tree_.has_child(token, Dep::kNpadvmod)) return -1;
      return kind == "same" || kind == "day" || is_plain_participle(tree_, token) ? head : -1;
    }
    case Dep::kPcomp: {
      std::string_view kind = link(tree_.lower(head));
      only_days = only_days || kind == "day";
      bool shares = (kind == "same" || kind == "day" || kind == "by") && !tree_.is_root(head) &&
                    is_verbal(tree_, tree_.head(head));
      return shares ? tree_.head(head) : -1;
    }
    case Dep::kRelcl:
      return stands_for_time(token) ? head : -1;
    default:
      return -1;
  }
}

// "the call on Monday, in which he said so", "the hearing where she pleaded".
bool Chronology::stands_for_time(int verb) const {
  for (int c : tree_.children(verb)) {
    if (c > verb) break;
    if (tree_.dep(c) == Dep::kAdvmod && tree_.tag(c) == "WRB") return true;
    int noun = tree_.dep(c) == Dep::kPrep && joins_occasions(c) ? tree_.child(c, Dep::kPobj) : -1;
    if (noun >= 0 && tree_.tag(noun) == "WDT") return true;
  }
  return false;
}

// A sentence that opens with its day: "On Tuesday police searched the house."
int Chronology::opening(int sentence) const {
  TokenSpan words = tree_.sentence(sentence);
  for (int root = words.begin; root < words.end; ++root) {
    if (!tree_.is_root(root) || !is_verbal(tree_, root)) continue;
    int time = own(root), subject = subject_of(tree_, root);
    bool opens = time >= 0 && is_single_day(time) && scene_.times[static_cast<size_t>(time)].span.end <= subject;
    return opens ? time : -1;
  }
  return -1;
}

// A finite verb in the past at the head of its sentence, or joined to that.
bool Chronology::is_told_in_past(int verb) const {
  for (int step = 0; step < kMaxClimb && tree_.dep(verb) == Dep::kConj; ++step) verb = tree_.head(verb);
  if (!tree_.is_root(verb) || !is_verbal(tree_, verb)) return false;
  for (int c : tree_.children(verb))
    if ((tree_.dep(c) == Dep::kAux || tree_.dep(c) == Dep::kAuxpass) && c < verb)
      return tree_.tag(c) == "VBD" && tree_.lemma(c) == "be";
  return tree_.tag(verb) == "VBD";
}

int Chronology::governing(int token) const {
  bool only_days = false;
  for (int step = 0; step < kMaxClimb && token >= 0; ++step) {
    int time = own(token);
    if (time < 0 && is_verbal(tree_, token)) time = beside(token);
    if (time < 0 && is_verbal(tree_, token)) time = coordinated_below(token);
    if (time < 0 && is_nominal(tree_, token)) time = of_phrase(token);
    if (time >= 0) return only_days && !is_single_day(time) ? -1 : time;
    token = above(token, only_days);
  }
  return -1;
}

}  // namespace sumario::read
