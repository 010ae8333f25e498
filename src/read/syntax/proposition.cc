#include "read/syntax/proposition.h"

#include <algorithm>

namespace sumario::read {
namespace {

using nlp::Pos;

int object_of_preposition(const Tree& tree, int marker) {
  if (tree.pos(marker) != Pos::kAdp) return -1;
  int object = tree.child(marker, Dep::kPobj);
  return object >= 0 ? object : tree.child(marker, Dep::kPcomp);
}

// Whether the predicate stands in a clause of the noun at `head`.
bool hangs_behind(const Tree& tree, int predicate, int head) {
  for (int step = 0, at = predicate; step < 12 && at > head; ++step) {
    at = tree.head(at);
    if (at == head) return true;
  }
  return false;
}

void add(Proposition& p, Relation relation, int head, bool understood, std::string_view preposition = {},
         int marker = -1) {
  if (head >= 0 && head != p.predicate)
    p.arguments.push_back({relation, preposition, head, marker, understood, p.predicate});
}

void add_preposition(const Tree& tree, Proposition& p, int marker, bool understood) {
  TokenSpan words{marker, marker + 1};  // "out of", "according to", "instead of"
  int above = tree.head(marker);
  if (above + 1 == marker && tree.dep(above) == Dep::kPrep && tree.dep(marker) == Dep::kPrep) words.begin = above;
  if (int left = tree.child(marker, Dep::kAdvmod); left >= 0 && tree.lower(marker) == "of" && left + 1 == marker)
    words.begin = left;
  std::string_view word = tree.lower(words);
  bool found = false;
  for (int c : tree.children(marker)) {
    bool adjective = tree.dep(c) == Dep::kAmod && c > marker;  // "described as *false*"
    if (tree.dep(c) == Dep::kPobj || tree.dep(c) == Dep::kPcomp || adjective) {
      add(p, Relation::kPreposition, meant(tree, c), understood || is_relative_pronoun(tree, c), word, marker);
      found = true;
    } else if (tree.dep(c) == Dep::kPrep || (tree.dep(c) == Dep::kConj && tree.pos(c) == Pos::kAdp)) {
      add_preposition(tree, p, c, understood);  // "out of", "before and after"
    }
  }
  if (!found && tree.children(marker).empty() && tree.dep(tree.head(marker)) == Dep::kRelcl)  // "charges he is held on"
    add(p, Relation::kPreposition, tree.head(tree.head(marker)), true, word, marker);
}

// Phrases of the verb that the parser hung on one of its arguments.
void add_phrases_hung_on(const Tree& tree, Proposition& p, int argument) {
  for (int c : tree.children(argument))
    if (tree.dep(c) == Dep::kPrep && (tree.lower(c) != "of" || tree.pos(argument) == Pos::kPropn))
      add_preposition(tree, p, c, true);
}

void add_verb_arguments(const Tree& tree, Proposition& p) {
  const int verb = p.predicate;
  p.passive = is_passive(tree, verb);
  int own = own_subject(tree, verb);
  int subject = surface_subject(tree, verb);
  if (own >= 0 && (tree.dep(own) == Dep::kCsubj || tree.dep(own) == Dep::kCsubjpass)) subject = -1;
  bool written = own >= 0 && own == subject;
  add(p, p.passive ? Relation::kObject : Relation::kSubject, subject, !written);
  bool has_object = p.passive;
  for (int c : tree.children(verb)) {
    switch (tree.dep(c)) {
      case Dep::kDobj:
        if (is_mere_mark(tree, c)) break;
        add(p, p.passive ? Relation::kComplement : Relation::kObject, meant(tree, c), is_relative_pronoun(tree, c));
        has_object = true;
        break;
      case Dep::kDative:
        if (tree.pos(c) == Pos::kAdp)
          add_preposition(tree, p, c, false);
        else
          add(p, Relation::kRecipient, meant(tree, c), false);
        break;
      case Dep::kAgent:
        for (int o : tree.children(c))
          if (tree.dep(o) == Dep::kPobj) {
            add(p, Relation::kSubject, meant(tree, o), false, {}, c);
            add_phrases_hung_on(tree, p, o);
          }
        break;
      case Dep::kAttr:
      case Dep::kAcomp:
      case Dep::kOprd:
        add(p, Relation::kComplement, c, false);
        break;
      case Dep::kCcomp:
      case Dep::kXcomp:
        add(p, Relation::kClause, c, false);
        break;
      case Dep::kPrep:
        add_preposition(tree, p, c, false);
        break;
      case Dep::kAux:
        add(p, Relation::kAuxiliary, c, false);
        break;
      case Dep::kAdvmod:
      case Dep::kNpadvmod:
        add(p, Relation::kAdverbial, c, false);
        break;
      default:
        break;
    }
  }
  if (!has_object) {
    int object = relative_object(tree, verb);
    if (object < 0) object = shared_object(tree, verb);
    add(p, Relation::kObject, object, true);
  }
  // The parser often hangs a verb's last phrase on the object: "charged [Lee with fraud]".
  if (int object = tree.child(verb, Dep::kDobj); object >= 0) add_phrases_hung_on(tree, p, object);
}

// "one of his aides": the noun stands where "one" stands.
int one_of(const Tree& tree, int noun) {
  if (tree.dep(noun) != Dep::kPobj || tree.lower(tree.head(noun)) != "of") return noun;
  int one = tree.head(tree.head(noun));
  return tree.lower(one) == "one" ? one : noun;
}

// "brothers Jan and Pavel Novak": a common noun before a name says what the name's bearer is.
bool describes_name(const Tree& tree, int noun) {
  Dep dep = tree.dep(noun);
  return (dep == Dep::kCompound || dep == Dep::kNmod) && noun < tree.head(noun) && tree.pos(noun) == Pos::kNoun &&
         tree.pos(tree.head(noun)) == Pos::kPropn;
}

// "The suspect in custody", "a man under arrest", "the officers on trial": whose state the bare noun tells; -1 if
// nobody's.
int in_whose_state(const Tree& tree, int noun) {
  int marker = tree.head(noun), bearer = tree.head(marker);
  std::string_view word = tree.lower(marker);
  if (tree.dep(noun) != Dep::kPobj || (word != "in" && word != "under" && word != "on" && word != "behind")) return -1;
  if (tree.tag(noun).back() == 'S' && word == "on") return -1;  // "an arrest on charges"
  if (tree.has_child(noun, Dep::kDet) || tree.has_child(noun, Dep::kPoss)) return -1;
  return tree.dep(marker) == Dep::kPrep && !tree.is_verbal(bearer) ? bearer : -1;
}

void add_noun_arguments(const Tree& tree, Proposition& p) {
  for (int c : tree.children(p.predicate)) {
    switch (tree.dep(c)) {
      case Dep::kPoss:
        add(p, Relation::kPossessive, meant(tree, c), is_relative_pronoun(tree, c));
        break;
      case Dep::kCompound:
      case Dep::kNmod:
        add(p, Relation::kCompound, c, false);
        break;
      case Dep::kAmod:
        add(p, Relation::kModifier, c, false);
        break;
      case Dep::kPrep:
        add_preposition(tree, p, c, false);
        if (int name = tree.child(c, Dep::kPobj); name >= 0 && tree.lower(c) == "of" && tree.pos(name) == Pos::kPropn)
          for (int d : tree.children(name))  // "the extradition of [Lee from Peru]"
            if (tree.dep(d) == Dep::kPrep) add_preposition(tree, p, d, true);
        break;
      case Dep::kAgent:
        add_preposition(tree, p, c, false);
        break;
      case Dep::kAppos:
        add(p, Relation::kApposition, c, false);
        break;
      case Dep::kAcl:
      case Dep::kCcomp:
      case Dep::kXcomp:  // "willing to withdraw"
        if (tree.dep(c) != Dep::kAcl || tree.tag(c) == "VB" || tree.has_child(c, Dep::kMark))
          add(p, Relation::kClause, c, false);
        else if (tree.tag(c) == "VBN" || tree.tag(c) == "VBG")  // "charges filed against him"
          for (int g : tree.children(c))
            if (tree.dep(g) == Dep::kPrep) add_preposition(tree, p, g, true);
        break;
      default:
        break;
    }
  }
  if (int noun = one_of(tree, p.predicate); tree.dep(noun) == Dep::kAppos || describes_name(tree, noun))
    add(p, Relation::kApposition, tree.head(noun), false);
  add(p, Relation::kSubject, in_whose_state(tree, p.predicate), true);
  Carrier carrier = carrier_of(tree, p.predicate);
  if (carrier.verb >= 0 &&
      tree.dep(p.predicate) != Dep::kNsubj)  // "filed charges against him": it may hang from the verb
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

Proposition proposition_at(const Tree& tree, int predicate) {
  Proposition p;
  p.predicate = predicate;
  if (tree.is_verbal(predicate) && tree.tag(predicate).substr(0, 2) != "NN")
    add_verb_arguments(tree, p);
  else
    add_noun_arguments(tree, p);
  return p;
}

int counted(const Tree& tree, int head) {
  Pos pos = tree.pos(head);
  if (pos != Pos::kDet && pos != Pos::kNum && pos != Pos::kAdj && pos != Pos::kPron) return head;
  int of = tree.child(head, Dep::kPrep);
  int object = of >= 0 && tree.lower(of) == "of" ? tree.child(of, Dep::kPobj) : -1;
  return object >= 0 ? object : head;
}

std::vector<int> coordinated(const Tree& tree, int head, int predicate) {
  const int end = hangs_behind(tree, predicate, head) ? predicate : tree.size();
  std::vector<int> heads = {head};
  const bool verbal = tree.is_verbal(head);
  for (size_t i = 0; i < heads.size() && heads.size() < 32; ++i)
    for (int c : tree.children(heads[i])) {
      if (tree.dep(c) != Dep::kConj || c > end) continue;
      if (int object = object_of_preposition(tree, c); object >= 0)
        heads.push_back(object);  // "of theft and of fraud"
      else if (tree.is_verbal(c) == verbal && (!verbal || own_subject(tree, c) < 0))
        heads.push_back(c);
    }
  std::sort(heads.begin(), heads.end());
  return heads;
}

Members members_of(const Tree& tree, int group, int predicate) {
  if (predicate < 0 || predicate == group || !tree.descends_from(predicate, group)) return {};
  int verb = tree.head(group), member = -1;
  if (tree.dep(group) == Dep::kNsubj && tree.lemma(verb) == "include") {
    member = tree.child(verb, Dep::kDobj);
  } else if (tree.dep(group) == Dep::kPobj) {
    const int marker = verb, one = tree.head(marker);
    const bool among = tree.lower(marker) == "among", of = tree.lower(marker) == "of" && tree.tag(one) == "CD";
    if (!among && !of) return {};
    verb = tree.dep(one) == Dep::kAttr ? tree.head(one) : one;
    if (tree.lemma(verb) != "be" || (of && verb == one)) return {};
    member = own_subject(tree, verb);
    if (member < 0 && verb == one) member = tree.child(verb, Dep::kAttr);  // "among those held are two nurses"
  }
  if (member < 0 || tree.descends_from(member, group)) return {};
  return {verb, coordinated(tree, member)};
}

Carrier carrier_of(const Tree& tree, int noun) {
  int at = one_of(tree, noun);
  while (tree.dep(at) == Dep::kConj && !tree.is_root(at) && !tree.is_verbal(tree.head(at))) at = tree.head(at);
  int head = tree.head(at);
  switch (tree.dep(at)) {
    case Dep::kDobj:
    case Dep::kNsubjpass:
    case Dep::kAttr:
    case Dep::kOprd:
    case Dep::kNsubj:
      return tree.is_verbal(head) ? Carrier{head, -1} : Carrier{};
    case Dep::kPobj:
      if (tree.dep(head) == Dep::kPrep && tree.is_verbal(tree.head(head))) return {tree.head(head), head};
      return {};
    default:
      return {};
  }
}

}  // namespace sumario::read
