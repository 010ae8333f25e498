#include "page/text/sentences.h"

#include <unicode/uchar.h>

#include "base/utf8.h"

namespace sumario::page {
namespace {

UChar32 at(std::string_view text, size_t offset) { return static_cast<UChar32>(code_point_at(text, offset).value); }
bool is_stop(UChar32 c) { return c == '.' || c == '!' || c == '?' || c == 0x2026; }
bool is_closer(UChar32 c) {
  return c == '"' || c == '\'' || c == ')' || c == ']' || u_charType(c) == U_FINAL_PUNCTUATION;
}

// The word that ends right before `end`, stops inside it included ("U.S", "Gen").
std::string_view word_before(std::string_view text, uint32_t floor, uint32_t end) {
  uint32_t start = end;
  while (start > floor) {
    CodePoint before = code_point_before(text, start);
    auto c = static_cast<UChar32>(before.value);
    if (!u_isalnum(c) && c != '.') break;
    start -= before.size;
  }
  return text.substr(start, end - start);
}

bool is_short_form(std::string_view word, const PageKnowledge& knowledge) {
  if (word.find('.') != std::string_view::npos) return true;
  if (word.size() == 1 && u_isupper(static_cast<unsigned char>(word[0])) && word[0] != 'I') return true;
  return knowledge.is_abbreviation(folded(word));
}

}  // namespace

std::vector<ByteRange> sentences_in(std::string_view text, ByteRange range, const PageKnowledge& knowledge) {
  std::vector<ByteRange> sentences;
  uint32_t start = range.start;
  for (uint32_t offset = range.start; offset < range.end;) {
    UChar32 c = at(text, offset);
    uint32_t stop = offset;
    offset += code_point_at(text, offset).size;
    if (!is_stop(c)) continue;
    while (offset < range.end && (is_stop(at(text, offset)) || is_closer(at(text, offset)))) {
      offset += code_point_at(text, offset).size;
    }
    if (offset >= range.end) break;
    if (!u_isUWhiteSpace(at(text, offset))) continue;
    uint32_t next = offset;
    while (next < range.end && u_isUWhiteSpace(at(text, next))) next += code_point_at(text, next).size;
    if (next >= range.end) break;
    bool spaced = stop > range.start && u_isUWhiteSpace(static_cast<UChar32>(code_point_before(text, stop).value));
    if (spaced && (text[next] == '.' || (stop >= 2 + range.start && text[stop - 2] == '.'))) continue;  // ". . ."
    bool closed = offset > stop + 1;
    if (!spaced && u_islower(at(text, next)) && (closed || c != '.')) continue;  // “Why?” he asked
    if (!spaced && c == '.' && !closed) {
      std::string_view word = word_before(text, range.start, stop);
      if (is_short_form(word, knowledge) || (u_islower(at(text, next)) && word.size() < 4)) continue;
    }
    sentences.push_back({start, offset});
    start = offset = next;
  }
  ByteRange last = trimmed(text, {start, range.end});
  if (!last.empty()) sentences.push_back(last);
  return sentences;
}

}  // namespace sumario::page
