// Writes tags, coarse tags, morphology, lemmas and labels by patterns over one or more tokens.
// Source: spacy/pipeline/attributeruler.py with the part of spacy/matcher that has no quantifiers.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "base/result.h"
#include "nlp/analysis.h"
#include "nlp/lexeme.h"
#include "nlp/morphology.h"

namespace sumario::nlp {

// Remembers what fires on which kind of token. One per worker; bounded; call clear() whenever the lexeme table it is
// used with was emptied.
class RulerScratch {
 public:
  RulerScratch();
  ~RulerScratch();
  void clear();
  struct State;
  std::unique_ptr<State> state;
};

// Immutable after loading; one const ruler serves all threads.
class AttributeRuler {
 public:
  // `bytes` is the content of attribute_ruler/patterns, `file` its name for messages. Errors: kDamaged, kUnsupported
  // (a quantifier, or an attribute or operator outside the specification); both name the file and the entry.
  static Result<AttributeRuler> load(std::string_view bytes, const std::string& file);
  AttributeRuler(AttributeRuler&&) noexcept;
  AttributeRuler& operator=(AttributeRuler&&) noexcept;
  ~AttributeRuler();

  // Matches every pattern on the tokens of one segment as they are, then applies all matches in the order of the
  // entries. `lexemes` holds the word type of each token. Views written into tokens live as long as the ruler.
  void apply(std::span<Token> tokens, std::span<const uint32_t> lexemes, const LexemeTable& table,
             RulerScratch& scratch) const;

 private:
  struct Entries;
  explicit AttributeRuler(std::unique_ptr<const Entries> entries);
  const struct Fires& fires_on(const Token& token, const Lexeme& lexeme, RulerScratch& scratch) const;
  void match_longer(RulerScratch& scratch) const;
  std::unique_ptr<const Entries> entries_;
};

}  // namespace sumario::nlp
