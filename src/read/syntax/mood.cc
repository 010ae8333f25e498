#include "read/syntax/mood.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "read/syntax/clause.h"
#include "read/syntax/mood_marks.h"

namespace sumario::read {
namespace {

constexpr int kMaxClimb = 12;

// What a governing word does to what stands under it.
enum class Effect { kNone, kReport, kAllege, kDeny, kRequest, kPlan, kPossible, kNegate, kCarry, kGrant, kBelie };

Effect effect_of(const std::string* value) {
  static constexpr std::array<std::pair<std::string_view, Effect>, 10> kNames = {{{"report", Effect::kReport},
                                                                                  {"allege", Effect::kAllege},
                                                                                  {"deny", Effect::kDeny},
                                                                                  {"request", Effect::kRequest},
                                                                                  {"plan", Effect::kPlan},
                                                                                  {"possible", Effect::kPossible},
                                                                                  {"negate", Effect::kNegate},
                                                                                  {"carry", Effect::kCarry},
                                                                                  {"grant", Effect::kGrant},
                                                                                  {"belie", Effect::kBelie}}};
  if (value)
    for (auto [name, effect] : kNames)
      if (*value == name) return effect;
  return Effect::kNone;
}

std::optional<Modality> modality_of(Effect effect) {
  switch (effect) {
    case Effect::kAllege:
      return Modality::kAlleged;
    case Effect::kDeny:
      return Modality::kDenied;
    case Effect::kRequest:
      return Modality::kRequested;
    case Effect::kPlan:
      return Modality::kPlanned;
    case Effect::kPossible:
      return Modality::kPossible;
    case Effect::kNegate:
      return Modality::kNegated;
    default:
      return std::nullopt;
  }
}

std::string pair(std::string_view governor, std::string_view preposition) {
  std::string words(governor);
  words.push_back(' ');
  words.append(preposition);
  return words;
}

// The climb from a predicate to the clause that decides, folding what each step does to it.
class Climb {
 public:
  Climb(const Tree& tree, const Lexicon& clauses, const Lexicon& nouns, const Lexicon& adverbs)
      : tree_(tree), clauses_(clauses), nouns_(nouns), adverbs_(adverbs) {}

  Mood from(int predicate) {
    if (tree_.is_verbal(predicate))
      fold_clause(predicate);
    else
      fold_noun(predicate);
    int at = predicate;
    for (int step = 0; step < kMaxClimb && at >= 0 && !tree_.is_root(at); ++step) at = up(at);
    mood_.question = is_asked(tree_, predicate) && !is_presupposed(predicate);
    if (mood_.question) fold(mood_, Modality::kPossible, predicate);
    return mood_;
  }

 private:
  // "What does the ruling mean?": nobody asks whether there was one.
  bool is_presupposed(int predicate) const {
    if (tree_.is_verbal(predicate)) return false;
    for (int c : tree_.children(predicate))
      if (tree_.dep(c) == Dep::kPoss || (tree_.dep(c) == Dep::kDet && tree_.lower(c) == "the")) return true;
    return false;
  }

  // Folds the step to what stands above `at`; -1 where the climb ends: relative clauses, adverbial clauses and what no
  // word governs stand for themselves.
  int up(int at) {
    Dep dep = tree_.dep(at);
    if (dep == Dep::kConj) return up_coordination(at);
    if (tree_.is_verbal(at) || dep == Dep::kPcomp) return up_clause(at);
    if (dep == Dep::kPobj) return up_preposition(at);
    bool governed =
        dep == Dep::kDobj || dep == Dep::kNsubjpass || dep == Dep::kAttr || dep == Dep::kNsubj || dep == Dep::kOprd;
    return governed && tree_.is_verbal(tree_.head(at)) ? up_verb(at) : -1;
  }

