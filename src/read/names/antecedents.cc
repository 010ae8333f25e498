#include "read/names/antecedents.h"

#include <cstdlib>
#include <initializer_list>
#include <string_view>
#include <unordered_map>

#include "read/syntax/lexicon.h"

namespace sumario::read {
namespace {

struct Attribute {
  std::string_view name;
  std::vector<std::string_view> values;  // from 1 on
};

const std::vector<Attribute>& attributes() {
  static const std::vector<Attribute> kAll = {
      {"mention", {"name", "pronoun", "definite", "indefinite", "nobody"}},
      {"sentences", {"0", "1", "2", "3", "4+"}},
      {"paragraphs", {"0", "1", "2+"}},
      {"role", {"subject", "object", "prepositional", "possessor", "apposition", "other"}},
      {"pronoun", {"subject", "object", "prepositional", "possessor", "apposition", "other"}},
      {"relation",
       {"own-subject", "subject-above", "later-subject", "main-subject-before", "dependent-subject", "joined", "none",
        "right-before", "inside-subject-above"}},
      {"others-since", {"0", "1", "2", "3+"}},
      {"rivals", {"0", "1", "2", "3+"}},
      {"near-rivals", {"0", "1", "2", "3+"}},
      {"salience", {"dominant", "most", "less", "unnamed", "open"}},
      {"lone", {"yes", "no"}},
      {"gender", {"known", "unknown"}},
      {"office", {"yes", "no"}},
      {"context", {"plain", "beside-quotation", "quoted", "same-quotation"}},
      {"their-context", {"plain", "beside-quotation", "quoted", "same-quotation"}},
      {"saying", {"neither", "mention", "pronoun", "both"}},
      {"opening", {"yes", "no"}},
  };
  return kAll;
}

// Which attributes make a feature together.
using Template = std::vector<Pair>;
const std::vector<Template>& templates() {
  using enum Pair;
  static const std::vector<Template> kAll = {
      {kReference, kRivals},
      {kReference, kContext},
      {kReference, kOpening},
      {kReference, kDistance, kRole},
      {kReference, kDistance, kRole, kPronoun},
      {kSalience, kRivals},
      {kDistance, kParagraph},
      {kDistance, kRole, kPronoun},
      {kRelation, kPronoun},
      {kRelation, kOffice},
      {kRelation, kOpening},
      {kRank, kRivals},
      {kReference, kNearRivals},
      {kNearRivals, kDistance, kGender},
      {kNearRivals, kDistance, kRole},
      {kNearRivals, kParagraph, kReference},
      {kRank, kDistance},
      {kSalience, kReference},
      {kSalience, kDistance},
      {kLone, kGender},
      {kOffice, kRole, kPronoun},
      {kContext, kTheirContext, kRole},
      {kContext, kTheirContext, kDistance},
      {kOpening, kRole, kParagraph},
      {kSaying, kDistance, kRole},
      {kSaying, kRelation},
  };
  return kAll;
}

size_t values_of(Pair attribute) { return attributes()[static_cast<size_t>(attribute)].values.size() + 1; }

size_t features_of(const Template& parts) {
  size_t count = 1;
  for (Pair attribute : parts) count *= values_of(attribute);
  return count;
}

// Calls use(number of the feature, its template) for each template all of whose attributes apply.
template <typename Use>
void each_feature(const PairValues& pair, Use use) {
  size_t base = 0;
  for (const Template& parts : templates()) {
    size_t at = 0;
    bool applies = true;
    for (Pair attribute : parts) {
      applies &= pair.get(attribute) != 0;
      at = at * values_of(attribute) + static_cast<size_t>(pair.get(attribute));
    }
    if (applies) use(base + at, parts);
    base += features_of(parts);
  }
}

std::string words_of_feature(const PairValues& pair, const Template& parts) {
  std::string words;
  for (Pair attribute : parts) {
    const Attribute& a = attributes()[static_cast<size_t>(attribute)];
    words += words.empty() ? "" : " ";
    words += a.name;
    words += "=";
    words += a.values[static_cast<size_t>(pair.get(attribute) - 1)];
  }
  return words;
}

// Every feature's words with its number.
std::unordered_map<std::string, size_t> numbers_by_words() {
  std::unordered_map<std::string, size_t> numbers;
  for (const Template& parts : templates()) {
    std::vector<PairValues> pairs(1);
    for (Pair attribute : parts) {
      std::vector<PairValues> longer;
      for (PairValues pair : pairs)
        for (size_t value = 1; value < values_of(attribute); ++value) {
          pair.set(attribute, static_cast<int>(value));
          longer.push_back(pair);
        }
      pairs = std::move(longer);
    }
    for (const PairValues& pair : pairs)
      each_feature(pair, [&](size_t number, const Template& found) {
        if (&found == &parts) numbers.emplace(words_of_feature(pair, parts), number);
      });
  }
  return numbers;
}

}  // namespace

Result<AntecedentWeights> AntecedentWeights::load(const std::filesystem::path& file) {
  auto lexicon = Lexicon::load(file);
  if (!lexicon) return tl::unexpected(lexicon.error());
  AntecedentWeights weights;
  const auto numbers = numbers_by_words();
  size_t count = 0;
  for (const Template& parts : templates()) count += features_of(parts);
  weights.weights_.assign(count, 0.0);
  for (const auto& [words, value] : lexicon->entries()) {
    char* end = nullptr;
    double number = std::strtod(value.c_str(), &end);
    auto feature = numbers.find(words);
    const bool is_number = end != value.c_str() && *end == '\0';
    if (is_number && words == "certain from")
      weights.certain_ = number;
    else if (is_number && words == "certain from, alone")
      weights.certain_alone_ = number;
    else if (is_number && feature != numbers.end())
      weights.weights_[feature->second] = number;
    else
      return tl::unexpected(Error{ErrorCode::kDamaged, file.string() + ": no feature with a weight: " + words});
  }
  return weights;
}

double AntecedentWeights::score(const PairValues& pair) const {
  double sum = 0;
  each_feature(pair, [&](size_t number, const Template&) { sum += weights_[number]; });
  return sum;
}

std::vector<std::string> AntecedentWeights::features(const PairValues& pair) {
  std::vector<std::string> found;
  each_feature(pair, [&](size_t, const Template& parts) { found.push_back(words_of_feature(pair, parts)); });
  return found;
}

}  // namespace sumario::read
