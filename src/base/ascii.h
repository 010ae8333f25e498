// ASCII case and white space: for the keywords of formats and protocols. Words of people are for base/utf8.h and ICU.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace sumario {

constexpr char ascii_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

// The text with its ASCII letters in lower case, all other bytes as they are.
inline std::string ascii_lowered(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(), ascii_lower);
  return lower;
}

// Whether two texts differ in nothing but the case of ASCII letters.
inline bool same_ignoring_case(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return ascii_lower(x) == ascii_lower(y); });
}

// The text without those of the bytes `spaces` that stand at its ends.
constexpr std::string_view stripped(std::string_view text, std::string_view spaces) {
  size_t start = text.find_first_not_of(spaces);
  return start == std::string_view::npos ? std::string_view()
                                         : text.substr(start, text.find_last_not_of(spaces) - start + 1);
}

}  // namespace sumario
