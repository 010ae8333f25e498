// Whether a predicate is said to have happened: negation with its scope, modals, conditions, plans, requests and
// accusations, read up the tree from the predicate to the clause that decides.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <utility>

#include "base/result.h"
#include "read/syntax/lexicon.h"
#include "read/syntax/tree.h"
#include "record/claim.h"

namespace sumario::read {

struct Mood {
  Modality modality = Modality::kAsserted;
  int cue = -1;  // the token that decides, -1 for plain assertion
  bool question = false;
};

// Whether the token's sentence ends as a question behind it.
bool is_asked(const Tree& tree, int token);

// Immutable after loading; safe to share. Knowledge: lexicons/embedding_*.txt.
class MoodReader {
 public:
  static Result<MoodReader> load(const std::filesystem::path& knowledge);
  // The mood of the verb, noun or adjective at `predicate`. Climbs at most 12 clauses.
  Mood read(const Tree& tree, int predicate) const;

 private:
  MoodReader(Lexicon clause, Lexicon noun, Lexicon adverbs)
      : clause_(std::move(clause)), noun_(std::move(noun)), adverbs_(std::move(adverbs)) {}

  Lexicon clause_;   // verbs, adjectives and nouns that take a clause -> what they do to it
  Lexicon noun_;     // verbs, prepositions and nouns that take an event noun -> what they do to it
  Lexicon adverbs_;  // "allegedly" -> alleged
};

}  // namespace sumario::read
