#include "read/syntax/clause.h"
#include "read/syntax/repair_pass.h"

namespace sumario::read {
namespace {

using nlp::Pos;

class Voice : public RepairPass {
 public:
  using RepairPass::RepairPass;
  void run() {
    mended_.assign(static_cast<size_t>(tree_.size()), false);
    for (int i = 0; i < tree_.size(); ++i)
      if (tree_.tag(i) == "VBD" || tree_.tag(i) == "VBN") mend(i);
  }

 private:
  void mend(int verb) {
    bool subject_written = has_subject(verb);
    bool passive = is_bare_passive(verb);
    if (!subject_written && tree_.dep(verb) == Dep::kConj) passive = is_passive_conjunct(verb);
    if (subject_written && tree_.dep(verb) == Dep::kConj) passive = passive || is_gapped(verb);
    if (!subject_written && tree_.dep(verb) == Dep::kAdvcl) passive = is_short_clause(verb);
    if (!subject_written && tree_.dep(verb) == Dep::kAcl) passive = is_reduced_relative(verb);
    if (!passive) return;
    retag(verb, "VBN");
    if (int subject = tree_.child(verb, Dep::kNsubj); subject >= 0) label(subject, "nsubjpass");
    mended_[static_cast<size_t>(verb)] = true;
  }

  bool is_sum(int noun) const { return tree_.token(noun).entity == "MONEY" || tree_.token(noun).entity == "QUANTITY"; }

  // No object, and a preposition or a predicate complement that only a passive has there.
  bool lacks_its_object(int verb) const {
    bool always = takes(verb, "passive"), headline = is_headline(verb), fits = always && headline;
    for (int c : tree_.children(verb)) {
      Dep dep = tree_.dep(c);
      if (dep == Dep::kAux || dep == Dep::kAuxpass || dep == Dep::kCcomp || dep == Dep::kXcomp || dep == Dep::kDative)
        return false;
      if (dep == Dep::kDobj && !(takes(verb, "sum") && is_sum(c))) return false;
      if (dep == Dep::kConj && tree_.has_child(c, Dep::kDobj)) return false;  // "arrested and charged Lee"
      if (c < verb) continue;
      bool complement = (dep == Dep::kOprd || dep == Dep::kAcomp) && takes(verb, "complement");
      fits = fits || dep == Dep::kAgent || complement || (always && dep == Dep::kPrep) ||
             takes(verb, "passive", tree_.lower(c)) || (headline && takes(verb, "headline", tree_.lower(c)));
    }
    return fits;
  }

  // "Mayor charged with graft", "nurse found guilty".
  bool is_bare_passive(int verb) const {
    int subject = tree_.child(verb, Dep::kNsubj);
    if (subject < 0 || subject > verb || tree_.pos(subject) == Pos::kPron) return false;
    if (tree_.dep(verb) == Dep::kRelcl) return false;  // "the man police arrested in Oslo"
    return lacks_its_object(verb);
  }

  // "An officer killed in Oslo".
  bool is_reduced_relative(int verb) const {
    if (tree_.tag(verb) != "VBD" || tree_.has_child(verb, Dep::kDobj) || tree_.has_child(verb, Dep::kCcomp))
      return false;
    return tree_.has_child(verb, Dep::kAgent) || takes(verb, "passive") || takes(verb, "bare");
  }

  // "If found guilty": a finite verb would have a subject.
  bool is_short_clause(int verb) const {
    return verb > 0 && tree_.child(verb, Dep::kMark) == verb - 1 && !tree_.has_child(verb, Dep::kDobj);
  }

  // "Was charged with murder and remanded in custody".
  bool is_passive_conjunct(int verb) const {
    int first = tree_.head(verb);
    bool first_is = mended_[static_cast<size_t>(first)] || is_passive(tree_, first);
    if (!first_is || tree_.tag(verb) != "VBD" || tree_.has_child(verb, Dep::kDobj) || tree_.has_child(verb, Dep::kAux))
      return false;
    return tree_.has_child(verb, Dep::kAgent) || takes(verb, "passive") || takes(verb, "bare");
  }

  // "Three were killed and nine wounded".
  bool is_gapped(int verb) const {
    int first = tree_.head(verb);
    return tree_.tag(verb) == "VBN" && tree_.has_child(first, Dep::kAuxpass) &&
           tree_.child(verb, Dep::kNsubj) > first && !tree_.has_child(verb, Dep::kAux) &&
           !tree_.has_child(verb, Dep::kDobj);
  }

  std::vector<bool> mended_;
};

}  // namespace

std::vector<TreeEdit> mend_voice(const Tree& tree, const RepairKnowledge& knowledge) {
  Voice pass(tree, knowledge);
  pass.run();
  return std::move(pass).edits();
}

}  // namespace sumario::read