  // A coordinated verb without auxiliaries of its own stands under its sibling's ("will be arrested and charged"); one
  // with its own is still inside whatever embeds the first.
  int up_coordination(int at) {
    int head = tree_.head(at);
    if (int cc = tree_.child(head, Dep::kCc); cc >= 0 && tree_.lower(cc) == "nor") fold(mood_, Modality::kNegated, cc);
    bool own = tree_.has_child(at, Dep::kAux) || tree_.has_child(at, Dep::kAuxpass) ||
               tree_.has_child(at, Dep::kNsubj) || tree_.has_child(at, Dep::kNsubjpass);
    if (!tree_.is_verbal(at))
      fold_no(head);
    else if (tree_.is_verbal(head) && !own && tree_.tag(at) == tree_.tag(head))
      fold_clause(head);
    return head;
  }

  int up_clause(int at) {
    int head = tree_.head(at);
    switch (tree_.dep(at)) {
      case Dep::kCcomp:
      case Dep::kXcomp:
      case Dep::kCsubj:
      case Dep::kCsubjpass: {
        Effect effect = effect_on_clause(head, at);
        fold_effect(effect, head);
        if (tree_.dep(at) == Dep::kXcomp && effect != Effect::kReport)
          fold_clause(head);  // raising and control share it
        else if (effect == Effect::kReport || effect == Effect::kAllege)
          fold_teller(head);
        return head;
      }
      case Dep::kAcomp:  // "was not *closed*"
        if (tree_.is_verbal(head)) fold_clause(head);
        return tree_.is_verbal(head) ? head : -1;
      case Dep::kAcl:
      case Dep::kRelcl:
        return up_content(at);
      case Dep::kPcomp: {
        if (tree_.dep(head) != Dep::kPrep) return -1;
        fold_effect(effect_of(nouns_.find(tree_.lower(head))), head);  // "without being charged"
        if (int left = tree_.child(head, Dep::kAdvmod); left >= 0)     // "instead of charging them"
          fold_effect(effect_of(clauses_.find(pair(tree_.lower(left), tree_.lower(head)))), head);
        int governor = tree_.head(head);
        fold_effect(effect_of(clauses_.find(pair(tree_.lemma(governor), tree_.lower(head)))), governor);
        bool apart = tree_.lower(head) == "without" || tree_.lower(head) == "after" || tree_.lower(head) == "before";
        return apart ? -1 : governor;
      }
      case Dep::kAdvcl:
        if (is_infinitive(tree_, at)) fold_purpose(at);
        return -1;
      default:
        return -1;
    }
  }

  // What the governor does to its clause: "was *said to* have fled" and "*told* them *to* flee" differ from "said
  // that"; in "it is *unclear* who fled" the adjective decides.
  Effect effect_on_clause(int governor, int clause) const {
    if (is_infinitive(tree_, clause))
      if (Effect effect = effect_of(clauses_.find(pair(tree_.lemma(governor), "to"))); effect != Effect::kNone)
        return effect;
    if (tree_.lemma(governor) == "be" && tree_.dep(clause) != Dep::kXcomp)
      for (int c : tree_.children(governor))
        if (tree_.dep(c) == Dep::kAcomp || tree_.dep(c) == Dep::kAttr) return effect_of(clauses_.find(tree_.lemma(c)));
    return effect_of(clauses_.find(tree_.lemma(governor)));
  }

  // "Flew to Rome to meet him": meant, not told as done; but "called for the governor to resign".
  void fold_purpose(int at) {
    int mark = tree_.child(at, Dep::kMark), head = tree_.head(at);
    Effect effect = Effect::kNone;
    effect = effect_of(clauses_.find(pair(tree_.lemma(head), mark >= 0 ? tree_.lower(mark) : "to")));
    if (effect == Effect::kReport) return;  // "ruled to vacate the sentence"
    fold(mood_, modality_of(effect).value_or(Modality::kPlanned), at);
  }

