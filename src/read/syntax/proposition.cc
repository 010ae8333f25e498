#include "read/syntax/proposition.h"

#include <algorithm>

namespace sumario::read {
namespace {

using nlp::Pos;

constexpr int kMaxClimb = 12;

bool is_relative_pronoun(const Tree& tree, int i) {
  return tree.tag(i) == "WDT" || tree.tag(i) == "WP" || tree.tag(i) == "WP$";
}

// The noun a relative pronoun stands for: the head of the relative clause the pronoun lies in.
int antecedent(const Tree& tree, int pronoun) {
  int at = pronoun;
  for (int step = 0; step < kMaxClimb && !tree.is_root(at); ++step) {
    if (tree.dep(at) == Dep::kRelcl) return tree.head(at);
    at = tree.head(at);
  }
  return -1;
}

// What a phrase head means once a relative pronoun is replaced; the head itself for all others.
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
  if (!tree.is_verbal(governor)) return subject_from_noun(tree, governor, steps - 1);
  std::string_view word = tree.lower(preposition);
  bool laid_on = word == "of" || word == "for" || word == "with" || word == "from" || word == "on" || word == "into";
  int object = tree.child(governor, Dep::kDobj);
  if (laid_on && object >= 0 && !is_passive(tree, governor)) return meant(tree, object);
  return surface_subject(tree, governor, steps - 1);
}

int subject_of_infinitive(const Tree& tree, int verb, int steps) {
  int governor = tree.head(verb);
  if (!tree.is_verbal(governor)) {
    if (int copula = tree.head(governor); tree.dep(governor) == Dep::kAcomp && tree.is_verbal(copula))
      return surface_subject(tree, copula, steps - 1);  // "is due to appear"
    return -1;
  }
  int object = tree.child(governor, Dep::kDobj);
  bool controls = object >= 0 && !is_passive(tree, governor) && tree.lemma(governor) != "promise";
  return controls ? meant(tree, object) : surface_subject(tree, governor, steps - 1);
}

// "the first person to face charges" does the facing; "a decision to charge" does not charge.
bool is_the_nth(const Tree& tree, int noun) {
  for (int c : tree.children(noun))
    if (tree.dep(c) == Dep::kAmod && (tree.token(c).entity == "ORDINAL" || tree.tag(c) == "JJS" ||
                                      tree.lower(c) == "only" || tree.lower(c) == "last"))
      return true;
  return false;
}

int surface_subject(const Tree& tree, int verb, int steps) {
  if (steps <= 0) return -1;
  if (int own = own_subject(tree, verb); own >= 0) return meant(tree, own);
  int head = tree.head(verb);
  switch (tree.dep(verb)) {
    case Dep::kConj: return tree.is_verbal(head) ? surface_subject(tree, head, steps - 1) : -1;
    case Dep::kAcl: return tree.tag(verb) == "VB" && !is_the_nth(tree, head) ? -1 : head;
    case Dep::kAmod: return head;
    case Dep::kXcomp: return subject_of_infinitive(tree, verb, steps);
    case Dep::kAdvcl: return tree.is_verbal(head) && tree.tag(verb) != "VBD" && tree.tag(verb) != "VBZ"
                                 ? surface_subject(tree, head, steps - 1) : -1;
    case Dep::kPcomp: return tree.dep(head) == Dep::kPrep || tree.dep(head) == Dep::kAgent
                                 ? subject_of_prepositional_clause(tree, head, steps) : -1;
    default: return -1;
  }
}

// The object a verb in a relative clause takes from its antecedent: "the man (whom) police arrested".
int relative_object(const Tree& tree, int verb) {
  int clause = verb;
  while (tree.dep(clause) == Dep::kConj || tree.dep(clause) == Dep::kXcomp) {
    if (tree.is_root(clause) || own_subject(tree, clause) >= 0) break;
    clause = tree.head(clause);
  }
  if (tree.dep(clause) != Dep::kRelcl) return -1;
  int subject = own_subject(tree, clause);
  if (subject < 0 || is_relative_pronoun(tree, subject)) return -1;
  for (int c : tree.children(clause)) {
    if (is_relative_pronoun(tree, c)) return -1;                                   // it has its own role
    if (tree.dep(c) == Dep::kPrep && tree.children(c).empty()) return -1;          // stranded preposition
    if (tree.dep(c) == Dep::kAdvmod && (tree.lower(c) == "where" || tree.lower(c) == "when")) return -1;
    if (tree.dep(c) == Dep::kPrep)
      for (int o : tree.children(c))
        if (is_relative_pronoun(tree, o)) return -1;
  }
  return tree.head(clause);
}

// "Police arrested and charged Lee": the first verb's object stands at the second.
int shared_object(const Tree& tree, int verb) {
  for (int c : tree.children(verb))
    if (tree.dep(c) == Dep::kConj && tree.is_verbal(c) && own_subject(tree, c) < 0 && tree.tag(c) == tree.tag(verb))
      if (int object = tree.child(c, Dep::kDobj); object >= 0) return object;
  return -1;
}

void add(Proposition& p, Relation relation, int head, bool understood, std::string_view preposition = {},
         int marker = -1) {
  if (head >= 0 && head != p.predicate) p.arguments.push_back({relation, preposition, head, marker, understood});
}

void add_preposition(const Tree& tree, Proposition& p, int marker, bool understood) {
  std::string_view word = tree.lower(marker);
  bool found = false;
  for (int c : tree.children(marker)) {
    if (tree.dep(c) == Dep::kPobj || tree.dep(c) == Dep::kPcomp) {
      add(p, Relation::kPreposition, meant(tree, c), understood || is_relative_pronoun(tree, c), word, marker);
      found = true;
    } else if (tree.dep(c) == Dep::kPrep || (tree.dep(c) == Dep::kConj && tree.pos(c) == Pos::kAdp)) {
      add_preposition(tree, p, c, understood);  // "out of", "before and after"
    }
  }
  if (!found && tree.children(marker).empty() && tree.dep(tree.head(marker)) == Dep::kRelcl)  // "charges he is held on"
    add(p, Relation::kPreposition, tree.head(tree.head(marker)), true, word, marker);
}

void add_verb_arguments(const Tree& tree, Proposition& p) {
  const int verb = p.predicate;
  p.passive = is_passive(tree, verb);
  int own = own_subject(tree, verb);
  int subject = surface_subject(tree, verb, kMaxClimb);
  if (own >= 0 && (tree.dep(own) == Dep::kCsubj || tree.dep(own) == Dep::kCsubjpass)) subject = -1;
  bool written = own >= 0 && own == subject;
  add(p, p.passive ? Relation::kObject : Relation::kSubject, subject, !written);
  bool has_object = p.passive;
  for (int c : tree.children(verb)) {
    switch (tree.dep(c)) {
      case Dep::kDobj:
        add(p, p.passive ? Relation::kComplement : Relation::kObject, meant(tree, c), is_relative_pronoun(tree, c));
        has_object = true;
        break;
      case Dep::kDative:
        if (tree.pos(c) == Pos::kAdp) add_preposition(tree, p, c, false);
        else add(p, Relation::kRecipient, meant(tree, c), false);
        break;
      case Dep::kAgent:
        for (int o : tree.children(c))
          if (tree.dep(o) == Dep::kPobj) add(p, Relation::kSubject, meant(tree, o), false, {}, c);
        break;
      case Dep::kAttr: case Dep::kAcomp: case Dep::kOprd: add(p, Relation::kComplement, c, false); break;
      case Dep::kCcomp: case Dep::kXcomp: add(p, Relation::kClause, c, false); break;
      case Dep::kPrep: add_preposition(tree, p, c, false); break;
      case Dep::kAdvmod: case Dep::kNpadvmod: add(p, Relation::kAdverbial, c, false); break;
      default: break;
    }
  }
  if (!has_object) {
    int object = relative_object(tree, verb);
    if (object < 0) object = shared_object(tree, verb);
    add(p, Relation::kObject, object, true);
  }
  // The parser often hangs a verb's last phrase on the object: "charged [Lee with fraud]".
  if (const Argument* object = p.find(Relation::kObject); object && !object->understood && !p.passive) {
    int head = object->head;  // copied: the list grows below
    for (int c : tree.children(head))
      if (tree.dep(c) == Dep::kPrep && (tree.lower(c) != "of" || tree.pos(head) == Pos::kPropn))
        add_preposition(tree, p, c, true);
  }
}

void add_noun_arguments(const Tree& tree, Proposition& p) {
  for (int c : tree.children(p.predicate)) {
    switch (tree.dep(c)) {
      case Dep::kPoss: add(p, Relation::kPossessive, meant(tree, c), is_relative_pronoun(tree, c)); break;
      case Dep::kCompound: case Dep::kNmod: add(p, Relation::kCompound, c, false); break;
      case Dep::kAmod: add(p, Relation::kModifier, c, false); break;
      case Dep::kPrep: add_preposition(tree, p, c, false); break;
      case Dep::kAgent: add_preposition(tree, p, c, false); break;
      case Dep::kAppos: add(p, Relation::kApposition, c, false); break;
      case Dep::kAcl: case Dep::kCcomp:
        if (tree.dep(c) == Dep::kCcomp || tree.tag(c) == "VB") add(p, Relation::kClause, c, false);
        else if (tree.tag(c) == "VBN" || tree.tag(c) == "VBG")  // "charges filed against him"
          for (int g : tree.children(c))
            if (tree.dep(g) == Dep::kPrep) add_preposition(tree, p, g, true);
        break;
      default: break;
    }
  }
  if (tree.dep(p.predicate) == Dep::kAppos) add(p, Relation::kApposition, tree.head(p.predicate), false);
  Carrier carrier = carrier_of(tree, p.predicate);
  if (carrier.verb >= 0 && tree.dep(p.predicate) != Dep::kNsubj)  // "filed charges against him": it may hang from the verb
    for (int c : tree.children(carrier.verb))
      if (tree.dep(c) == Dep::kPrep && c != carrier.preposition) add_preposition(tree, p, c, true);
}

}  // namespace

