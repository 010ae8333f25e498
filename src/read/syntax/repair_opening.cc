#include "read/syntax/repair_pass.h"

namespace sumario::read {
namespace {

using nlp::Pos;

bool is_finite(std::string_view tag) { return tag == "VBD" || tag == "VBZ" || tag == "VBP"; }

bool is_dash(std::string_view word) { return word == "-" || word == "--" || word == "–" || word == "—"; }

// Sentences that open with a preposition which the parser took for their head, and other words that hide a clause's
// verb or take its object away.
class Openings : public RepairPass {
 public:
  using RepairPass::RepairPass;
  void run() {
    for (int i = 0; i < tree_.size(); ++i) {
      if (tree_.is_root(i) && opens_its_sentence(i)) mend_opening(i);
      mend_adverb_of_place(i);
      if (tree_.is_verbal(i)) mend_object_of_participle(i);
    }
  }

 private:
  bool opens_its_sentence(int i) const {
    return tree_.sentence(tree_.sentence_of(i)).begin == i &&
           (tree_.pos(i) == Pos::kAdp || tree_.lower(i) == "according");
  }

  void govern(int verb, int subject, int opening) {
    hang(verb, verb, "ROOT");
    hang(subject, verb, "nsubj");
    hang(opening, verb, "prep");
  }

  // "According to Lee, the search angered him", "In his time as mayor Lee - who is 70 - called them thieves": the verb
  // hides in what hangs from a noun.
  void mend_opening(int opening) {
    TokenSpan sentence = tree_.sentence(tree_.sentence_of(opening));
    for (int verb = opening + 1; verb < sentence.end; ++verb) {
      if (!is_finite(tree_.tag(verb)) || has_subject(verb) || tree_.has_child(verb, Dep::kMark)) continue;
      const int noun = tree_.head(verb);
      if (is_clause_of_apposition(verb)) return govern(verb, noun, opening);
      if (int named = behind_dashes(verb); named >= 0) return govern_behind_dashes(verb, named, opening);
    }
  }

  bool is_clause_of_apposition(int verb) const {
    const int noun = tree_.head(verb), begin = tree_.subtree(noun).begin;
    return (tree_.dep(verb) == Dep::kAcl || tree_.dep(verb) == Dep::kRelcl) && tree_.dep(noun) == Dep::kAppos &&
           noun < verb && begin > 0 && tree_.lower(begin - 1) == ",";
  }

  // The noun of the clause in dashes that ends just before the verb; -1 if there is none.
  int behind_dashes(int verb) const {
    const int clause = tree_.dep(verb) == Dep::kConj ? relative_above(verb) : -1;
    if (clause < 0 || !is_dash(tree_.lower(verb - 1))) return -1;
    const int begin = tree_.subtree(clause).begin;
    return begin > 0 && is_dash(tree_.lower(begin - 1)) ? tree_.head(clause) : -1;
  }

  int relative_above(int verb) const {
    for (int step = 0; step < 4 && tree_.dep(verb) == Dep::kConj; ++step) verb = tree_.head(verb);
    return tree_.dep(verb) == Dep::kRelcl ? verb : -1;
  }

  void govern_behind_dashes(int verb, int named, int opening) {
    const int title = tree_.child(named, Dep::kCompound);
    if (tree_.dep(named) == Dep::kPobj && title >= 0 && tree_.tag(title) == "NN")  // "as defence minister Lee"
      hang(title, tree_.head(named), "pobj");
    govern(verb, named, opening);
  }

  // "Arrived back in Peru": it is the arriving that took place there.
  void mend_adverb_of_place(int i) {
    const int adverb = tree_.head(i);
    if (tree_.dep(i) != Dep::kPrep || tree_.dep(adverb) != Dep::kAdvmod || adverb + 1 != i) return;
    if ((tree_.lower(adverb) == "back" || tree_.lower(adverb) == "home") && tree_.is_verbal(tree_.head(adverb)))
      hang(i, tree_.head(adverb), "prep");
  }

  // "Lee dismissed those fears arguing that …": fears do not argue.
  void mend_object_of_participle(int participle) {
    const int verb = tree_.head(participle), noun = tree_.child(participle, Dep::kNsubj);
    if (tree_.tag(participle) != "VBG" || tree_.dep(participle) != Dep::kCcomp || noun < 0 || noun > participle) return;
    if (!takes(participle, "argues") || !takes(verb, "rebuts") || tree_.has_child(participle, Dep::kAux)) return;
    if (tree_.tag(noun) != "NNS" && tree_.tag(noun) != "NN") return;
    hang(noun, verb, "dobj");
    label(participle, "advcl");
  }
};

}  // namespace

std::vector<TreeEdit> mend_openings(const Tree& tree, const RepairKnowledge& knowledge) {
  Openings pass(tree, knowledge);
  pass.run();
  return std::move(pass).edits();
}

}  // namespace sumario::read
