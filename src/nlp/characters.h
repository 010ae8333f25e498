// Classes of characters and letter case as Python's `str` defines them; the pipelines were trained on its answers.
// All functions are pure and thread-safe and take valid UTF-8.
#pragma once

#include <string>
#include <string_view>

namespace sumario::nlp {

bool is_space(char32_t c);   // str.isspace of one character; not U+200B, not U+FEFF
bool is_letter(char32_t c);  // str.isalpha: general category L*
bool is_upper(char32_t c);   // general category Lu
bool is_digit(char32_t c);   // str.isdigit: category Nd and the digits that stand for one value, such as superscripts

bool all_space(std::string_view text);    // false for ""
bool all_letters(std::string_view text);  // false for ""

// str.lower: full lower-casing, final sigma included.
std::string lower(std::string_view text);

// The first code point; all of `text` where it has only one.
std::string_view first_character(std::string_view text);
// The last `count` code points; all of `text` where it has fewer.
std::string_view last_characters(std::string_view text, size_t count);

size_t count_characters(std::string_view text);

}  // namespace sumario::nlp