const Argument* Proposition::find(Relation relation) const {
  for (const Argument& a : arguments)
    if (a.relation == relation) return &a;
  return nullptr;
}

const Argument* Proposition::find(std::string_view preposition) const {
  for (const Argument& a : arguments)
    if (a.relation == Relation::kPreposition && a.preposition == preposition) return &a;
  return nullptr;
}

int surface_subject(const Tree& tree, int verb) { return surface_subject(tree, verb, kMaxClimb); }

bool is_passive(const Tree& tree, int verb) {
  for (int step = 0; step < kMaxClimb; ++step) {
    if (tree.has_child(verb, Dep::kAuxpass) || tree.has_child(verb, Dep::kNsubjpass)) return true;
    if (tree.tag(verb) != "VBN") return false;
    int own = own_subject(tree, verb);
    switch (tree.dep(verb)) {
      case Dep::kAcl: case Dep::kAmod: case Dep::kRelcl: return !has_auxiliary(tree, verb);
      case Dep::kAdvcl: case Dep::kRoot: case Dep::kXcomp: case Dep::kOprd: case Dep::kCcomp:
        return !has_auxiliary(tree, verb) && (own < 0 || tree.dep(own) == Dep::kNsubjpass);
      case Dep::kConj:
        if (own >= 0 || has_auxiliary(tree, verb) || !tree.is_verbal(tree.head(verb))) return false;
        verb = tree.head(verb);
        continue;
      default: return false;
    }
  }
  return false;
}

