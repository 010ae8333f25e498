// How likely a pronoun means what an earlier mention means: a log-linear ranking of mentions whose features and weights
// are words and numbers in knowledge/lexicons/antecedents.txt.
#pragma once

#include <array>
#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"

namespace sumario::read {

// What can be said of a pronoun and one mention it may refer to. Their values and the words for them stand in
// antecedents.cc; value 0 is "does not apply".
enum class Pair : uint8_t {
  kReference,     // a name, pronoun, definite or indefinite phrase; "nobody": the pronoun means nobody mentioned
  kDistance,      // in sentences
  kParagraph,     // in paragraphs
  kRole,          // of the mention in its clause
  kPronoun,       // role of the pronoun
  kRelation,      // of the mention to the pronoun's clause
  kRank,          // how many others have been mentioned since
  kRivals,        // how many people fit
  kNearRivals,    // how many of them in this sentence and the one before
  kSalience,      // most mentioned of those who fit
  kLone,          // the only person of this gender named so far
  kGender,        // whether the mention's gender is known
  kOffice,        // introduced by an office or trade
  kContext,       // the pronoun within, beside or away from a quotation
  kTheirContext,  // the mention likewise
  kSaying,        // which of them is the subject of a verb of saying
  kOpening,       // the pronoun opens its sentence as subject
  kCount,
};

class PairValues {
 public:
  void set(Pair attribute, int value) { values_[static_cast<size_t>(attribute)] = static_cast<uint8_t>(value); }
  int get(Pair attribute) const { return values_[static_cast<size_t>(attribute)]; }

 private:
  std::array<uint8_t, static_cast<size_t>(Pair::kCount)> values_{};
};

class AntecedentWeights {
 public:
  // Errors: as Lexicon::load; kDamaged for a line that is no feature and number.
  static Result<AntecedentWeights> load(const std::filesystem::path& file);

  double score(const PairValues& pair) const;
  // The least likelihood that is acted on; where nobody else fits, and elsewhere.
  double certain(bool alone) const { return alone ? certain_alone_ : certain_; }

  // The words of the features that hold, for the program that finds the weights.
  static std::vector<std::string> features(const PairValues& pair);

 private:
  std::vector<double> weights_;  // by feature
  double certain_ = 1, certain_alone_ = 1;
};

}  // namespace sumario::read