  // A clause that is what a noun says: "the decision to charge him", "the claim that he lied", "no evidence that he
  // lied".
  int up_content(int at) {
    int noun = tree_.head(at);
    bool finite = is_that_clause(tree_, at);
    if (!finite && (!is_infinitive(tree_, at) || is_the_nth(tree_, noun))) return -1;
    const std::string* effect =
        finite ? clauses_.find(pair(tree_.lemma(noun), "that")) : clauses_.find(tree_.lemma(noun));
    if (finite && !effect) return -1;
    if (Effect answer = finite ? Effect::kNone : answer_to(noun); answer == Effect::kDeny) {
      fold(mood_, Modality::kNegated, tree_.head(noun));
      return -1;
    } else if (answer == Effect::kGrant) {
      fold_clause(tree_.head(noun));
      return tree_.head(noun);
    }
    fold_effect(effect_of(effect), noun);
    fold_no(noun);
    if (!effect) fold(mood_, Modality::kPlanned, at);  // "a fine to pay"
    if (!finite) return noun;
    int verb = tree_.head(noun);
    if (tree_.dep(noun) == Dep::kDobj)
      fold_effect(effect_of(clauses_.find(tree_.lemma(verb))), verb);  // "rejected claims"
    if (effect_of(effect) == Effect::kReport) fold_clause(verb);       // "did not find evidence that he lied"
    return -1;
  }

  // "Denied the motion to dismiss", "granted the request to dismiss", "the bid to halt the trial was rejected".
  Effect answer_to(int noun) const {
    if (tree_.dep(noun) != Dep::kDobj && tree_.dep(noun) != Dep::kNsubjpass) return Effect::kNone;
    return effect_of(clauses_.find(tree_.lemma(tree_.head(noun))));
  }

  // An event noun behind a preposition: "calls for his arrest", "is under investigation".
  int up_preposition(int at) {
    int preposition = tree_.head(at);
    fold_effect(effect_of(nouns_.find(tree_.lower(preposition))), preposition);
    int governor = tree_.head(preposition);
    Effect effect = effect_of(nouns_.find(pair(tree_.lemma(governor), tree_.lower(preposition))));
    if (effect == Effect::kNone && tree_.is_verbal(governor)) {  // "issued a [warrant] for his arrest"
      int noun = tree_.child(governor, Dep::kDobj);
      if (noun < 0) noun = tree_.child(governor, Dep::kNsubjpass);
      if (noun >= 0) effect = effect_of(nouns_.find(pair(tree_.lemma(noun), tree_.lower(preposition))));
    }
    if (effect == Effect::kNone) return -1;
    if (effect == Effect::kCarry)
      fold_clause(governor);
    else
      fold_effect(effect, governor);
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
    for (int c : tree_.children(at)) {
      if (tree_.dep(c) != Dep::kAdvmod && tree_.dep(c) != Dep::kAmod && tree_.dep(c) != Dep::kNeg) continue;
      TokenSpan phrase{std::max(tree_.subtree(c).begin, c - 1), c + 1};  // "no longer"
      const std::string* effect = adverbs_.find(tree_.lower(phrase));
      fold_effect(effect_of(effect ? effect : adverbs_.find(tree_.lower(c))), c);
    }
  }

  void fold_no(int noun) {
    if (int cue = none_in(tree_, noun); cue >= 0) fold(mood_, Modality::kNegated, cue);
  }

  void fold_noun(int noun) {
    fold_adverbs(noun);
    fold_no(noun);
    for (int c : tree_.children(noun))
      if (tree_.dep(c) == Dep::kDet && tree_.lower(c) == "any") fold(mood_, Modality::kPossible, c);
  }

  void fold_clause(int verb) {
    fold_auxiliaries(tree_, verb, mood_);
    fold_adverbs(verb);
    fold_marks(tree_, verb, mood_);
  }

  // Who "did not say" or "may allege" something leaves it open; what was "wrongly reported" is not so.
  void fold_teller(int verb) {
    for (int c : tree_.children(verb))
      if (tree_.dep(c) == Dep::kAdvmod && effect_of(adverbs_.find(tree_.lower(c))) == Effect::kBelie)
        fold(mood_, Modality::kNegated, c);
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
