#include "read/names/knowledge.h"

#include <unicode/uchar.h>

#include <utility>

#include "base/utf8.h"

namespace sumario::read {

namespace {

std::optional<Error> load_into(Lexicon& lexicon, const std::filesystem::path& file) {
  auto loaded = Lexicon::load(file);
  if (!loaded) return loaded.error();
  lexicon = std::move(*loaded);
  return std::nullopt;
}

}  // namespace

Result<NameKnowledge> NameKnowledge::load(const std::filesystem::path& knowledge) {
  NameKnowledge known;
  const std::pair<Lexicon NameKnowledge::*, const char*> kFiles[] = {
      {&NameKnowledge::titles, "titles.txt"},       {&NameKnowledge::ranks, "ranks.txt"},
      {&NameKnowledge::offices, "offices.txt"},     {&NameKnowledge::office_words, "office_words.txt"},
      {&NameKnowledge::status, "title_status.txt"}, {&NameKnowledge::countries, "countries.txt"},
      {&NameKnowledge::demonyms, "demonyms.txt"},   {&NameKnowledge::first_names, "first_names.txt"},
      {&NameKnowledge::nicknames, "nicknames.txt"}, {&NameKnowledge::particles, "name_particles.txt"},
      {&NameKnowledge::bodies, "bodies.txt"},       {&NameKnowledge::laws, "law_nouns.txt"},
      {&NameKnowledge::kinship, "kinship.txt"},     {&NameKnowledge::people, "people_nouns.txt"},
      {&NameKnowledge::pronouns, "pronouns.txt"},
  };
  for (const auto& [member, file] : kFiles) {
    if (auto error = load_into(known.*member, knowledge / "lexicons" / file)) return tl::unexpected(*std::move(error));
  }
  if (auto error = load_into(known.speech_verbs, knowledge / "speech/verbs.txt"))
    return tl::unexpected(*std::move(error));
  auto weights = AntecedentWeights::load(knowledge / "lexicons/antecedents.txt");
  if (!weights) return tl::unexpected(weights.error());
  known.antecedents = std::move(*weights);
  return known;
}

std::string NameKnowledge::country_of(std::string_view words) const {
  if (!is_capitalised(words)) return "";
  std::string lower = lower_case(words);
  // "us" and "Us" are pronouns, "Uk" is nothing.
  if (lower.size() == 2 && !is_upper_case(words)) return "";
  if (lower.starts_with("the ")) lower.erase(0, 4);
  if (auto* country = countries.find(lower)) return *country;
  if (auto* country = demonyms.find(lower)) return *country;
  if (lower.ends_with('s') && lower.size() > 4) {  // "Mexicans"
    lower.pop_back();
    if (auto* country = demonyms.find(lower)) return *country;
  }
  return "";
}

std::optional<Gender> NameKnowledge::gender_of_first_name(std::string_view name) const {
  auto* gender = first_names.find(lower_case(name));
  return gender ? gender_named(*gender) : std::nullopt;
}

bool NameKnowledge::means_person(std::string_view lemma) const {
  auto* kin = kinship.find(lemma);
  return people.has(lemma) || (kin && *kin != "group") || offices.has(lemma) || ranks.has(lemma);
}

bool NameKnowledge::says(std::string_view lemma) const {
  auto* verb = speech_verbs.find(lemma);
  return verb && verb->starts_with("says");
}

std::optional<Gender> NameKnowledge::gender_of_noun(std::string_view lemma) const {
  if (auto* gender = kinship.find(lemma)) return gender_named(*gender);
  if (auto* gender = people.find(lemma)) return gender_named(*gender);
  return std::nullopt;
}

std::optional<Gender> gender_named(std::string_view value) {
  if (value.starts_with("male")) return Gender::kMale;
  if (value.starts_with("female")) return Gender::kFemale;
  return std::nullopt;
}

std::string lower_case(std::string_view word) {
  std::string lower;
  lower.reserve(word.size());
  for (size_t at = 0; at < word.size();) {
    CodePoint point = code_point_at(word, at);
    append_utf8(lower, static_cast<char32_t>(u_tolower(static_cast<UChar32>(point.value))));
    at += point.size;
  }
  return lower;
}

bool is_capitalised(std::string_view word) {
  return !word.empty() && u_isUUppercase(static_cast<UChar32>(code_point_at(word, 0).value));
}

bool is_upper_case(std::string_view word) {
  int upper = 0;
  for (size_t at = 0; at < word.size();) {
    CodePoint point = code_point_at(word, at);
    auto letter = static_cast<UChar32>(point.value);
    if (u_isULowercase(letter)) return false;
    if (u_isUUppercase(letter)) ++upper;
    at += point.size;
  }
  return upper >= 2;
}

}  // namespace sumario::read
