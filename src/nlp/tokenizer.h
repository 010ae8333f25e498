// Splits a text into tokens exactly as spaCy's rule-based tokenizer does. Source: spacy/tokenizer.pyx.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "nlp/lexeme.h"

namespace sumario::nlp {

// One token of a text: bytes [start, end), whether one U+0020 follows that belongs to no token, and its word type.
struct RawToken {
  uint32_t start = 0;
  uint32_t end = 0;
  uint32_t lexeme = 0;  // index into TokenizerScratch::lexemes
  bool space_after = false;
  friend bool operator==(const RawToken&, const RawToken&) = default;
};

// What one worker keeps from text to text: the word types met and the pieces of every chunk met (a chunk is a run of
// non-spaces). Bounded, see make_room(). Not thread-safe. Belongs to the first tokenizer it is used with.
class TokenizerScratch {
 public:
  explicit TokenizerScratch(size_t lexeme_limit = 1 << 15);
  ~TokenizerScratch();

  LexemeTable lexemes;

  // Call between texts: forgets all types and chunks once there are too many of either. True when it did; whatever the
  // caller keeps by lexeme index is void then. Bounds: the lexeme limit, four pieces and 64 bytes of chunks for each of
  // it, and what one text holds.
  bool make_room();

  struct State;
  std::unique_ptr<State> state;
};

// Immutable after loading; one const tokenizer serves all threads.
class Tokenizer {
 public:
  // `bytes` is the content of the pipeline's file `tokenizer`, `file` its name for messages. The norms are copied in.
  // Errors: kDamaged (names the file and the field; a pattern that does not compile counts as damage).
  static Result<Tokenizer> load(std::string_view bytes, const std::string& file, Norms norms);
  Tokenizer(Tokenizer&&) noexcept;
  Tokenizer& operator=(Tokenizer&&) noexcept;
  ~Tokenizer();

  // Appends the tokens of `text` (valid UTF-8, under 4 GiB) to `tokens`; offsets count from the start of `text` plus
  // `base`. Linear in the length of the text. Never fails: a pattern that would need more than a fixed number of steps
  // on one chunk (only hostile chunks do) counts as not matching there.
  void tokenise(std::string_view text, uint32_t base, TokenizerScratch& scratch, std::vector<RawToken>& tokens) const;

  struct Rules;

 private:
  explicit Tokenizer(std::unique_ptr<const Rules> rules);
  void replace_phrases(std::string_view text, uint32_t base, TokenizerScratch& scratch, std::vector<RawToken>& tokens,
                       size_t first) const;
  std::unique_ptr<const Rules> rules_;
};

}  // namespace sumario::nlp
