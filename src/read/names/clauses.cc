#include "read/names/clauses.h"

namespace sumario::read {

using nlp::Pos;

namespace {

constexpr int kDeepest = 40;  // heads climbed from a token to its clause

// "Lee allowed him to go".
bool infinitive_subject(const Tree& tree, int pronoun) {
  int verb = tree.head(pronoun);
  return tree.dep(pronoun) == Dep::kNsubj && tree.tag(verb) == "VB" && tree.has_child(verb, Dep::kAux) &&
         (tree.dep(verb) == Dep::kCcomp || tree.dep(verb) == Dep::kXcomp) &&
         tree.lower(tree.child(verb, Dep::kAux)) == "to";
}

// "Lee wrote to Ray, asking him": a clause without a subject of its own has that of the clause above.
int understood_subject(const Tree& tree, int verb) {
  for (int steps = 0; verb >= 0 && steps < 4; ++steps) {
    if (int subject = subject_of(tree, verb); subject >= 0) return subject;
    if (tree.dep(verb) != Dep::kAdvcl && tree.dep(verb) != Dep::kPcomp) return -1;
    verb = clause_of(tree, verb);
  }
  return -1;
}

bool object_beside_subject(const Tree& tree, int pronoun, int other) {
  Dep dep = tree.dep(pronoun);
  int verb = -1;
  if (infinitive_subject(tree, pronoun)) verb = tree.head(tree.head(pronoun));
  if (dep == Dep::kDobj || dep == Dep::kDative) verb = tree.head(pronoun);
  if (dep == Dep::kPobj && heads_clause(tree, tree.head(tree.head(pronoun)))) verb = tree.head(tree.head(pronoun));
  return verb >= 0 && understood_subject(tree, verb) == other;
}

// The pronoun is the possessor of the noun, or stands right behind its "of".
bool describes(const Tree& tree, int pronoun, int noun) {
  int i = pronoun;
  if (tree.dep(i) == Dep::kPobj && tree.dep(tree.head(i)) == Dep::kPrep) i = tree.head(i);
  return (tree.dep(pronoun) == Dep::kPoss || tree.dep(pronoun) == Dep::kPobj) && tree.head(i) == noun;
}

bool inside_description(const Tree& tree, int pronoun, int other) {
  if (describes(tree, pronoun, other)) return true;                                               // "his lawyer Lee"
  if (tree.dep(other) == Dep::kAppos && describes(tree, pronoun, tree.head(other))) return true;  // "his lawyer, Lee"
  for (int child : tree.children(other))                                                          // "Lee, his lawyer"
    if (tree.dep(child) == Dep::kAppos && describes(tree, pronoun, child)) return true;
  return false;
}

bool inside_predicate(const Tree& tree, int pronoun, int other) {
  for (int i = pronoun, steps = 0; steps < kDeepest && !tree.is_root(i); ++steps, i = tree.head(i)) {
    if (heads_clause(tree, i)) return false;
    if (tree.dep(i) == Dep::kAttr) return subject_of(tree, tree.head(i)) == other;
  }
  return false;
}

bool named_inside_clause(const Tree& tree, int pronoun, int other) {
  Dep dep = tree.dep(pronoun);
  if ((dep != Dep::kNsubj && dep != Dep::kNsubjpass) || other < pronoun) return false;
  int verb = tree.head(pronoun);
  for (int i = other, steps = 0; steps < kDeepest; ++steps, i = tree.head(i)) {
    if (i == verb) return true;
    if (tree.is_root(i) || (tree.dep(i) == Dep::kConj && heads_clause(tree, i))) return false;
  }
  return false;
}

}  // namespace

bool heads_clause(const Tree& tree, int token) {
  Pos pos = tree.pos(token);
  if (pos != Pos::kVerb && pos != Pos::kAux) return false;
  Dep dep = tree.dep(token);
  return dep != Dep::kAux && dep != Dep::kAuxpass && dep != Dep::kAmod && dep != Dep::kCompound;
}

int clause_of(const Tree& tree, int token) {
  int i = token;
  for (int steps = 0; steps < kDeepest && !tree.is_root(i); ++steps) {
    i = tree.head(i);
    if (heads_clause(tree, i)) return i;
  }
  return -1;
}

int subject_of(const Tree& tree, int verb) {
  for (int steps = 0; verb >= 0 && steps < 8; ++steps) {
    for (Dep dep : {Dep::kNsubj, Dep::kNsubjpass})
      if (int subject = tree.child(verb, dep); subject >= 0) return subject;
    Dep dep = tree.dep(verb);
    if (tree.is_root(verb) || (dep != Dep::kConj && dep != Dep::kXcomp)) return -1;
    verb = tree.head(verb);
  }
  return -1;
}

bool disjoint(const Tree& tree, int pronoun, int other) {
  return object_beside_subject(tree, pronoun, other) || inside_description(tree, pronoun, other) ||
         inside_predicate(tree, pronoun, other) || named_inside_clause(tree, pronoun, other);
}

bool joined_before(const Tree& tree, int other, int token) {
  for (int k = token, steps = 0; steps < 12 && !tree.is_root(k) && !heads_clause(tree, k); ++steps) {
    const bool joined = tree.dep(k) == Dep::kConj;
    k = tree.head(k);
    if (joined && k == other) return true;
  }
  return false;
}

}  // namespace sumario::read
