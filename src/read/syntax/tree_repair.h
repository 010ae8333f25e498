// Mends what the statistical parser typically gets wrong, where the words leave no doubt: headlines without auxiliaries
// ("Mayor charged with graft" has no active subject), lists read as appositions, objects' and verbs' "of", two objects,
// small clauses, inverted subjects, lemmas without their "e".
#pragma once

#include <filesystem>
#include <utility>

#include "base/result.h"
#include "nlp/analysis.h"
#include "read/syntax/repair_pass.h"

namespace sumario::read {

// Immutable after loading; safe to share. Knowledge: lexicons/valency.txt, offences.txt.
class TreeRepair {
 public:
  static Result<TreeRepair> load(const std::filesystem::path& knowledge);
  // Rewrites heads, labels, tags and lemmas; tokens, sentences and names stay. Linear in the number of tokens; the
  // trees stay trees, each within its sentence.
  void apply(nlp::Analysis& analysis) const;

 private:
  explicit TreeRepair(RepairKnowledge known) : known_(std::move(known)) {}
  RepairKnowledge known_;
};

}  // namespace sumario::read
