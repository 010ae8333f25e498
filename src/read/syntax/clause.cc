#include "read/syntax/clause.h"

#include <algorithm>

namespace sumario::read {
namespace {

using nlp::Pos;

constexpr int kMaxClimb = 12;

// The noun a relative pronoun stands for: the head of the relative clause the pronoun lies in.
int antecedent(const Tree& tree, int pronoun) {
  int at = pronoun;
  for (int step = 0; step < kMaxClimb && !tree.is_root(at); ++step) {
    if (tree.dep(at) == Dep::kRelcl) return tree.head(at);
    at = tree.head(at);
  }
  return -1;
}

bool has_auxiliary(const Tree& tree, int verb) {
  return tree.has_child(verb, Dep::kAux) || tree.has_child(verb, Dep::kAuxpass);
}

int surface_subject(const Tree& tree, int verb, int steps);

// The understood subject of a clause that hangs from a noun: "his arrest for stealing", "faces charges of stealing".
int subject_from_noun(const Tree& tree, int noun, int steps) {
  if (steps <= 0) return -1;
  if (int owner = tree.child(noun, Dep::kPoss); owner >= 0) return meant(tree, owner);
  for (int c : tree.children(noun))
    if (tree.dep(c) == Dep::kPrep && (tree.lower(c) == "against" || tree.lower(c) == "of"))
      if (int object = tree.child(c, Dep::kPobj); object >= 0 && tree.pos(object) == Pos::kPropn) return object;
  int head = tree.head(noun);
  if (tree.dep(noun) == Dep::kDobj && tree.is_verbal(head)) {
    for (int c : tree.children(head))
      if (tree.dep(c) == Dep::kPrep && tree.lower(c) == "against") {
        int object = tree.child(c, Dep::kPobj);
        if (object >= 0) return object;
      }
    return surface_subject(tree, head, steps - 1);
  }
  if (tree.dep(noun) == Dep::kPobj && tree.dep(head) == Dep::kPrep && tree.lower(head) != "as") {
    int up = tree.head(head);
    if (!tree.is_verbal(up)) return subject_from_noun(tree, up, steps - 1);
    int object = tree.child(up, Dep::kDobj);
    return object >= 0 && !is_passive(tree, up) ? meant(tree, object) : surface_subject(tree, up, steps - 1);
  }
  return -1;
}

// Subject of "stealing" in "accused of stealing", "after stealing": the object of the governor where the preposition
// tells what is laid on it, its subject where it tells circumstances.
int subject_of_prepositional_clause(const Tree& tree, int preposition, int steps) {
  int governor = tree.head(preposition);
  if (tree.dep(governor) == Dep::kAdvmod) governor = tree.head(governor);  // "stopped short of accusing him"
  if (!tree.is_verbal(governor)) return subject_from_noun(tree, governor, steps - 1);
  std::string_view word = tree.lower(preposition);
  bool laid_on = word == "of" || word == "for" || word == "with" || word == "from" || word == "on" || word == "into";
  int object = tree.child(governor, Dep::kDobj);
  if (laid_on && object >= 0 && object < preposition && !is_passive(tree, governor)) return meant(tree, object);
  return surface_subject(tree, governor, steps - 1);
}

// "called on her to resign": whom the governor lays the infinitive on behind "on"; -1 if nobody.
int called_on(const Tree& tree, int governor, int verb) {
  for (int c : tree.children(governor)) {
    if (c > verb || tree.dep(c) != Dep::kPrep || (tree.lower(c) != "on" && tree.lower(c) != "upon")) continue;
    int called = tree.child(c, Dep::kPobj);
    if (called >= 0 && tree.token(called).entity != "DATE") return called;
  }
  return -1;
}

int subject_of_infinitive(const Tree& tree, int verb, int steps) {
  int governor = tree.head(verb);
  if (!tree.is_verbal(governor)) {
    if (int copula = tree.head(governor); tree.dep(governor) == Dep::kAcomp && tree.is_verbal(copula))
      return surface_subject(tree, copula, steps - 1);  // "is due to appear"
    return -1;
  }
  int object = tree.child(governor, Dep::kDobj);
  if (object < 0) object = called_on(tree, governor, verb);
  bool controls = object >= 0 && !is_passive(tree, governor) && tree.lemma(governor) != "promise";
  return controls ? meant(tree, object) : surface_subject(tree, governor, steps - 1);
}

// "(She is) the first person to face charges": she faces them; in "she is not the first" it is told of others.
int who_is(const Tree& tree, int noun, int steps) {
  bool predicate = tree.dep(noun) == Dep::kAttr && tree.lemma(tree.head(noun)) == "be" &&
                   !tree.has_child(tree.head(noun), Dep::kNeg);
  int somebody = predicate ? surface_subject(tree, tree.head(noun), steps - 1) : -1;
  return somebody >= 0 ? somebody : noun;
}

// "Lee was held, his lawyer said, charged with theft": charged may be whom either verb tells of.
bool said_in_between(const Tree& tree, int verb) {
  int content = tree.child(verb, Dep::kCcomp);
  return content >= 0 && content < verb;
}

int surface_subject(const Tree& tree, int verb, int steps) {
  if (steps <= 0) return -1;
  if (int own = own_subject(tree, verb); own >= 0) return meant(tree, own);
  int head = tree.head(verb);
  switch (tree.dep(verb)) {
    case Dep::kAcomp:
      return tree.is_verbal(head) ? surface_subject(tree, head, steps - 1) : -1;  // "was *closed*"
    case Dep::kRelcl:
      return is_infinitive(tree, verb) && is_the_nth(tree, head) ? who_is(tree, head, steps) : -1;
    case Dep::kConj:
      return tree.is_verbal(head) ? surface_subject(tree, head, steps - 1) : -1;
    case Dep::kAcl:
      if (!is_infinitive(tree, verb)) return head;
      return is_the_nth(tree, head) ? who_is(tree, head, steps) : -1;
    case Dep::kAmod:
      return head;
    case Dep::kXcomp:
      return subject_of_infinitive(tree, verb, steps);
    case Dep::kAdvcl:
      if (tree.tag(verb) == "VBN" && verb > head && said_in_between(tree, head)) return -1;
      return tree.is_verbal(head) && tree.tag(verb) != "VBD" && tree.tag(verb) != "VBZ"
                 ? surface_subject(tree, head, steps - 1)
                 : -1;
    case Dep::kPcomp:
      return tree.dep(head) == Dep::kPrep || tree.dep(head) == Dep::kAgent
                 ? subject_of_prepositional_clause(tree, head, steps)
                 : -1;
    default:
      return -1;
  }
}

}  // namespace

bool is_relative_pronoun(const Tree& tree, int i) {
  return tree.tag(i) == "WDT" || tree.tag(i) == "WP" || tree.tag(i) == "WP$";
}

bool is_infinitive(const Tree& tree, int verb) {
  int to = tree.child(verb, Dep::kAux);
  return to >= 0 && tree.tag(to) == "TO";
}

bool is_the_nth(const Tree& tree, int noun) {
  for (int c : tree.children(noun))
    if (tree.dep(c) == Dep::kAmod && (tree.token(c).entity == "ORDINAL" || tree.tag(c) == "JJS" ||
                                      tree.lower(c) == "only" || tree.lower(c) == "last"))
      return true;
  int of = tree.head(noun);  // "one of three senators to oppose it", from either noun
  if (tree.dep(noun) == Dep::kPobj && tree.lower(of) == "of" && tree.lower(tree.head(of)) == "one") return true;
  int behind = tree.child(noun, Dep::kPrep);
  return tree.lower(noun) == "one" && behind >= 0 && tree.lower(behind) == "of";
}

bool is_mere_mark(const Tree& tree, int i) {
  int verb = tree.head(i);
  if (tree.dep(i) != Dep::kDobj) return false;
  return tree.tag(i) == "WDT" && tree.lower(i) == "that" &&
         (tree.dep(verb) == Dep::kAcl || tree.has_child(verb, Dep::kAcomp));
}

int meant(const Tree& tree, int head) {
  if (head < 0 || !is_relative_pronoun(tree, head)) return head;
  int noun = antecedent(tree, head);
  return noun >= 0 ? noun : head;
}

int own_subject(const Tree& tree, int verb) {
  for (int c : tree.children(verb)) {
    Dep dep = tree.dep(c);
    if (dep == Dep::kNsubj || dep == Dep::kNsubjpass || dep == Dep::kCsubj || dep == Dep::kCsubjpass) return c;
  }
  return -1;
}

int surface_subject(const Tree& tree, int verb) { return surface_subject(tree, verb, kMaxClimb); }

bool is_passive(const Tree& tree, int verb) {
  for (int step = 0; step < kMaxClimb; ++step) {
    if (tree.has_child(verb, Dep::kAuxpass) || tree.has_child(verb, Dep::kNsubjpass)) return true;
    if (tree.tag(verb) != "VBN") return false;
    int own = own_subject(tree, verb);
    switch (tree.dep(verb)) {
      case Dep::kAcl:
      case Dep::kAmod:
      case Dep::kRelcl:
      case Dep::kAcomp:
      case Dep::kAdvcl:
      case Dep::kRoot:
      case Dep::kXcomp:
      case Dep::kOprd:
      case Dep::kCcomp:
        return !has_auxiliary(tree, verb) && own < 0;  // one with a passive subject was found above
      case Dep::kConj:
        if (own >= 0 || has_auxiliary(tree, verb) || !tree.is_verbal(tree.head(verb))) return false;
        verb = tree.head(verb);
        continue;
      default:
        return false;
    }
  }
  return false;
}

int relative_object(const Tree& tree, int verb) {
  int clause = verb;
  for (int step = 0; step < kMaxClimb && (tree.dep(clause) == Dep::kConj || tree.dep(clause) == Dep::kXcomp); ++step) {
    if (tree.is_root(clause) || own_subject(tree, clause) >= 0) break;
    clause = tree.head(clause);
  }
  if (tree.dep(clause) != Dep::kRelcl || tree.has_child(clause, Dep::kMark)) return -1;  // "the claim that he lied"
  int subject = own_subject(tree, clause);
  if (subject < 0 || is_relative_pronoun(tree, subject)) return -1;
  for (int i = std::max(tree.subtree(clause).begin, subject - kMaxClimb); i < subject; ++i)
    if (is_relative_pronoun(tree, i)) return -1;  // it has its own role: "whose", "to whom"
  for (int c : tree.children(clause)) {
    if (is_relative_pronoun(tree, c)) return -1;
    if (tree.dep(c) == Dep::kPrep && tree.children(c).empty()) return -1;  // stranded preposition
    if (tree.dep(c) == Dep::kAdvmod && (tree.lower(c) == "where" || tree.lower(c) == "when")) return -1;
  }
  return tree.head(clause);
}

int shared_object(const Tree& tree, int verb) {
  for (int step = 0, at = verb; step < kMaxClimb; ++step) {
    int next = -1;
    for (int c : tree.children(at)) {
      Dep dep = tree.dep(c);
      if (dep == Dep::kConj && tree.is_verbal(c) && own_subject(tree, c) < 0 && tree.tag(c) == tree.tag(verb))
        next = c;
      else if (c > at && dep != Dep::kCc && dep != Dep::kPunct && dep != Dep::kAdvmod && dep != Dep::kPreconj)
        break;
      if (next >= 0) break;
    }
    if (next < 0) return -1;
    if (int object = tree.child(next, Dep::kDobj); object >= 0) return object;
    at = next;
  }
  return -1;
}

}  // namespace sumario::read
