// UTF-8 as bytes: validity, boundaries, code points. Unicode Standard 15, section 3.9 (table 3-7).
// All functions are pure and thread-safe; offsets and sizes are bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sumario {

// The offset of the first byte that does not belong to a well-formed code point; empty when all of `text` is UTF-8.
// A code point cut off by the end of the text is ill-formed at its first byte. Linear.
std::optional<size_t> first_broken_utf8(std::string_view text);

// True at the start of a code point and at the end of the text. Precondition: `text` is UTF-8.
inline bool is_boundary(std::string_view text, size_t offset) {
  return offset == text.size() || (offset < text.size() && (static_cast<unsigned char>(text[offset]) & 0xC0) != 0x80);
}

// The nearest boundary at or before `offset`; text.size() for offsets beyond the end. Precondition: `text` is UTF-8.
size_t boundary_before(std::string_view text, size_t offset);

// One code point and the bytes it takes.
struct CodePoint {
  char32_t value = 0;
  uint32_t size = 0;
};

// The code point that starts at `offset` (< text.size()). Ill-formed bytes give U+FFFD; the size is at least 1, so a
// loop over `offset += size` always ends. Inline for ASCII, which most text is.
CodePoint code_point_beyond_ascii(std::string_view text, size_t offset);
inline CodePoint code_point_at(std::string_view text, size_t offset) {
  auto byte = static_cast<unsigned char>(text[offset]);
  return byte < 0x80 ? CodePoint{byte, 1} : code_point_beyond_ascii(text, offset);
}
// The code point that ends at `offset` (> 0).
CodePoint code_point_before(std::string_view text, size_t offset);

// Appends the code point; U+FFFD for surrogates and values beyond U+10FFFF.
void append_beyond_ascii(std::string& text, char32_t value);
inline void append_utf8(std::string& text, char32_t value) {
  if (value < 0x80) {
    text += static_cast<char>(value);
  } else {
    append_beyond_ascii(text, value);
  }
}

// The text with every ill-formed stretch replaced by U+FFFD, as the Unicode Standard recommends (section 3.9).
std::string repair_utf8(std::string_view text);

}  // namespace sumario
