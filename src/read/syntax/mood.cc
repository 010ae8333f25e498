#include "read/syntax/mood.h"

#include <array>
#include <optional>
#include <utility>

namespace sumario::read {
namespace {

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

// The climb from a predicate to the clause that decides, folding what each step does to it.
class Climb {
 public:
  Climb(const Tree& tree, const Lexicon& clauses, const Lexicon& nouns, const Lexicon& adverbs)
      : tree_(tree), clauses_(clauses), nouns_(nouns), adverbs_(adverbs) {}

  Mood from(int predicate) {
    if (tree_.is_verbal(predicate)) fold_clause(predicate);
    else fold_noun(predicate);
    int at = predicate;
    for (int step = 0; step < kMaxClimb && at >= 0 && !tree_.is_root(at); ++step) at = up(at);
    mood_.question = is_asked(tree_, predicate);
    if (mood_.question) fold(mood_, Modality::kPossible, predicate);
    return mood_;
  }

 private:
  // Folds the step to what stands above `at`; -1 where the climb ends: relative clauses, adverbial clauses and what no
  // word governs stand for themselves.
  int up(int at) {
    Dep dep = tree_.dep(at);
    if (dep == Dep::kConj) return up_coordination(at);
    if (tree_.is_verbal(at) || dep == Dep::kPcomp) return up_clause(at);
    if (dep == Dep::kPobj) return up_preposition(at);
    bool governed = dep == Dep::kDobj || dep == Dep::kNsubjpass || dep == Dep::kAttr || dep == Dep::kNsubj || dep == Dep::kOprd;
    return governed && tree_.is_verbal(tree_.head(at)) ? up_verb(at) : -1;
  }

  // A coordinated verb without auxiliaries of its own stands under its sibling's ("will be arrested and charged"); one
  // with its own is still inside whatever embeds the first.
  int up_coordination(int at) {
    int head = tree_.head(at);
    bool own = tree_.has_child(at, Dep::kAux) || tree_.has_child(at, Dep::kAuxpass) ||
               tree_.has_child(at, Dep::kNsubj) || tree_.has_child(at, Dep::kNsubjpass);
    if (!tree_.is_verbal(at)) fold_no(head);
    else if (tree_.is_verbal(head) && !own && tree_.tag(at) == tree_.tag(head)) fold_clause(head);
    return head;
  }

  int up_clause(int at) {
    int head = tree_.head(at);
    switch (tree_.dep(at)) {
      case Dep::kCcomp: case Dep::kXcomp: case Dep::kCsubj: case Dep::kCsubjpass: {
        Effect effect = effect_of(clauses_.find(tree_.lemma(head)));
        fold_effect(effect, head);
        if (tree_.dep(at) == Dep::kXcomp && effect != Effect::kReport) fold_clause(head);  // raising and control share it
        else if (effect == Effect::kReport || effect == Effect::kAllege) fold_teller(head);
        return head;
      }
      case Dep::kAcl:
        if (tree_.tag(at) != "VB") return -1;
        fold_effect(effect_of(clauses_.find(tree_.lemma(head))), head);
        return head;
      case Dep::kPcomp: {
        if (tree_.dep(head) != Dep::kPrep) return -1;
        fold_effect(effect_of(nouns_.find(tree_.lower(head))), head);  // "without being charged"
        int governor = tree_.head(head);
        fold_effect(effect_of(clauses_.find(pair(tree_.lemma(governor), tree_.lower(head)))), governor);
        bool apart = tree_.lower(head) == "without" || tree_.lower(head) == "after" || tree_.lower(head) == "before";
        return apart ? -1 : governor;
      }
      default: return -1;
    }
  }

  // An event noun behind a preposition: "calls for his arrest", "is under investigation".
  int up_preposition(int at) {
    int preposition = tree_.head(at);
    fold_effect(effect_of(nouns_.find(tree_.lower(preposition))), preposition);
    int governor = tree_.head(preposition);
    Effect effect = effect_of(nouns_.find(pair(tree_.lemma(governor), tree_.lower(preposition))));
    if (effect == Effect::kNone) return -1;
    if (effect == Effect::kCarry) fold_clause(governor);
    else fold_effect(effect, governor);
    fold_no(governor);  // "no warrant for the arrest"
    return effect == Effect::kCarry && !tree_.is_verbal(governor) ? -1 : governor;
  }

  // An event noun that is a verb's object or subject: "faces trial", "demanded his arrest".
  int up_verb(int at) {
    int verb = tree_.head(at);
    Effect effect = effect_of(nouns_.find(tree_.lemma(verb)));
    if (effect == Effect::kNone || (tree_.dep(at) == Dep::kNsubj && effect != Effect::kCarry)) return -1;
    if (effect == Effect::kCarry) {
      fold_clause(verb);
    } else {
      fold_effect(effect, verb);
      fold_auxiliaries(tree_, verb, mood_);
    }
    return verb;
  }

  void fold_effect(Effect effect, int cue) {
    if (auto m = modality_of(effect)) fold(mood_, *m, cue);
  }

  void fold_adverbs(int at) {
    for (int c : tree_.children(at))
      if (tree_.dep(c) == Dep::kAdvmod || tree_.dep(c) == Dep::kAmod || tree_.dep(c) == Dep::kNeg)
        fold_effect(effect_of(adverbs_.find(tree_.lower(c))), c);
  }

  void fold_no(int noun) {
    for (int c : tree_.children(noun))
      if (tree_.dep(c) == Dep::kDet && tree_.lower(c) == "no") fold(mood_, Modality::kNegated, c);
  }

  void fold_noun(int noun) {
    fold_adverbs(noun);
    for (int c : tree_.children(noun))
      if (tree_.dep(c) == Dep::kDet && (tree_.lower(c) == "no" || tree_.lower(c) == "neither" || tree_.lower(c) == "any"))
        fold(mood_, tree_.lower(c) == "any" ? Modality::kPossible : Modality::kNegated, c);
  }

  void fold_clause(int verb) {
    fold_auxiliaries(tree_, verb, mood_);
    fold_adverbs(verb);
    int cue = -1;
    if (clause_has_negative_subject(tree_, verb, cue)) fold(mood_, Modality::kNegated, cue);
    if (clause_has_negative_object(tree_, verb, cue)) fold(mood_, Modality::kNegated, cue);
    for (int c : tree_.children(verb))
      if (tree_.dep(c) == Dep::kMark &&
          (tree_.lower(c) == "if" || tree_.lower(c) == "whether" || tree_.lower(c) == "unless"))
        fold(mood_, Modality::kPossible, c);
  }

  // Who "did not say" or "may allege" something leaves it open.
  void fold_teller(int verb) {
    Mood teller;
    fold_auxiliaries(tree_, verb, teller);
    if (teller.modality != Modality::kAsserted && teller.modality != Modality::kPlanned)
      fold(mood_, Modality::kPossible, teller.cue);
  }

  const Tree& tree_;
  const Lexicon &clauses_, &nouns_, &adverbs_;
  Mood mood_;
};

}  // namespace

bool is_asked(const Tree& tree, int token) {
  TokenSpan sentence = tree.sentence(tree.sentence_of(token));
  for (int i = sentence.end - 1; i > token && i > sentence.end - 4; --i)
    if (tree.lower(i) == "?") return true;
  return false;
}

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
  return Climb(tree, clause_, noun_, adverbs_).from(predicate);
}

}  // namespace sumario::read
