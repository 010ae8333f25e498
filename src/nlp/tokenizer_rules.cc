#include "nlp/tokenizer_rules.h"

#include <algorithm>

#include "base/utf8.h"
#include "nlp/characters.h"

namespace sumario::nlp {
namespace {

// Where suffixes are looked for. Peeling one suffix after another off a long chunk must not scan all of it every time;
// a suffix that reaches the start of the window is searched for again in the whole.
constexpr size_t kSuffixWindow = 96;
// Longer texts are not tried against token_match, which is asked anew after every affix.
constexpr size_t kLongestTokenMatch = 4096;

uint32_t offset_in(std::string_view whole, std::string_view part) {
  return static_cast<uint32_t>(part.data() - whole.data());
}

bool space_at(std::string_view text, uint32_t at, uint32_t& size) {
  auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x80) {
    size = 1;
    return is_space(byte);
  }
  CodePoint c = code_point_at(text, at);
  size = c.size;
  return is_space(c.value);
}

}  // namespace

bool next_chunk(std::string_view text, uint32_t& at, Chunk& chunk) {
  if (at >= text.size()) return false;
  uint32_t size = 0;
  bool spaces = space_at(text, at, size);
  chunk = {at, at + size, false};
  while (chunk.end < text.size() && space_at(text, chunk.end, size) == spaces) chunk.end += size;
  chunk.space_after = !spaces && chunk.end < text.size() && text[chunk.end] == ' ';
  at = chunk.end + (chunk.space_after ? 1 : 0);
  return true;
}

void PhraseTrie::add(const std::vector<std::string_view>& phrase) {
  uint32_t node = 0;
  for (std::string_view text : phrase) {
    uint32_t word = words_.try_emplace(std::string(text), static_cast<uint32_t>(words_.size() + 1)).first->second;
    auto [edge, fresh] = edges_.try_emplace(uint64_t{node} << 32 | word, static_cast<uint32_t>(ends_.size()));
    if (fresh) ends_.push_back(false);
    node = edge->second;
  }
  if (node == 0 || ends_[node]) return;
  ends_[node] = true;
  ++phrases_;
}

uint32_t PhraseTrie::word(std::string_view text) const {
  auto found = words_.find(text);
  return found == words_.end() ? 0 : found->second;
}

const std::vector<Piece>* Tokenizer::Rules::exception(std::string_view text) const {
  if (text.empty() || text.size() > longest_exception) return nullptr;
  auto found = exceptions.find(text);
  return found == exceptions.end() ? nullptr : &found->second;
}

void Tokenizer::Rules::split(std::string_view chunk, bool with_exceptions, SplitScratch& scratch,
                             std::vector<Piece>& pieces) const {
  auto whole_exception = [&](std::string_view text) { return with_exceptions ? exception(text) : nullptr; };
  auto emit = [&](const std::vector<Piece>& parts, uint32_t offset) {
    for (const Piece& part : parts) pieces.push_back({offset + part.start, offset + part.end, part.norm});
  };
  if (const auto* parts = whole_exception(chunk)) return emit(*parts, 0);
  scratch.suffixes.clear();
  std::string_view rest = strip_affixes(chunk, with_exceptions, scratch, pieces);
  if (!rest.empty()) {
    uint32_t offset = offset_in(chunk, rest);
    if (const auto* parts = whole_exception(rest))
      emit(*parts, offset);
    else if (is_token(rest, scratch) || (url_match && url_match->matches_at_start(rest, scratch.regex)))
      pieces.push_back({offset, offset + static_cast<uint32_t>(rest.size()), {}});
    else
      split_infixes(rest, offset, scratch, pieces);
  }
  pieces.insert(pieces.end(), scratch.suffixes.rbegin(), scratch.suffixes.rend());
}

// Appends prefixes to `pieces` and suffixes, last one first, to scratch.suffixes; returns what is left between them.
std::string_view Tokenizer::Rules::strip_affixes(std::string_view chunk, bool with_exceptions, SplitScratch& scratch,
                                                 std::vector<Piece>& pieces) const {
  std::string_view rest = chunk;
  auto is_exception = [&](std::string_view text) { return with_exceptions && exception(text) != nullptr; };
  auto take_prefix = [&](size_t length) {
    uint32_t start = offset_in(chunk, rest);
    pieces.push_back({start, start + static_cast<uint32_t>(length), {}});
    rest.remove_prefix(length);
  };
  auto take_suffix = [&](size_t length) {
    uint32_t end = offset_in(chunk, rest) + static_cast<uint32_t>(rest.size());
    scratch.suffixes.push_back({end - static_cast<uint32_t>(length), end, {}});
    rest.remove_suffix(length);
  };
  size_t last = 0;
  while (!rest.empty() && rest.size() != last) {
    if (is_token(rest, scratch) || is_exception(rest)) break;
    last = rest.size();
    size_t prefix_bytes = prefix_length(rest, scratch);
    if (prefix_bytes > 0 && is_exception(rest.substr(prefix_bytes))) {
      take_prefix(prefix_bytes);
      break;
    }
    size_t suffix_bytes = suffix_length(rest.substr(prefix_bytes), scratch);
    if (suffix_bytes > 0 && is_exception(rest.substr(0, rest.size() - suffix_bytes))) {
      take_suffix(suffix_bytes);
      break;
    }
    if (prefix_bytes > 0) take_prefix(prefix_bytes);
    if (suffix_bytes > 0) take_suffix(suffix_bytes);
  }
  return rest;
}

void Tokenizer::Rules::split_infixes(std::string_view chunk, uint32_t offset, SplitScratch& scratch,
                                     std::vector<Piece>& pieces) const {
  scratch.infixes.clear();
  if (infix) infix->find_all(chunk, scratch.regex, scratch.infixes);
  size_t start = 0;
  auto emit = [&](size_t from, size_t to) {
    if (from < to) pieces.push_back({offset + static_cast<uint32_t>(from), offset + static_cast<uint32_t>(to), {}});
  };
  for (const RegexMatch& match : scratch.infixes) {
    if (match.start == 0) continue;  // stays glued to what follows
    emit(start, match.start);
    emit(match.start, match.end);
    start = match.end;
  }
  emit(start, chunk.size());
}

size_t Tokenizer::Rules::prefix_length(std::string_view text, SplitScratch& scratch) const {
  auto match = prefix ? prefix->search(text, 0, scratch.regex) : std::nullopt;
  return match ? match->end - match->start : 0;
}

size_t Tokenizer::Rules::suffix_length(std::string_view text, SplitScratch& scratch) const {
  if (!suffix) return 0;
  size_t from = text.size() > kSuffixWindow ? boundary_before(text, text.size() - kSuffixWindow) : 0;
  auto match = suffix->search(text, from, scratch.regex);
  if (match && from > 0 && match->start == from) match = suffix->search(text, 0, scratch.regex);
  return match ? match->end - match->start : 0;
}

bool Tokenizer::Rules::is_token(std::string_view text, SplitScratch& scratch) const {
  return token_match && text.size() <= kLongestTokenMatch && token_match->matches_at_start(text, scratch.regex);
}

}  // namespace sumario::nlp
