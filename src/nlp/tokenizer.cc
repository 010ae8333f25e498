#include "nlp/tokenizer.h"

#include <algorithm>
#include <cstring>
#include <memory_resource>
#include <unordered_map>

#include "base/byte_range.h"
#include "nlp/tokenizer_rules.h"

namespace sumario::nlp {
namespace {

// A piece of a chunk met before, with its word type and its number in the phrase trie.
struct KnownPiece {
  uint32_t start, end, lexeme, word;
};

struct KnownChunk {
  uint32_t first, count;  // in State::pieces
};

// A run of tokens that may spell an exception, half-open, counted from the first token of the text.
struct PhraseSpan {
  uint32_t begin, end;
};

}  // namespace

struct TokenizerScratch::State {
  SplitScratch split;
  std::vector<Piece> fresh;
  std::vector<KnownPiece> pieces;
  std::unordered_map<std::string_view, KnownChunk> chunks;
  std::pmr::monotonic_buffer_resource arena;
  size_t chunk_bytes = 0;
  std::vector<uint32_t> words;  // of the tokens of the text at work
  std::vector<PhraseSpan> spans;
  std::vector<bool> seen;
  std::vector<RawToken> rewritten;

  KnownChunk chunk(std::string_view text, const Tokenizer::Rules& rules, LexemeTable& types);
  void find_phrases(const PhraseTrie& phrases);
};

TokenizerScratch::TokenizerScratch(size_t lexeme_limit) : lexemes(lexeme_limit), state(std::make_unique<State>()) {}
TokenizerScratch::~TokenizerScratch() = default;

bool TokenizerScratch::make_room() {
  bool chunks_full = state->pieces.size() > 4 * lexemes.limit() || state->chunk_bytes > 64 * lexemes.limit();
  if (!lexemes.full() && !chunks_full) return false;
  lexemes.clear();
  state->chunks.clear();
  state->pieces.clear();
  state->arena.release();
  state->chunk_bytes = 0;
  return true;
}

KnownChunk TokenizerScratch::State::chunk(std::string_view text, const Tokenizer::Rules& rules, LexemeTable& types) {
  auto found = chunks.find(text);
  if (found != chunks.end()) return found->second;
  fresh.clear();
  rules.split(text, true, split, fresh);
  KnownChunk known{static_cast<uint32_t>(pieces.size()), static_cast<uint32_t>(fresh.size())};
  for (const Piece& piece : fresh) {
    std::string_view words_of_piece = text.substr(piece.start, piece.end - piece.start);
    pieces.push_back({piece.start, piece.end, types.intern(words_of_piece, piece.norm, rules.norms),
                      rules.phrases.word(words_of_piece)});
  }
  auto* copy = static_cast<char*>(arena.allocate(text.size(), 1));
  std::memcpy(copy, text.data(), text.size());
  chunks.emplace(std::string_view(copy, text.size()), known);
  chunk_bytes += text.size();
  return known;
}

// Fills `spans` with the phrases to replace: the longest first, then the leftmost; one whose first or last token lies
// in another found before, accepted or not, is passed over. Accepted spans in text order.
void TokenizerScratch::State::find_phrases(const PhraseTrie& phrases) {
  spans.clear();
  auto count = static_cast<uint32_t>(words.size());
  for (uint32_t i = 0; i < count; ++i)
    if (words[i] != 0)
      phrases.match(&words[i], count - i,
                    [&](size_t length) { spans.push_back({i, i + static_cast<uint32_t>(length)}); });
  if (spans.empty()) return;
  std::sort(spans.begin(), spans.end(), [](const PhraseSpan& a, const PhraseSpan& b) {
    uint32_t length_a = a.end - a.begin, length_b = b.end - b.begin;
    return length_a != length_b ? length_a > length_b : a.begin < b.begin;
  });
  seen.assign(count, false);
  std::erase_if(spans, [this](const PhraseSpan& span) {
    bool taken = seen[span.begin] || seen[span.end - 1];
    std::fill(seen.begin() + span.begin, seen.begin() + span.end, true);
    return taken;
  });
  std::sort(spans.begin(), spans.end(), [](const PhraseSpan& a, const PhraseSpan& b) { return a.begin < b.begin; });
}

Tokenizer::Tokenizer(std::unique_ptr<const Rules> rules) : rules_(std::move(rules)) {}
Tokenizer::Tokenizer(Tokenizer&&) noexcept = default;
Tokenizer& Tokenizer::operator=(Tokenizer&&) noexcept = default;
Tokenizer::~Tokenizer() = default;

Result<Tokenizer> Tokenizer::load(std::string_view bytes, const std::string& file, Norms norms) {
  auto rules = load_rules(bytes, file, std::move(norms));
  if (!rules) return tl::unexpected(rules.error());
  return Tokenizer(std::move(*rules));
}

void Tokenizer::tokenise(std::string_view text, uint32_t base, TokenizerScratch& scratch,
                         std::vector<RawToken>& tokens) const {
  auto& state = *scratch.state;
  state.words.clear();
  size_t first = tokens.size();
  Chunk chunk;
  for (uint32_t at = 0; next_chunk(text, at, chunk);) {
    KnownChunk known = state.chunk(words_of(text, {chunk.start, chunk.end}), *rules_, scratch.lexemes);
    uint32_t offset = base + chunk.start;
    for (uint32_t i = known.first; i < known.first + known.count; ++i) {
      const KnownPiece& piece = state.pieces[i];
      tokens.push_back({offset + piece.start, offset + piece.end, piece.lexeme, false});
      state.words.push_back(piece.word);
    }
    tokens.back().space_after = chunk.space_after;
  }
  state.find_phrases(rules_->phrases);
  if (!state.spans.empty()) replace_phrases(text, base, scratch, tokens, first);
}

// Puts the parts of the exceptions found in place of the tokens that spell them.
void Tokenizer::replace_phrases(std::string_view text, uint32_t base, TokenizerScratch& scratch,
                                std::vector<RawToken>& tokens, size_t first) const {
  auto& state = *scratch.state;
  auto& out = state.rewritten;
  out.clear();
  auto begin = tokens.begin() + static_cast<ptrdiff_t>(first);
  uint32_t at = 0;
  for (const auto& span : state.spans) {
    out.insert(out.end(), begin + at, begin + span.begin);
    at = span.end;
    uint32_t start = begin[span.begin].start;
    std::string_view spelled = words_of(text, {start - base, begin[span.end - 1].end - base});
    const auto* parts = rules_->exception(spelled);
    if (parts == nullptr) {  // spaces between: the tokens stay
      out.insert(out.end(), begin + span.begin, begin + span.end);
      continue;
    }
    for (const Piece& part : *parts) {
      std::string_view words = spelled.substr(part.start, part.end - part.start);
      out.push_back(
          {start + part.start, start + part.end, scratch.lexemes.intern(words, part.norm, rules_->norms), false});
    }
    out.back().space_after = begin[span.end - 1].space_after;
  }
  out.insert(out.end(), begin + at, tokens.end());
  tokens.resize(first);
  tokens.insert(tokens.end(), out.begin(), out.end());
}

}  // namespace sumario::nlp
