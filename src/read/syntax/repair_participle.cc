#include "read/syntax/repair_pass.h"

namespace sumario::read {
namespace {

class Participles : public RepairPass {
 public:
  using RepairPass::RepairPass;
  void run() {
    for (int i = 0; i < tree_.size(); ++i) {
      if (!tree_.is_verbal(i)) continue;
      mend_headline_subject(i);
      mend_accused_modifier(i);
      mend_participle_of_object(i);
    }
  }

 private:
  // "Bomber Sentenced to Death": the participle that governs a headline is no name that the noun before it describes.
  void mend_headline_subject(int verb) {
    int noun = tree_.child(verb, Dep::kCompound);
    if (!tree_.is_root(verb) || tree_.tag(verb) != "VBN" || noun + 1 != verb || noun < 0 || has_subject(verb)) return;
    if (is_nominal(noun) && is_headline(verb) && !tree_.has_child(verb, Dep::kDobj)) label(noun, "nsubjpass");
  }

  // "After convicting accused bomber Lee of murder": it is Lee who is accused, and nobody who accuses.
  void mend_accused_modifier(int accused) {
    int gerund = accused - 1, object = tree_.child(accused, Dep::kDobj), mark = tree_.child(accused, Dep::kMark);
    if (mark < 0 || mark >= gerund || object < accused || !takes(accused, "of:offence")) return;
    if (tree_.tag(gerund) != "VBG" || tree_.dep(gerund) != Dep::kNsubj || tree_.head(gerund) != accused) return;
    if (tree_.subtree(object).begin != accused + 1) return;
    hang(gerund, tree_.is_root(accused) ? gerund : tree_.head(accused), tree_.token(accused).dep);
    for (int c : tree_.children(accused))
      if (c != gerund) hang(c, gerund, tree_.token(c).dep);
    hang(accused, object, "amod");
  }

  // "Met jailed leader Lee": not a second verb with an object of its own.
  void mend_participle_of_object(int verb) {
    int participle = verb + 1;
    if (participle + 1 >= tree_.size() || tree_.head(participle) != verb || tree_.dep(participle) != Dep::kAdvcl)
      return;
    int object = tree_.child(participle, Dep::kDobj);
    bool past = tree_.tag(participle) == "VBN" || tree_.tag(participle) == "VBD";
    if (!past || !takes(participle, "passive") || object < participle || tree_.has_child(verb, Dep::kDobj)) return;
    if (tree_.subtree(object).begin != participle + 1 || tree_.has_child(object, Dep::kDet) || has_subject(participle))
      return;
    for (int c : tree_.children(participle))
      if (c != object) hang(c, verb, tree_.token(c).dep);
    hang(object, verb, "dobj");
    hang(participle, object, "amod");
  }
};

}  // namespace

std::vector<TreeEdit> mend_participles(const Tree& tree, const RepairKnowledge& knowledge) {
  Participles pass(tree, knowledge);
  pass.run();
  return std::move(pass).edits();
}

}  // namespace sumario::read
