#include "nlp/characters.h"

#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/utf8.h"

namespace sumario::nlp {
namespace {

struct CharacterRange {
  char32_t first, last;
};

// Numeric_Type=Digit outside of category Nd (Unicode 14, as in Python 3.11).
constexpr std::array<CharacterRange, 20> kDigitsBesidesNd = {
    {{0x00B2, 0x00B3}, {0x00B9, 0x00B9},   {0x1369, 0x1371},   {0x19DA, 0x19DA},   {0x2070, 0x2070},
     {0x2074, 0x2079}, {0x2080, 0x2089},   {0x2460, 0x2468},   {0x2474, 0x247C},   {0x2488, 0x2490},
     {0x24EA, 0x24EA}, {0x24F5, 0x24FD},   {0x24FF, 0x24FF},   {0x2776, 0x277E},   {0x2780, 0x2788},
     {0x278A, 0x2792}, {0x10A40, 0x10A43}, {0x10E60, 0x10E68}, {0x11052, 0x1105A}, {0x1F100, 0x1F10A}}};

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

template <typename Test>
bool all_characters(std::string_view text, Test test) {
  for (size_t at = 0; at < text.size();) {
    CodePoint c = code_point_at(text, at);
    if (!test(c.value)) return false;
    at += c.size;
  }
  return !text.empty();
}

}  // namespace

bool is_space(char32_t c) {
  if (c < 0x80) return (c >= 0x09 && c <= 0x0D) || (c >= 0x1C && c <= 0x20);
  return c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 ||
         c == 0x202F || c == 0x205F || c == 0x3000;
}

bool is_letter(char32_t c) { return (U_GET_GC_MASK(static_cast<UChar32>(c)) & U_GC_L_MASK) != 0; }

bool is_upper(char32_t c) { return (U_GET_GC_MASK(static_cast<UChar32>(c)) & U_GC_LU_MASK) != 0; }

bool is_digit(char32_t c) {
  if (c < 0x80) return c >= '0' && c <= '9';
  if ((U_GET_GC_MASK(static_cast<UChar32>(c)) & U_GC_ND_MASK) != 0) return true;
  return std::any_of(kDigitsBesidesNd.begin(), kDigitsBesidesNd.end(),
                     [c](CharacterRange range) { return range.first <= c && c <= range.last; });
}

bool all_space(std::string_view text) { return all_characters(text, is_space); }
bool all_letters(std::string_view text) { return all_characters(text, is_letter); }

std::string lower(std::string_view text) {
  if (is_ascii(text)) return ascii_lowered(text);
  std::string lowered;
  UErrorCode status = U_ZERO_ERROR;
  icu::StringByteSink<std::string> sink(&lowered);
  icu::CaseMap::utf8ToLower("", 0, icu::StringPiece(text.data(), static_cast<int32_t>(text.size())), sink, nullptr,
                            status);
  return U_SUCCESS(status) ? lowered : std::string(text);
}

std::string_view first_character(std::string_view text) {
  return text.empty() ? text : text.substr(0, code_point_at(text, 0).size);
}

std::string_view last_characters(std::string_view text, size_t count) {
  size_t start = text.size();
  while (start > 0 && count-- > 0) start -= code_point_before(text, start).size;
  return text.substr(start);
}

size_t count_characters(std::string_view text) {
  return static_cast<size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

}  // namespace sumario::nlp
