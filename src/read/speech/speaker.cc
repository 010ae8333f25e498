#include "read/speech/speaker.h"

#include <algorithm>

namespace sumario::read {
namespace {

constexpr int kClimb = 16;  // steps up the tree before an understood subject is given up

bool is_relative_pronoun(const Tree& tree, int i) {
  std::string_view tag = tree.tag(i);
  return tag == "WP" || tag == "WDT" || (tree.lower(i) == "that" && tag != "DT");
}

int own_subject(const Tree& tree, int verb) {
  for (Dep dep : {Dep::kNsubj, Dep::kNsubjpass, Dep::kCsubj}) {
    int subject = tree.child(verb, dep);
    if (subject >= 0) return subject;
  }
  return -1;
}

// The agent's noun: "by police".
int agent_of(const Tree& tree, int verb) {
  int agent = tree.child(verb, Dep::kAgent);
  return agent < 0 ? -1 : tree.child(agent, Dep::kPobj);
}

// The noun a relative clause hangs on, for the verb itself or a verb coordinated with it.
int antecedent(const Tree& tree, int verb) {
  for (int step = 0; step < kClimb; ++step) {
    if (tree.dep(verb) == Dep::kRelcl || tree.dep(verb) == Dep::kAcl) return tree.head(verb);
    if (tree.dep(verb) != Dep::kConj && tree.dep(verb) != Dep::kCcomp && tree.dep(verb) != Dep::kXcomp) return -1;
    verb = tree.head(verb);
  }
  return -1;
}

Speaker as_speaker(const Tree& tree, int verb, int subject) {
  if (!is_relative_pronoun(tree, subject)) return {subject, -1};
  int noun = antecedent(tree, verb);
  return noun < 0 ? Speaker{subject, -1} : Speaker{noun, subject};
}

// Where the understood subject of `verb` is to be looked for: the verb above it; -1 when there is no such verb.
int governor(const Tree& tree, int verb) {
  switch (tree.dep(verb)) {
    case Dep::kConj:
    case Dep::kXcomp:
    case Dep::kAdvcl:
    case Dep::kDep:
    case Dep::kCcomp:
      return tree.is_verbal(tree.head(verb)) ? tree.head(verb) : -1;
    case Dep::kPcomp: {  // "by saying", "after announcing"
      int up = tree.head(tree.head(verb));
      return tree.is_verbal(up) ? up : -1;
    }
    default:
      return -1;
  }
}

// The verb whose object, complement or prepositional phrase a noun is; -1 for subjects and the like.
int verb_over(const Tree& tree, int noun) {
  for (int step = 0; step < kClimb; ++step) {
    Dep dep = tree.dep(noun);
    if (dep != Dep::kDobj && dep != Dep::kPobj && dep != Dep::kPrep && dep != Dep::kConj && dep != Dep::kAttr)
      return -1;
    noun = tree.head(noun);
    if (tree.is_verbal(noun)) return noun;
  }
  return -1;
}

// "Citing the report, he …" that the parser left hanging: the next subject of the sentence.
int subject_after(const Tree& tree, int participle) {
  TokenSpan sentence = tree.sentence(tree.sentence_of(participle));
  if (participle != sentence.begin) return -1;
  int end = std::min(sentence.end, participle + 40);
  for (int i = participle + 1; i < end; ++i)
    if ((tree.dep(i) == Dep::kNsubj || tree.dep(i) == Dep::kNsubjpass) && tree.head(i) != participle &&
        !tree.descends_from(i, participle))
      return i;
  return -1;
}

}  // namespace

bool in_passive(const Tree& tree, int verb) {
  if (tree.has_child(verb, Dep::kAuxpass) || tree.has_child(verb, Dep::kNsubjpass)) return true;
  // A bare participle: "the man named by police", "Asked whether he would go, Lee …".
  if (tree.tag(verb) != "VBN" || tree.has_child(verb, Dep::kAux) || tree.has_child(verb, Dep::kNsubj)) return false;
  return tree.has_child(verb, Dep::kAgent) || tree.dep(verb) == Dep::kAcl || tree.dep(verb) == Dep::kAdvcl;
}

Speaker speaker_of(const SpeechText& speech, int verb) {
  const Tree& tree = speech.tree;
  if (in_passive(tree, verb)) return {agent_of(tree, verb), -1};
  int at = verb;
  for (int step = 0; step < kClimb; ++step) {
    int subject = own_subject(tree, at);
    if (subject >= 0 && !(at != verb && in_passive(tree, at) && tree.dep(subject) != Dep::kNsubjpass))
      return as_speaker(tree, at, subject);
    // "his plan to attack", "had a chance to attack": the noun speaks no more than the chance does.
    if (tree.dep(at) == Dep::kAcl && tree.tag(at) == "VB") {
      int noun = tree.head(at), owner = tree.child(noun, Dep::kPoss);
      if (owner >= 0) return {owner, -1};
      at = verb_over(tree, noun);
      if (at < 0) return {};
      continue;
    }
    if (tree.dep(at) == Dep::kAcl || tree.dep(at) == Dep::kRelcl) return {tree.head(at), -1};
    // "asked him to say": the object is the one who is to speak.
    int up = governor(tree, at);
    if (up < 0) return {tree.tag(at) == "VBG" ? subject_after(tree, at) : -1, -1};
    if (tree.dep(at) == Dep::kXcomp) {
      int object = tree.child(up, Dep::kDobj);
      if (object >= 0 && object < at) return {object, -1};
    }
    if (tree.dep(at) == Dep::kCcomp && own_subject(tree, at) < 0 && up > at) return {};
    at = up;
  }
  return {};
}

TokenSpan noun_phrase(const Tree& tree, int head) {
  TokenSpan span = tree.subtree(head);
  int end = span.end;
  for (int child : tree.children(head)) {
    if (child < head) continue;
    Dep dep = tree.dep(child);
    bool clause =
        dep == Dep::kRelcl || dep == Dep::kAcl || dep == Dep::kAdvcl || dep == Dep::kParataxis || dep == Dep::kCcomp;
    if (clause) end = std::min(end, tree.subtree(child).begin);
  }
  span.end = std::max(end, head + 1);
  while (span.end > head + 1 &&
         (tree.pos(span.end - 1) == nlp::Pos::kPunct || tree.pos(span.end - 1) == nlp::Pos::kSpace))
    --span.end;
  while (span.begin < head && (tree.pos(span.begin) == nlp::Pos::kPunct || tree.pos(span.begin) == nlp::Pos::kSpace))
    ++span.begin;
  return span;
}

int addressee_of(const SpeechText& speech, int verb) {
  const Tree& tree = speech.tree;
  int dative = tree.child(verb, Dep::kDative);
  if (dative < 0) {
    int to = -1;
    for (int child : tree.children(verb))
      if (tree.dep(child) == Dep::kPrep && tree.lower(child) == "to" && child > verb) to = child;
    int told = tree.child(verb, Dep::kDobj);
    if (to >= 0) return tree.child(to, Dep::kPobj);
    return told;
  }
  int object = tree.child(dative, Dep::kPobj);
  return object >= 0 ? object : dative;
}

bool is_negated(const Tree& tree, int verb) {
  if (tree.has_child(verb, Dep::kNeg)) return true;
  int subject = own_subject(tree, verb);
  if (subject >= 0) {
    std::string_view word = tree.lower(subject);
    if (word == "nobody" || word == "none") return true;
    int det = tree.child(subject, Dep::kDet);
    if (det >= 0 && tree.lower(det) == "no") return true;
  }
  return false;
}

bool is_doubtful(const Tree& tree, int verb) {
  for (int child : tree.children(verb)) {
    if (tree.dep(child) == Dep::kAux && tree.tag(child) == "MD") return true;
    if (tree.dep(child) == Dep::kMark && tree.lower(child) == "if") return true;
  }
  // "is expected to say", "wants to say": an infinitive under another verb tells what is still to be said.
  if (tree.dep(verb) == Dep::kXcomp && tree.tag(verb) == "VB") return true;
  return false;
}

}  // namespace sumario::read
