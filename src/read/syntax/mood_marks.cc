#include "read/syntax/mood_marks.h"

#include <algorithm>
#include <array>

#include "read/syntax/clause.h"

namespace sumario::read {
namespace {

constexpr int kMaxClimb = 12;

// The farther a modality takes its content from fact, the stronger; the strongest met on the way up decides.
int strength(Modality m) {
  static constexpr std::array kWeakestFirst = {Modality::kAsserted,  Modality::kAlleged,  Modality::kPlanned,
                                               Modality::kRequested, Modality::kPossible, Modality::kDenied,
                                               Modality::kNegated};
  return static_cast<int>(std::find(kWeakestFirst.begin(), kWeakestFirst.end(), m) - kWeakestFirst.begin());
}

// "(They said) they would appeal": what was future when it was said.
bool is_future_in_the_past(const Tree& tree, int verb) {
  for (int c : tree.children(verb))
    if (tree.dep(c) == Dep::kAux && tree.lemma(c) == "have") return false;
  for (int step = 0; step < kMaxClimb && tree.dep(verb) == Dep::kConj; ++step) verb = tree.head(verb);
  std::string_view above = tree.tag(tree.head(verb));
  return tree.dep(verb) == Dep::kCcomp && (above == "VBD" || above == "VBN");
}

// "Nobody was charged", "found no evidence", "accused of nothing", "of no wrongdoing", "charged with nothing": it did
// not happen. "With no explanation" and "in no time" say nothing about that.
int none_among_arguments(const Tree& tree, int verb) {
  for (int c : tree.children(verb)) {
    Dep dep = tree.dep(c);
    int none = -1;
    if (dep == Dep::kNsubj || dep == Dep::kNsubjpass || dep == Dep::kDobj || dep == Dep::kAttr) none = none_in(tree, c);
    if (int object = tree.child(c, Dep::kPobj); dep == Dep::kPrep && object >= 0)
      if (tree.lower(c) == "of" || (tree.lower(c) == "with" && none_in(tree, object) == object))
        none = none_in(tree, object);
    if (none >= 0) return none;
  }
  return -1;
}

// "Had the guard reported it", "should he be extradited": an auxiliary before the subject of a clause under another.
bool is_inverted_condition(const Tree& tree, int verb) {
  int auxiliary = tree.child(verb, Dep::kAux), subject = tree.child(verb, Dep::kNsubj);
  if (subject < 0) subject = tree.child(verb, Dep::kNsubjpass);
  return tree.dep(verb) == Dep::kAdvcl && auxiliary >= 0 && auxiliary < subject;
}

}  // namespace

void fold(Mood& mood, Modality m, int cue) {
  if (mood.modality == Modality::kPossible && m == Modality::kNegated) return;
  if (mood.modality == Modality::kNegated && m == Modality::kPossible) {
    mood = {m, cue, mood.question};
    return;
  }
  if (strength(m) > strength(mood.modality)) mood = {m, cue, mood.question};
}

bool is_that_clause(const Tree& tree, int verb) {
  for (int c : tree.children(verb))
    if (tree.lower(c) == "that" &&
        (tree.dep(c) == Dep::kMark || (tree.dep(c) == Dep::kDobj && tree.dep(verb) == Dep::kAcl)))
      return true;
  return false;
}

int none_in(const Tree& tree, int noun) {
  std::string_view word = tree.lower(noun);
  if (word == "nothing" || word == "nobody" || word == "none" || word == "neither") return noun;
  if (word == "one" && noun > 0 && tree.lower(noun - 1) == "no") return noun;
  for (int c : tree.children(noun)) {
    std::string_view left = tree.lower(c);
    if (tree.dep(c) == Dep::kDet && (left == "no" || left == "neither")) return c;
    if (tree.dep(c) == Dep::kPreconj && left == "neither") return c;
    if (tree.dep(c) == Dep::kNeg && tree.has_child(noun, Dep::kDet)) return c;
  }
  return -1;
}

void fold_auxiliaries(const Tree& tree, int verb, Mood& mood) {
  for (int c : tree.children(verb)) {
    if (tree.dep(c) == Dep::kNeg) {
      fold(mood, Modality::kNegated, c);
    } else if (tree.dep(c) == Dep::kAux && tree.tag(c) == "MD") {
      std::string_view word = tree.lemma(c);
      if (word == "will" || word == "shall" || tree.lower(c).ends_with("ll") || word == "wo")
        fold(mood, Modality::kPlanned, c);
      else if (word == "would" && is_future_in_the_past(tree, verb))
        fold(mood, Modality::kPlanned, c);
      else if (word == "should" || word == "must" || word == "ought")
        fold(mood, Modality::kRequested, c);
      else if ((word == "can" || word == "could") && tree.has_child(verb, Dep::kNeg))
        continue;  // "cannot be tried": negated
      else
        fold(mood, Modality::kPossible, c);
    }
  }
  if (tree.is_root(verb) && is_infinitive(tree, verb)) fold(mood, Modality::kPlanned, verb);
}

void fold_marks(const Tree& tree, int verb, Mood& mood) {
  if (int cue = none_among_arguments(tree, verb); cue >= 0) fold(mood, Modality::kNegated, cue);
  if (is_inverted_condition(tree, verb)) fold(mood, Modality::kPossible, verb);
  for (int c : tree.children(verb)) {
    std::string_view word = tree.lower(c);
    if (tree.dep(c) == Dep::kMark && (word == "if" || word == "whether" || word == "unless" ||
                                      (word == "until" && own_subject(tree, verb) < 0)))  // "until proven"
      fold(mood, Modality::kPossible, c);
    if (tree.dep(c) == Dep::kPreconj && word == "neither") fold(mood, Modality::kNegated, c);
  }
}

}  // namespace sumario::read