Proposition proposition_at(const Tree& tree, int predicate) {
  Proposition p;
  p.predicate = predicate;
  if (tree.is_verbal(predicate) && tree.tag(predicate).substr(0, 2) != "NN") add_verb_arguments(tree, p);
  else add_noun_arguments(tree, p);
  return p;
}

std::vector<int> coordinated(const Tree& tree, int head) {
  std::vector<int> heads = {head};
  for (size_t i = 0; i < heads.size() && heads.size() < 32; ++i)
    for (int c : tree.children(heads[i]))
      if (tree.dep(c) == Dep::kConj && !tree.is_verbal(c)) heads.push_back(c);
  std::sort(heads.begin(), heads.end());
  return heads;
}

Carrier carrier_of(const Tree& tree, int noun) {
  int at = noun;
  while (tree.dep(at) == Dep::kConj && !tree.is_root(at) && !tree.is_verbal(tree.head(at))) at = tree.head(at);
  int head = tree.head(at);
  switch (tree.dep(at)) {
    case Dep::kDobj: case Dep::kNsubjpass: case Dep::kAttr: case Dep::kOprd: case Dep::kNsubj:
      return tree.is_verbal(head) ? Carrier{head, -1} : Carrier{};
    case Dep::kPobj:
      if (tree.dep(head) == Dep::kPrep && tree.is_verbal(tree.head(head))) return {tree.head(head), head};
      return {};
    default: return {};
  }
}

}  // namespace sumario::read
