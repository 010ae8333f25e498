// The rules of one spaCy tokenizer file, and the splitting of one chunk (a run without white space) by them.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "nlp/lexeme.h"
#include "nlp/regex.h"
#include "nlp/tokenizer.h"

namespace sumario::nlp {

// A token inside its chunk: bytes [start, end), and the norm an exception gives it ("" for none), a view of the rules.
struct Piece {
  uint32_t start = 0;
  uint32_t end = 0;
  std::string_view norm;
};

// What splitting a chunk scribbles on.
struct SplitScratch {
  RegexScratch regex;
  std::vector<Piece> suffixes;
  std::vector<RegexMatch> infixes;
};

// Token sequences that together spell an exception, found again in running text (spaCy's special-case matcher).
// A trie over the words that occur in any of them.
class PhraseTrie {
 public:
  void add(const std::vector<std::string_view>& phrase);
  // The number of a word that occurs in a phrase, 0 for all others.
  uint32_t word(std::string_view text) const;
  // Calls `found` with each length at which a phrase ends that starts at words[0].
  template <typename Found>
  void match(const uint32_t* words, size_t count, Found found) const {
    uint32_t node = 0;
    for (size_t i = 0; i < count && words[i] != 0; ++i) {
      auto next = edges_.find(uint64_t{node} << 32 | words[i]);
      if (next == edges_.end()) return;
      node = next->second;
      if (ends_[node]) found(i + 1);
    }
  }
  size_t size() const { return phrases_; }

 private:
  StringMap<uint32_t> words_;
  std::unordered_map<uint64_t, uint32_t> edges_;  // (node, word) to node
  std::vector<bool> ends_ = {false};
  size_t phrases_ = 0;
};

struct Tokenizer::Rules {
  Norms norms;
  std::optional<Regex> prefix, suffix, infix, token_match, url_match;
  StringMap<std::vector<Piece>> exceptions;  // pieces count from the start of the key
  size_t longest_exception = 0;              // bytes
  std::deque<std::string> exception_norms;   // what the pieces' norms point into
  PhraseTrie phrases;

  // The pieces of `text` when it is an exception; null otherwise.
  const std::vector<Piece>* exception(std::string_view text) const;
  // Appends the tokens of one chunk. Without exceptions it splits as if there were none.
  void split(std::string_view chunk, bool with_exceptions, SplitScratch& scratch, std::vector<Piece>& pieces) const;

 private:
  std::string_view strip_affixes(std::string_view chunk, bool with_exceptions, SplitScratch& scratch,
                                 std::vector<Piece>& pieces) const;
  void split_infixes(std::string_view chunk, uint32_t offset, SplitScratch& scratch, std::vector<Piece>& pieces) const;
  size_t prefix_length(std::string_view text, SplitScratch& scratch) const;
  size_t suffix_length(std::string_view text, SplitScratch& scratch) const;
  bool is_token(std::string_view text, SplitScratch& scratch) const;
};

// Reads a tokenizer file; see Tokenizer::load.
Result<std::unique_ptr<const Tokenizer::Rules>> load_rules(std::string_view bytes, const std::string& file,
                                                           Norms norms);

// One run of white space or of anything else; `space_after`: one U+0020 follows it that belongs to no chunk.
struct Chunk {
  uint32_t start = 0;
  uint32_t end = 0;
  bool space_after = false;
};

// The next chunk of `text` from byte `at`, which is moved past it; false at the end of the text. Start with 0.
bool next_chunk(std::string_view text, uint32_t& at, Chunk& chunk);

}  // namespace sumario::nlp
