#include "page/text/words.h"

#include <unicode/uchar.h>

#include "base/utf8.h"

namespace sumario::page {
namespace {

UChar32 at(std::string_view text, size_t offset) { return static_cast<UChar32>(code_point_at(text, offset).value); }

// Most text is ASCII, for which the tables need not be asked.
bool is_word(UChar32 c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  return u_isalnum(c) || u_charType(c) == U_NON_SPACING_MARK;
}
char32_t lowered(UChar32 c) {
  if (c < 0x80) return static_cast<char32_t>(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
  return static_cast<char32_t>(u_tolower(c));
}
bool is_space(UChar32 c) { return u_isUWhiteSpace(c) || c == 0xFEFF || c == 0x200B; }
bool is_apostrophe(UChar32 c) { return c == '\'' || c == 0x2019; }

bool is_closer(UChar32 c) {
  auto type = u_charType(c);
  return c == '"' || c == '\'' || type == U_END_PUNCTUATION || type == U_FINAL_PUNCTUATION;
}

}  // namespace

std::vector<Word> words_in(std::string_view text, ByteRange range) {
  std::vector<Word> words;
  for (uint32_t offset = range.start; offset < range.end;) {
    CodePoint point = code_point_at(text, offset);
    auto c = static_cast<UChar32>(point.value);
    uint32_t size = point.size;
    if (c == '(' && offset + 3 <= range.end && (text[offset + 1] | 0x20) == 'c' && text[offset + 2] == ')') {
      words.push_back({{offset, offset + 3}, "©"});
      offset += 3;
      continue;
    }
    if (c == 0xA9) words.push_back({{offset, offset + size}, "©"});
    if (c == ':' && !words.empty() && words.back().range.end == offset) words.back().colon_after = true;
    if (!is_word(c)) {
      offset += size;
      continue;
    }
    Word word{{offset, offset}, {}};
    while (offset < range.end) {
      CodePoint next = code_point_at(text, offset);
      c = static_cast<UChar32>(next.value);
      size = next.size;
      bool inner = is_apostrophe(c) && offset + size < range.end && is_word(at(text, offset + size));
      if (!is_word(c) && !inner) break;
      append_utf8(word.folded, inner ? U'\'' : lowered(c));
      offset += size;
    }
    word.range.end = offset;
    words.push_back(std::move(word));
  }
  return words;
}

ByteRange trimmed(std::string_view text, ByteRange range) {
  while (range.start < range.end && is_space(at(text, range.start)))
    range.start += code_point_at(text, range.start).size;
  while (range.end > range.start) {
    CodePoint last = code_point_before(text, range.end);
    if (!is_space(static_cast<UChar32>(last.value))) break;
    range.end -= last.size;
  }
  return range;
}

std::string folded(std::string_view text) {
  std::string lower;
  lower.reserve(text.size());
  for (size_t offset = 0; offset < text.size(); offset += code_point_at(text, offset).size) {
    append_utf8(lower, lowered(at(text, offset)));
  }
  return lower;
}

std::string letters_of(std::string_view text, std::vector<uint32_t>* word_starts) {
  std::string letters;
  letters.reserve(text.size());
  bool in_word = false;
  for (size_t offset = 0; offset < text.size();) {
    CodePoint point = code_point_at(text, offset);
    auto c = static_cast<UChar32>(point.value);
    bool word = is_word(c);
    if (word && !in_word && word_starts) word_starts->push_back(static_cast<uint32_t>(letters.size()));
    if (word) append_utf8(letters, lowered(c));
    in_word = word;
    offset += point.size;
  }
  return letters;
}

bool starts_lower(std::string_view text, ByteRange range) {
  return range.start < range.end && u_islower(at(text, range.start));
}

bool is_upper(std::string_view text) {
  bool upper = false;
  for (size_t offset = 0; offset < text.size(); offset += code_point_at(text, offset).size) {
    UChar32 c = at(text, offset);
    if (u_islower(c)) return false;
    upper = upper || u_isupper(c);
  }
  return upper;
}

bool ends_sentence(std::string_view text) {
  ByteRange rest = trimmed(text, {0, static_cast<uint32_t>(text.size())});
  while (rest.end > rest.start) {
    CodePoint last = code_point_before(text, rest.end);
    auto c = static_cast<UChar32>(last.value);
    if (c == '.' || c == '!' || c == '?' || c == 0x2026) return true;
    if (!is_closer(c)) return false;
    rest.end -= last.size;
  }
  return false;
}

}  // namespace sumario::page
