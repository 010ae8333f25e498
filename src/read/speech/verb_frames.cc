// The frames themselves, one function each: true when it is filled.
#include <algorithm>

#include "read/speech/verb_report.h"

namespace sumario::read {
namespace {

bool has_to(const Tree& tree, int verb) {
  for (int child : tree.children(verb))
    if (tree.dep(child) == Dep::kAux && tree.tag(child) == "TO") return true;
  return false;
}

bool has_mark(const Tree& tree, int verb, std::initializer_list<std::string_view> words) {
  for (int child : tree.children(verb))
    if ((tree.dep(child) == Dep::kMark || tree.dep(child) == Dep::kAdvmod) &&
        std::find(words.begin(), words.end(), tree.lower(child)) != words.end())
      return true;
  return false;
}

}  // namespace

bool VerbReport::clause() {
  if (!takes(kThat) && !word_.takes(kQuote)) return false;
  for (int child : tree_.children(verb_)) {
    bool asked = tree_.dep(child) == Dep::kAdvcl && child > verb_ && has_mark(tree_, child, {"if", "whether"}) &&
                 (word_.act == SpeechAct::kAsks) && tree_.subtree(child).begin <= verb_ + 12;
    if (tree_.dep(child) != Dep::kCcomp && !asked) continue;
    take_with_rest(child, coordinated_cues(child));
  }
  return found_as(SpeechPattern::kClause);
}

bool VerbReport::small_clause() {
  for (int child : tree_.children(verb_)) {
    if (tree_.dep(child) != Dep::kCcomp || child < verb_) continue;
    bool to = has_to(tree_, child), ing = tree_.tag(child) == "VBG" && !tree_.has_child(child, Dep::kAux);
    bool bare = !to && !ing && (!tree_.is_verbal(child) || tree_.tag(child) == "VB" || tree_.tag(child) == "VBN") &&
                !tree_.has_child(child, Dep::kMark) && !tree_.has_child(child, Dep::kAux);
    bool taken = to ? takes(kInf) || takes(kObjectInf) : ing ? takes(kIng) : bare && takes(kAs);
    if (!taken || !take(child)) continue;
    return found_as(bare ? SpeechPattern::kCalled : SpeechPattern::kInfinitive);
  }
  return false;
}

bool VerbReport::inverted() {
  if (!(takes(kThat) || word_.takes(kQuote))) return false;
  int head = tree_.head(verb_);
  if (head == verb_) return false;
  Dep dep = tree_.dep(verb_);
  bool aside = dep == Dep::kParataxis;
  bool as = dep == Dep::kAdvcl && has_mark(tree_, verb_, {"as"});
  if (passive_ && !(as && tree_.has_child(verb_, Dep::kAgent))) return false;  // "as reported by the ministry"
  if (!aside && !as) return false;
  if (!as && !takes(kThat)) return false;  // "as Lee put it"
  if (aside && !tree_.has_child(verb_, Dep::kNsubj)) return false;
  if (!as && tree_.has_child(verb_, Dep::kDobj) && takes(kObject)) return false;
  return take(head) && found_as(SpeechPattern::kInverted);
}

bool VerbReport::trailing() {
  if (!takes(kThat) || passive_ || !is_statement(word_.act)) return false;
  TokenSpan sentence = tree_.sentence(tree_.sentence_of(verb_));
  for (int i = verb_ + 1; i < sentence.end; ++i)
    if (tree_.pos(i) != nlp::Pos::kPunct && tree_.pos(i) != nlp::Pos::kSpace) return false;
  int subject = tree_.child(verb_, Dep::kNsubj);
  if (subject < 0 || subject > verb_) return false;
  int comma = tree_.subtree(subject).begin - 1;
  if (comma <= sentence.begin + 1 || tree_.words(comma) != "," || speech_.outer[static_cast<size_t>(comma)] >= 0)
    return false;
  content_ = {{sentence.begin, comma}};
  return found_as(SpeechPattern::kInverted);
}

bool VerbReport::buried_clause() {
  if (!takes(kThat)) return false;
  for (int child : tree_.children(verb_)) {
    if (child < verb_) continue;
    Dep dep = tree_.dep(child);
    int noun = dep == Dep::kPrep || dep == Dep::kAgent      ? tree_.child(child, Dep::kPobj)
               : dep == Dep::kNpadvmod || dep == Dep::kDobj ? child
                                                            : -1;
    // "repeated the claim that …": the claim is the object, and a cue itself.
    if (dep == Dep::kDobj && speech_.knowledge.noun(tree_.lemma(child))) continue;
    if (noun < 0 || (dep == Dep::kPrep && takes(tree_.lower(child)))) continue;
    for (int below : tree_.children(noun)) {
      bool clausal =
          tree_.dep(below) == Dep::kAcl || tree_.dep(below) == Dep::kRelcl || tree_.dep(below) == Dep::kCcomp;
      if (!clausal || !has_mark(tree_, below, {"that"}) || tree_.lower(tree_.subtree(below).begin) != "that") continue;
      if (!tree_.has_child(below, Dep::kMark)) continue;
      return take(below) && found_as(SpeechPattern::kClause);
    }
  }
  return false;
}

bool VerbReport::called() {
  if (!takes(kAs)) return false;
  int what = tree_.child(verb_, passive_ ? Dep::kNsubjpass : Dep::kDobj);
  int name = tree_.child(verb_, Dep::kOprd);
  if (name < 0)
    for (int child : tree_.children(verb_))
      if ((tree_.dep(child) == Dep::kPrep || tree_.dep(child) == Dep::kAdvcl) && child > verb_ &&
          (tree_.lower(child) == "as" || has_mark(tree_, child, {"as"})))
        name = child;
  if (name < 0) return !passive_ && !word_.takes(kObject) && called_in_marks();
  if (tree_.child(name, Dep::kPcomp) >= 0 && speech_.cue_verb(tree_.child(name, Dep::kPcomp)))
    return false;  // "quoted as saying"
  // "a bar called The Anchor", "the so-called king": a name, nobody's words.
  bool reduced = passive_ && !tree_.has_child(verb_, Dep::kAuxpass) && !tree_.has_child(verb_, Dep::kAgent);
  if (reduced) return false;
  if (what >= 0) take(what);
  take_with_rest(name);
  return found_as(SpeechPattern::kCalled);
}

bool VerbReport::called_in_marks() {
  int limit = std::min(tree_.size(), verb_ + 14);
  for (int i = verb_ + 1; i < limit; ++i) {
    int q = speech_.outer[static_cast<size_t>(i)];
    if (q >= 0 && q != speech_.outer[static_cast<size_t>(verb_)]) {
      content_ = {{verb_ + 1, speech_.tokens(speech_.quotations[static_cast<size_t>(q)].range).end}};
      return found_as(SpeechPattern::kCalled);
    }
    if (tree_.pos(i) == nlp::Pos::kPunct || tree_.tag(i).starts_with("V")) return false;
  }
  return false;
}

bool VerbReport::infinitive() {
  bool plain = takes(kInf), ing = takes(kIng), beside = takes(kObjectInf), raised = takes(kRaised);
  if (!plain && !beside && !raised && !ing) return false;
  for (int child : tree_.children(verb_)) {
    if (tree_.dep(child) != Dep::kXcomp || child < verb_) continue;
    if (!has_to(tree_, child)) {
      if (ing && tree_.tag(child) == "VBG") take(child);
      continue;
    }
    if (!plain && !beside && !raised) continue;
    // "is said to have gone", "seems to have gone": the subject belongs to what is said.
    int subject = passive_ ? tree_.child(verb_, Dep::kNsubjpass) : raised ? tree_.child(verb_, Dep::kNsubj) : -1;
    if (subject >= 0 && (plain || raised)) take(subject);
    // "urged him to go": he is part of what is urged. Who is told to go is spoken to.
    int object = tree_.child(verb_, Dep::kDobj);
    if (beside && object >= 0 && object < child && word_.act == SpeechAct::kDemands) take(object);
    take(child, coordinated_cues(child));
  }
  std::sort(content_.begin(), content_.end(), [](TokenSpan a, TokenSpan b) { return a.begin < b.begin; });
  return found_as(SpeechPattern::kInfinitive);
}

bool VerbReport::after_preposition() {
  if (word_.prepositions.empty() && word_.weak_prepositions.empty()) return false;
  // "praised the mayor for acting": the object begins the content.
  if (!passive_ && tree_.has_child(verb_, Dep::kDobj) && takes(kObject)) return false;
  for (int child : tree_.children(verb_)) after(child);
  if (!content_.empty()) return found_as(SpeechPattern::kPreposition);
  // "accused the mayor of lying", where the parser hangs "of" on the mayor.
  int object = tree_.child(verb_, Dep::kDobj);
  if (object < 0 || word_.takes(kObject)) return false;
  for (int child : tree_.children(object))
    if (child > object && tree_.has_child(child, Dep::kPcomp)) after(child);
  return found_as(SpeechPattern::kPreposition);
}

void VerbReport::after(int child) {
  Dep dep = tree_.dep(child);
  if (dep != Dep::kPrep && dep != Dep::kPrt && dep != Dep::kAgent && dep != Dep::kDative) return;
  if (child < verb_ || !takes(tree_.lower(child))) return;
  int object = tree_.child(child, Dep::kPobj);
  if (object < 0) object = tree_.child(child, Dep::kPcomp);
  if (object < 0) return;
  preposition_ = child;
  take(object, voices_behind(object));
}

bool VerbReport::for_somebody_to() {
  if (!takes(std::string_view("for"))) return false;
  for (int child : tree_.children(verb_)) {
    if (child < verb_ || (tree_.dep(child) != Dep::kAdvcl && tree_.dep(child) != Dep::kCcomp)) continue;
    int mark = tree_.child(child, Dep::kMark);
    if (mark < 0 || tree_.lower(mark) != "for" || !has_to(tree_, child)) continue;
    preposition_ = mark;
    return take(child, {{mark, mark + 1}}) && found_as(SpeechPattern::kPreposition);
  }
  return false;
}

bool VerbReport::object() {
  if (!takes(kObject)) return false;
  int what = tree_.child(verb_, passive_ ? Dep::kNsubjpass : Dep::kDobj);
  if (what < 0 || tree_.lower(what) == "it") return false;
  return take_with_rest(what, voices_behind(what)) && found_as(SpeechPattern::kObject);
}

}  // namespace sumario::read
