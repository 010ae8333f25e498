// What is known about names before any text is read: the word lists of knowledge/lexicons that tell titles, offices,
// ranks, countries, bodies, family words and first names apart. Immutable after loading; safe to share.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "read/names/antecedents.h"
#include "read/syntax/lexicon.h"
#include "record/entity.h"

namespace sumario::read {

struct NameKnowledge {
  Lexicon titles;        // courtesy forms -> gender
  Lexicon ranks;         // "lt. col." -> "colonel"
  Lexicon offices;       // "attorney general" -> "attorney general"; a trade has " weak" behind it
  Lexicon office_words;  // "deputy", "foreign"
  Lexicon status;        // "former" -> "former", "then" -> "then", "acting", "elect", or ""
  Lexicon countries;     // "u.s." -> "United States"
  Lexicon demonyms;      // "mexican" -> "Mexico"
  Lexicon first_names;   // "ann" -> "female"
  Lexicon nicknames;     // "bill" -> "william"
  Lexicon particles;     // "de"; "jr." -> "suffix"
  Lexicon bodies;        // "court" -> "common"
  Lexicon laws;          // "act"
  Lexicon kinship;       // "wife" -> "female"
  Lexicon people;        // "suspect" -> ""; "gunman" -> "male"
  Lexicon pronouns;      // "he" -> "male subject"
  Lexicon speech_verbs;  // "say" -> "says that"
  AntecedentWeights antecedents;

  // Reads all lists below `knowledge`/lexicons. Errors as Lexicon::load.
  static Result<NameKnowledge> load(const std::filesystem::path& knowledge);

  // "Mexican" -> "Mexico", "US" -> "United States"; "" for other words. Lower-case words are no countries.
  std::string country_of(std::string_view words) const;
  // The gender a first name is mostly given to; empty when it is given to both or not known. Case does not matter.
  std::optional<Gender> gender_of_first_name(std::string_view name) const;
  // True when the singular noun means a person: an office, a rank, kin, or another noun for people.
  bool means_person(std::string_view lemma) const;
  // A verb of saying, by its lemma.
  bool says(std::string_view lemma) const;
  // The gender such a noun tells ("wife", "chairwoman").
  std::optional<Gender> gender_of_noun(std::string_view lemma) const;
};

// "male …" or "female …" at the start of a lexicon's value.
std::optional<Gender> gender_named(std::string_view value);
std::string lower_case(std::string_view word);  // ASCII and Latin letters with accents
bool is_capitalised(std::string_view word);     // starts with an upper-case letter
bool is_upper_case(std::string_view word);      // at least two letters, none of them lower case

}  // namespace sumario::read
