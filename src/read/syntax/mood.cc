#include "read/syntax/mood.h"

#include <array>
#include <optional>
#include <utility>

#include "read/syntax/proposition.h"

namespace sumario::read {
namespace {

using nlp::Pos;

constexpr int kMaxClimb = 12;

// What a governing word does to what stands under it.
enum class Effect { kNone, kReport, kAllege, kDeny, kRequest, kPlan, kPossible, kNegate, kCarry };

Effect effect_of(const std::string* value) {
  static constexpr std::array<std::pair<std::string_view, Effect>, 8> kNames = {
      {{"report", Effect::kReport}, {"allege", Effect::kAllege}, {"deny", Effect::kDeny}, {"request", Effect::kRequest},
       {"plan", Effect::kPlan}, {"possible", Effect::kPossible}, {"negate", Effect::kNegate}, {"carry", Effect::kCarry}}};
  if (value)
    for (auto [name, effect] : kNames)
      if (*value == name) return effect;
  return Effect::kNone;
}

std::optional<Modality> modality_of(Effect effect) {
  switch (effect) {
    case Effect::kAllege: return Modality::kAlleged;
    case Effect::kDeny: return Modality::kDenied;
    case Effect::kRequest: return Modality::kRequested;
    case Effect::kPlan: return Modality::kPlanned;
    case Effect::kPossible: return Modality::kPossible;
    case Effect::kNegate: return Modality::kNegated;
    default: return std::nullopt;
  }
}

// The farther a modality takes its content from fact, the stronger; the strongest met on the way up decides.
int strength(Modality m) {
  switch (m) {
    case Modality::kAsserted: return 0;
    case Modality::kAlleged: return 1;
    case Modality::kPlanned: return 2;
    case Modality::kRequested: return 3;
    case Modality::kPossible: return 4;
    case Modality::kDenied: return 5;
    case Modality::kNegated: return 6;
  }
  return 0;
}

// Folds one more finding into the mood. A negated possibility or plan ("may not be charged") stays what the text leaves
// open, but "will not", "has not" and "did not" negate.
void fold(Mood& mood, Modality m, int cue) {
  if (mood.modality == Modality::kPossible && m == Modality::kNegated) return;
  if (mood.modality == Modality::kNegated && m == Modality::kPossible) {
    mood = {m, cue, mood.question};
    return;
  }
  if (strength(m) > strength(mood.modality)) mood = {m, cue, mood.question};
}

std::string pair(std::string_view governor, std::string_view preposition) {
  std::string words(governor);
  words.push_back(' ');
  words.append(preposition);
  return words;
}

bool is_verbal(const Tree& tree, int i) { return tree.pos(i) == Pos::kVerb || tree.pos(i) == Pos::kAux; }

// Modal auxiliaries of one clause. A request in the past ("should have been charged") did not happen.
void fold_auxiliaries(const Tree& tree, int verb, Mood& mood) {
  for (int c : tree.children(verb)) {
    if (tree.dep(c) == Dep::kNeg) {
      fold(mood, Modality::kNegated, c);
    } else if (tree.dep(c) == Dep::kAux && tree.tag(c) == "MD") {
      std::string_view word = tree.lemma(c);
      if (word == "will" || word == "shall" || tree.lower(c) == "'ll" || word == "wo") fold(mood, Modality::kPlanned, c);
      else if (word == "should" || word == "must" || word == "ought") fold(mood, Modality::kRequested, c);
      else if (tree.lower(c) != "could" || !tree.has_child(verb, Dep::kNeg)) fold(mood, Modality::kPossible, c);
    }
  }
}

bool clause_has_negative_subject(const Tree& tree, int verb, int& cue) {
  for (int c : tree.children(verb)) {
    if (tree.dep(c) != Dep::kNsubj && tree.dep(c) != Dep::kNsubjpass) continue;
    if (tree.lower(c) == "nobody" || tree.lower(c) == "none" || tree.lower(c) == "neither") return cue = c, true;
    for (int d : tree.children(c))
      if (tree.dep(d) == Dep::kDet && (tree.lower(d) == "no" || tree.lower(d) == "neither")) return cue = d, true;
    if (tree.lower(c) == "one" && c > 0 && tree.lower(c - 1) == "no") return cue = c, true;
  }
  return false;
}

bool is_nothing(const Tree& tree, int noun) {
  std::string_view word = tree.lower(noun);
  return word == "nothing" || word == "nobody" || word == "none" || (word == "one" && noun > 0 && tree.lower(noun - 1) == "no");
}

// "Accused of nothing", "of no wrongdoing", "charged with nothing", "charged nobody": it did not happen. "With no
// explanation" and "in no time" say nothing about that.
bool clause_has_negative_object(const Tree& tree, int verb, int& cue) {
  for (int c : tree.children(verb)) {
    if (tree.dep(c) == Dep::kDobj && is_nothing(tree, c)) return cue = c, true;
    if (tree.dep(c) != Dep::kPrep || (tree.lower(c) != "of" && tree.lower(c) != "with")) continue;
    for (int o : tree.children(c)) {
      if (tree.dep(o) != Dep::kPobj) continue;
      if (is_nothing(tree, o)) return cue = o, true;
      for (int d : tree.children(o))
        if (tree.lower(c) == "of" && tree.dep(d) == Dep::kDet && tree.lower(d) == "no") return cue = d, true;
    }
  }
  return false;
}

bool is_question(const Tree& tree, int token) {
  TokenSpan sentence = tree.sentence(tree.sentence_of(token));
  for (int i = sentence.end - 1; i > token && i > sentence.end - 4; --i)
    if (tree.lower(i) == "?") return true;
  return false;
}

}  // namespace

Result<MoodReader> MoodReader::load(const std::filesystem::path& knowledge) {
  auto clauses = Lexicon::load(knowledge / "lexicons/embedding_clauses.txt");
  if (!clauses) return tl::unexpected(clauses.error());
  auto nouns = Lexicon::load(knowledge / "lexicons/embedding_nouns.txt");
  if (!nouns) return tl::unexpected(nouns.error());
  auto adverbs = Lexicon::load(knowledge / "lexicons/modal_adverbs.txt");
  if (!adverbs) return tl::unexpected(adverbs.error());
  return MoodReader(std::move(*clauses), std::move(*nouns), std::move(*adverbs));
}

Mood MoodReader::read(const Tree& tree, int predicate) const {
  Mood mood;
  auto fold_effect = [&](Effect effect, int cue) {
    if (auto m = modality_of(effect)) fold(mood, *m, cue);
  };
  auto fold_adverbs = [&](int at) {
    for (int c : tree.children(at))
      if (tree.dep(c) == Dep::kAdvmod || tree.dep(c) == Dep::kAmod || tree.dep(c) == Dep::kNeg)
        fold_effect(effect_of(adverbs_.find(tree.lower(c))), c);
  };
  auto fold_clause = [&](int verb) {
    fold_auxiliaries(tree, verb, mood);
    fold_adverbs(verb);
    int cue = -1;
    if (clause_has_negative_subject(tree, verb, cue)) fold(mood, Modality::kNegated, cue);
    if (clause_has_negative_object(tree, verb, cue)) fold(mood, Modality::kNegated, cue);
    for (int c : tree.children(verb))
      if (tree.dep(c) == Dep::kMark && (tree.lower(c) == "if" || tree.lower(c) == "whether" || tree.lower(c) == "unless"))
        fold(mood, Modality::kPossible, c);
  };

  int at = predicate;
  bool nominal = !is_verbal(tree, at);
  if (nominal) {
    fold_adverbs(at);
    for (int c : tree.children(at))
      if (tree.dep(c) == Dep::kDet && (tree.lower(c) == "no" || tree.lower(c) == "neither" || tree.lower(c) == "any"))
        fold(mood, tree.lower(c) == "any" ? Modality::kPossible : Modality::kNegated, c);
  } else {
    fold_clause(at);
  }

  for (int step = 0; step < kMaxClimb && !tree.is_root(at); ++step) {
    int head = tree.head(at);
    Dep dep = tree.dep(at);
    if (dep == Dep::kConj) {
      // A coordinated verb without auxiliaries of its own stands under its sibling's ("will be arrested and charged").
      bool own = tree.has_child(at, Dep::kAux) || tree.has_child(at, Dep::kAuxpass) || tree.has_child(at, Dep::kNsubj) ||
                 tree.has_child(at, Dep::kNsubjpass);
      if (is_verbal(tree, at) && is_verbal(tree, head) && !own && tree.tag(at) == tree.tag(head)) fold_clause(head);
      else if (is_verbal(tree, at) && own) {
        // its own clause, but still inside whatever embeds the first one
      } else if (!is_verbal(tree, at)) {
        for (int c : tree.children(head))
          if (tree.dep(c) == Dep::kDet && tree.lower(c) == "no") fold(mood, Modality::kNegated, c);
      }
      at = head;
      continue;
    }
    if (is_verbal(tree, at) || dep == Dep::kPcomp) {
      if (dep == Dep::kCcomp || dep == Dep::kXcomp || dep == Dep::kCsubj || dep == Dep::kCsubjpass) {
        Effect effect = effect_of(clause_.find(tree.lemma(head)));
        fold_effect(effect, head);
        if (dep == Dep::kXcomp && effect != Effect::kReport) fold_clause(head);  // raising and control share the mood
        else if (effect == Effect::kReport || effect == Effect::kAllege) {
          Mood teller;
          fold_auxiliaries(tree, head, teller);
          if (teller.modality != Modality::kAsserted && teller.modality != Modality::kPlanned)
            fold(mood, Modality::kPossible, teller.cue);
        }
        at = head;
        continue;
      }
      if (dep == Dep::kAcl && tree.tag(at) == "VB") {
        fold_effect(effect_of(clause_.find(tree.lemma(head))), head);
        at = head;
        continue;
      }
      if (dep == Dep::kPcomp && tree.dep(head) == Dep::kPrep) {
        fold_effect(effect_of(noun_.find(tree.lower(head))), head);  // "without being charged"
        int governor = tree.head(head);
        fold_effect(effect_of(clause_.find(pair(tree.lemma(governor), tree.lower(head)))), governor);
        at = governor;
        if (tree.lower(head) == "without" || tree.lower(head) == "after" || tree.lower(head) == "before") break;
        continue;
      }
      break;  // relative clauses, adverbial clauses and roots stand for themselves
    }
    // An event noun under a verb, a preposition or another noun.
    if (dep == Dep::kPobj) {
      fold_effect(effect_of(noun_.find(tree.lower(head))), head);
      int governor = tree.head(head);
      Effect effect = effect_of(noun_.find(pair(tree.lemma(governor), tree.lower(head))));
      if (effect == Effect::kCarry) fold_clause(governor);
      else fold_effect(effect, governor);
      if (effect != Effect::kNone)  // "no warrant for the arrest"
        for (int c : tree.children(governor))
          if (tree.dep(c) == Dep::kDet && tree.lower(c) == "no") fold(mood, Modality::kNegated, c);
      if (effect == Effect::kNone || effect == Effect::kCarry) {
        if (is_verbal(tree, governor) && effect == Effect::kCarry) {
          at = governor;
          continue;
        }
        break;
      }
      at = governor;
      continue;
    }
    if (is_verbal(tree, head) &&
        (dep == Dep::kDobj || dep == Dep::kNsubjpass || dep == Dep::kAttr || dep == Dep::kNsubj || dep == Dep::kOprd)) {
      Effect effect = effect_of(noun_.find(tree.lemma(head)));
      if (dep == Dep::kNsubj && effect != Effect::kCarry) break;
      if (effect == Effect::kCarry) fold_clause(head);
      else fold_effect(effect, head);
      if (effect == Effect::kNone) break;
      if (effect != Effect::kCarry) fold_auxiliaries(tree, head, mood);
      at = head;
      continue;
    }
    break;
  }
  mood.question = is_question(tree, predicate);
  if (mood.question) fold(mood, Modality::kPossible, predicate);
  return mood;
}

}  // namespace sumario::read
