// Word types: everything the networks and rules need to know of a word that does not depend on where it stands.
#pragma once

#include <cstdint>
#include <memory_resource>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "nlp/strings.h"

namespace sumario::nlp {

// The lexical attributes of one word type, a (text, norm override) pair. The ids are the hash keys of spaCy's feature
// columns; IS_SPACE is the key 0 or 1 itself. `text` and `lower` lie in the table that made the lexeme.
struct Lexeme {
  StringId orth = 0;
  StringId norm = 0;
  StringId prefix = 0;
  StringId suffix = 0;
  StringId shape = 0;
  bool is_space = false;
  std::string_view text;
  std::string_view lower;
};

// The shape of a word: letters as X or x, digits as d, runs cut at four; "LONG" from 100 characters on.
std::string word_shape(std::string_view text);

// The norms of words: a pipeline's own table (vocab/lookups.bin), then the norms common to all spaCy pipelines, then
// the lower-cased word. Immutable after loading.
class Norms {
 public:
  // Without a table of its own.
  Norms() = default;
  // `bytes` is the content of vocab/lookups.bin, `file` its name for messages. kDamaged when it does not hold a map of
  // tables, or the table lexeme_norm is not one of number to string.
  static Result<Norms> load(std::string_view bytes, const std::string& file);
  // The norm of `text` (looked up as written, not lower-cased); `lower` is its lower-cased form.
  std::string_view norm_of(std::string_view text, std::string_view lower) const;

 private:
  std::unordered_map<StringId, std::string> table_;
};

// Interns word types to dense indices 0, 1, 2 … in the order they are met, so that callers can keep what they compute
// of a type in a vector beside it. Belongs to one worker; not thread-safe. Memory: call make_room() between texts. It
// empties the table once it holds more than `limit` types or 32 bytes of text for each, so the table never holds more
// than that and the types of one text. Indices and views die then, and generation() goes up.
class LexemeTable {
 public:
  explicit LexemeTable(size_t limit = 1 << 15) : limit_(limit) {}
  LexemeTable(const LexemeTable&) = delete;  // lexemes point into its arena
  LexemeTable& operator=(const LexemeTable&) = delete;

  // The index of the type; a new one where it was not met before. `norm_override` is empty where the tokenizer gave
  // none. `norms` must be the same at every call.
  uint32_t intern(std::string_view text, std::string_view norm_override, const Norms& norms);

  const Lexeme& operator[](uint32_t index) const { return lexemes_[index]; }
  size_t size() const { return lexemes_.size(); }
  size_t limit() const { return limit_; }
  uint32_t generation() const { return generation_; }
  bool full() const { return lexemes_.size() > limit_ || bytes_ > 32 * limit_; }
  // Empties the table when it is full; true when it did.
  bool make_room();
  void clear();

 private:
  size_t limit_;
  size_t bytes_ = 0;
  uint32_t generation_ = 0;
  std::vector<Lexeme> lexemes_;
  std::unordered_map<std::string_view, uint32_t> index_;  // key: text, or text 0xFF override
  std::pmr::monotonic_buffer_resource arena_;
};

}  // namespace sumario::nlp
