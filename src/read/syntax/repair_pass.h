// What the repairs of TreeRepair share: the knowledge they look up and the edits they collect.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "read/syntax/lexicon.h"
#include "read/syntax/tree.h"

namespace sumario::read {

struct RepairKnowledge {
  Lexicon valency, offences;
};

// A token's new head, label and tag.
struct TreeEdit {
  int token, head;
  std::string_view dep, tag;
};

// Which word hangs from which.
std::vector<TreeEdit> mend_structure(const Tree& tree, const RepairKnowledge& knowledge);
// Verbs hidden behind the preposition that opens their sentence, and objects taken for the subject of a participle.
std::vector<TreeEdit> mend_openings(const Tree& tree, const RepairKnowledge& knowledge);
// Participles that modify a noun or govern a headline and were taken for something else.
std::vector<TreeEdit> mend_participles(const Tree& tree, const RepairKnowledge& knowledge);
// Past forms that look active and are not; the structure is already mended.
std::vector<TreeEdit> mend_voice(const Tree& tree, const RepairKnowledge& knowledge);

// One pass over the trees as they stand; its edits take effect once it is over.
class RepairPass {
 public:
  RepairPass(const Tree& tree, const RepairKnowledge& knowledge) : tree_(tree), known_(knowledge) {}
  std::vector<TreeEdit> edits() && { return std::move(edits_); }

 protected:
  // Whether the verb's entry in valency.txt lists the feature.
  bool takes(int verb, std::string_view feature) const;
  bool takes(int verb, std::string_view feature, std::string_view word) const;  // "passive:with"
  bool is_nominal(int i) const { return tree_.pos(i) == nlp::Pos::kNoun || tree_.pos(i) == nlp::Pos::kPropn; }
  bool has_subject(int verb) const;
  bool is_headline(int token) const;  // no full stop, question or exclamation mark closes the sentence

  void label(int i, std::string_view dep) { hang(i, tree_.head(i), dep); }
  void hang(int i, int head, std::string_view dep) { edits_.push_back({i, head, dep, tree_.tag(i)}); }
  void retag(int i, std::string_view tag) { edits_.push_back({i, tree_.head(i), tree_.token(i).dep, tag}); }

  const Tree& tree_;
  const RepairKnowledge& known_;

 private:
  std::vector<TreeEdit> edits_;
};

}  // namespace sumario::read
