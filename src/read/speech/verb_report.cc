// What holds for every frame: who speaks, what the cue is, which words are taken.
#include "read/speech/verb_report.h"

#include <algorithm>

#include "read/speech/reported.h"
#include "read/speech/speaker.h"

namespace sumario::read {

std::optional<AttributionCandidate> VerbReport::read() {
  if (!find() || content_.empty() || too_slight()) return std::nullopt;
  AttributionCandidate candidate;
  candidate.act = act();
  candidate.pattern = pattern_;
  candidate.cue_head = verb_;
  candidate.cue = cue();
  candidate.content = std::move(content_);
  auto beside = above_.find(verb_);
  bool own = beside == above_.end() || tree_.has_child(verb_, Dep::kNsubj);
  Speaker speaker = speaker_of(speech_, own ? verb_ : beside->second);
  if (speaker.head < 0 && !passive_ && pattern_ == SpeechPattern::kClause)
    speaker.head = speaker_in_content(candidate.content);
  if (pattern_ == SpeechPattern::kInfinitive && takes(kRaised)) speaker = {};  // nobody says that it seems so
  candidate.source_head = speaker.head;
  candidate.source_link = speaker.link;
  int to = addressee_of(speech_, verb_);
  bool in_content =
      std::any_of(candidate.content.begin(), candidate.content.end(), [&](TokenSpan s) { return s.contains(to); });
  candidate.addressee_head = in_content ? -1 : to;
  if (covers(candidate, speaker.head)) return std::nullopt;
  return candidate;
}

bool VerbReport::find() {
  using Step = bool (VerbReport::*)();
  constexpr Step kSteps[] = {
      &VerbReport::clause, &VerbReport::small_clause, &VerbReport::inverted,        &VerbReport::buried_clause,
      &VerbReport::called, &VerbReport::infinitive,   &VerbReport::for_somebody_to, &VerbReport::after_preposition,
      &VerbReport::object, &VerbReport::trailing};
  for (Step step : kSteps) {
    weak_ = false;
    if ((this->*step)()) return true;
  }
  return false;
}

bool VerbReport::firm() {
  if (firm_ < 0) firm_ = is_firm() ? 1 : 0;
  weak_ = weak_ || firm_ == 1;
  return firm_ == 1;
}

bool VerbReport::is_firm() const {
  Dep dep = tree_.dep(verb_);
  if (dep == Dep::kRelcl || dep == Dep::kAcl) return false;
  bool finite = tree_.tag(verb_) == "VBD" || tree_.tag(verb_) == "VBZ" || tree_.tag(verb_) == "VBP";
  for (int child : tree_.children(verb_))
    if (tree_.dep(child) == Dep::kAux &&
        (tree_.tag(child) == "VBD" || tree_.tag(child) == "VBZ" || tree_.tag(child) == "VBP"))
      finite = true;
  Speaker speaker = speaker_of(speech_, verb_);
  return finite && speaker.head >= 0 && speaker.link < 0;
}

bool VerbReport::too_slight() const {
  return weak_ && tree_.bytes({content_.front().begin, content_.back().end}).size() < kSlight;
}

bool VerbReport::found_as(SpeechPattern pattern) {
  pattern_ = pattern;
  return !content_.empty();
}

bool VerbReport::covers(const AttributionCandidate& candidate, int token) {
  return token >= 0 && std::any_of(candidate.content.begin(), candidate.content.end(),
                                   [&](TokenSpan s) { return s.contains(token); });
}

SpeechAct VerbReport::act() {
  int preposition = preposition_;
  if (preposition < 0 && verb_ + 1 < tree_.size() && tree_.dep(verb_ + 1) == Dep::kPrep) preposition = verb_ + 1;
  if (preposition < 0) return word_.act;
  const CueWord* phrase =
      speech_.knowledge.verb(std::string(tree_.lemma(verb_)) + " " + std::string(tree_.lower(preposition)));
  if (!phrase) return word_.act;
  preposition_ = preposition;
  return phrase->act;
}

TokenSpan VerbReport::cue() const {
  TokenSpan span{verb_, verb_ + 1};
  int particle = tree_.child(verb_, Dep::kPrt);
  if (particle == verb_ + 1) ++span.end;
  if (preposition_ == span.end) ++span.end;
  return span;
}

bool VerbReport::take(int head, std::vector<TokenSpan> holes) {
  if (tree_.subtree(head).contains(verb_)) {
    if (tree_.descends_from(verb_, head)) {
      holes.push_back(tree_.subtree(verb_));
    } else {  // the cue interrupts its clause
      holes.push_back({verb_, verb_ + 1});
      for (int child : tree_.children(verb_))
        if (!tree_.descends_from(head, child)) holes.push_back(tree_.subtree(child));
    }
  }
  for (TokenSpan piece : words_under(speech_, head, std::move(holes))) content_.push_back(piece);
  return !content_.empty();
}

// What may belong to the object as well as to the verb is given to the object: "defended his order to close the
// border", "blamed the council for the flood"; but not days and places, nor what a comma cuts off.
bool VerbReport::goes_with_object(int sibling) const {
  switch (tree_.dep(sibling)) {
    case Dep::kXcomp:
    case Dep::kAcl:
    case Dep::kRelcl:
    case Dep::kOprd:
    case Dep::kDative:
      return true;
    case Dep::kAdvcl: {
      for (int child : tree_.children(sibling))
        if ((tree_.dep(child) == Dep::kAux && tree_.tag(child) == "TO") ||
            (tree_.dep(child) == Dep::kMark && (tree_.lower(child) == "because" || tree_.lower(child) == "if")))
          return true;
      return false;
    }
    case Dep::kPrep: {
      int object = tree_.child(sibling, Dep::kPobj);
      if (object < 0) return true;
      std::string_view kind = tree_.token(object).entity;
      if (kind == "DATE" || kind == "TIME" || kind == "GPE" || kind == "FAC") return false;
      return speech_.knowledge.binding.has(tree_.lower(sibling));
    }
    default:
      return false;
  }
}

// "said he had sold it, but "the price was bad"": the second clause is his as well.
bool VerbReport::ends_in_quotation(int sibling, int end) const {
  if (tree_.dep(sibling) != Dep::kConj || speech_.cue_verb(sibling)) return false;
  TokenSpan words = tree_.subtree(sibling);
  return words.begin - end <= 2 && words.begin >= end && speech_.outer[static_cast<size_t>(words.begin)] >= 0;
}

bool VerbReport::take_with_rest(int object, std::vector<TokenSpan> holes) {
  if (!take(object, std::move(holes))) return false;
  for (int sibling : tree_.children(verb_)) {
    TokenSpan words = tree_.subtree(sibling);
    if (sibling < object || words.begin < content_.back().end) continue;
    if (ends_in_quotation(sibling, content_.back().end)) content_.back().end = words.end;
    if (words.begin != content_.back().end || !goes_with_object(sibling)) break;
    content_.back().end = words.end;
  }
  return true;
}

std::vector<TokenSpan> VerbReport::coordinated_cues(int content) {
  std::vector<TokenSpan> holes;
  for (int child : tree_.children(content)) {
    if (child < content || child < verb_ || speech_.outer[static_cast<size_t>(child)] >= 0) continue;
    const CueWord* cue = speech_.cue_verb(child);
    if (!cue) continue;
    int begin = tree_.subtree(child).begin;
    if (begin <= verb_ + 1 || !stands_beside(child, content, *cue)) continue;
    above_.emplace(child, verb_);
    if (tree_.dep(begin - 1) == Dep::kCc) --begin;
    holes.push_back({begin, tree_.subtree(child).end});
  }
  return holes;
}

// Whether a cue verb that hangs on a content stands beside the verb that introduces the content.
bool VerbReport::stands_beside(int child, int content, const CueWord& cue) const {
  int begin = tree_.subtree(child).begin;
  int stop = speech_.is_mark(begin - 1) ? begin - 2 : begin - 1;
  bool comma = stop >= 0 && tree_.words(stop) == ",";
  bool subject = tree_.has_child(child, Dep::kNsubj);
  std::string_view tag = tree_.tag(child);
  if (tree_.dep(child) == Dep::kAdvcl) {
    int mark = tree_.child(child, Dep::kMark);
    bool participle = tag == "VBG" && !subject && is_statement(cue.act);  // "while arguing that …"
    if (mark >= 0 && tree_.lower(mark) == "while") return (comma && subject) || participle;
    return tag == "VBG" && comma && is_statement(cue.act);
  }
  bool joined = tree_.pos(begin - 1) == nlp::Pos::kCconj;
  if (tree_.dep(child) != Dep::kConj || (subject && !comma && !joined)) return false;
  bool as_above = tag == tree_.tag(verb_) && (tag == "VBD" || tag == "VBZ") && !subject;
  if (!is_statement(cue.act)) return as_above && tree_.tag(content) != tag && !tree_.has_child(content, Dep::kAux);
  if (tag == tree_.tag(verb_)) return tag != "VB";
  // "adding that she has paid and called the claim absurd": a past tense does not go on with "has" or "would".
  return tag == "VBD" && !subject && tree_.tag(content) != "VBD" && tree_.has_child(content, Dep::kAux);
}

// "insulted Lee, who called him a liar": what is told of the object after a comma, by a cue, is another voice.
std::vector<TokenSpan> VerbReport::voices_behind(int object) {
  std::vector<TokenSpan> holes;
  TokenSpan whole = tree_.subtree(object);
  for (int i = std::max(object + 1, whole.end - kTail); i < whole.end; ++i) {
    if (tree_.dep(i) != Dep::kRelcl || !speech_.cue_verb(i)) continue;
    TokenSpan clause = tree_.subtree(i);
    if (clause.end != whole.end || clause.begin <= object + 1 || tree_.words(clause.begin - 1) != ",") continue;
    holes.push_back(clause);
    break;
  }
  return holes;
}

int VerbReport::speaker_in_content(std::vector<TokenSpan>& content) const {
  TokenSpan& last = content.back();
  if (last.end != verb_) return -1;
  for (int i = verb_ - 1; i > last.begin && i > verb_ - 12; --i) {
    if (tree_.words(i) == ",") {
      if (i + 1 >= verb_ || tree_.pos(i + 1) == nlp::Pos::kCconj) return -1;
      int head = verb_ - 1;
      while (tree_.head(head) > i && tree_.head(head) < verb_ && tree_.head(head) != head) head = tree_.head(head);
      last.end = i;
      return head;
    }
    if (tree_.tag(i).starts_with("V") || tree_.pos(i) == nlp::Pos::kAdp) return -1;
  }
  return -1;
}

}  // namespace sumario::read
