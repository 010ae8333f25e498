// Who and what a document speaks of: mentions found, typed, repaired and gathered into entities.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "read/syntax/tree.h"
#include "record/entity.h"

namespace sumario::read {

// An office or rank worn by a person where they are named: "US Attorney General William Barr", "Marcelo Ebrard, the
// foreign minister", "former Secretary Cienfuegos". Raw material for office claims.
struct Title {
  int mention = -1;     // index into Cast::mentions of the person
  TokenSpan words;      // "US Attorney General"
  TokenSpan office;     // "Attorney General"
  TokenSpan body;       // "US"; empty when none is named
  bool former = false;  // "former", "ex-", "then-" (see then)
  bool then = false;    // "then-President": held at the time told of
  bool acting = false;  // "acting", "interim"
  bool elect = false;   // "president-elect", "incoming", "designate"
  bool trade = false;   // a calling rather than an office held ("lawyer", "professor"): describes, no office claim
  TokenSpan evidence;   // title and name together
};

// A stretch of tokens that refers to somebody or something.
struct CastMention {
  TokenSpan span;  // the name alone, titles and possessive 's left out; a pronoun; a nominal with its determiner
  int head = -1;   // its syntactic head token
  MentionForm form = MentionForm::kName;
  EntityKind kind = EntityKind::kOther;
  int entity = -1;               // index into Cast::entities; -1: not certain whom it means
  bool plural = false;           // "they", "the two men"
  std::optional<Gender> gender;  // that the noun of a nominal tells: "a woman"
};

struct CastEntity {
  EntityKind kind = EntityKind::kOther;
  std::string name;
  std::vector<std::string> also;
  std::optional<Gender> gender;
  std::vector<int> mentions;  // indices into Cast::mentions, in text order
};

struct Cast {
  std::vector<CastEntity> entities;   // by first mention
  std::vector<CastMention> mentions;  // in text order; may nest, never cross
  std::vector<Title> titles;
  std::vector<int> mention_of_head;   // per token: the mention whose head it is (the widest), or -1
  std::vector<int> mention_of_token;  // per token: the innermost mention that covers it, or -1

  // The entity that the noun phrase headed by `token` means, or -1. Follows nothing but the mention itself.
  int entity_of_head(int token) const {
    int m = mention_of_head[static_cast<size_t>(token)];
    return m < 0 ? -1 : mentions[static_cast<size_t>(m)].entity;
  }
};

struct NameKnowledge;  // titles, offices, first names with gender, countries with demonyms, bodies: knowledge/lexicons

class CastReader {
 public:
  static Result<CastReader> load(const std::filesystem::path& knowledge);
  // Linear in the text for bounded numbers of entities (stated limit). Thread-safe.
  Cast read(const Tree& tree) const;
  // "Mexican" -> "Mexico", "US" -> "United States"; "" for other words. Case matters: "us" is a pronoun.
  std::string country_of(std::string_view words) const;

 private:
  std::shared_ptr<const NameKnowledge> knowledge_;
};

}  // namespace sumario::read
