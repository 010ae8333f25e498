#include "base/utf8.h"

#include <unicode/utf8.h>

#include <cstring>

namespace sumario {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

// Steps over one code point at `at`; the value is negative where the bytes are ill-formed.
UChar32 step(const char* bytes, size_t& at, size_t size) {
  UChar32 value;
  U8_NEXT(bytes, at, size, value);
  return value;
}

}  // namespace

std::optional<size_t> first_broken_utf8(std::string_view text) {
  const char* bytes = text.data();
  for (size_t at = 0; at < text.size();) {
    uint64_t eight;  // most text is ASCII: eight bytes at a time
    if (at + sizeof eight <= text.size()) {
      std::memcpy(&eight, bytes + at, sizeof eight);
      if ((eight & 0x8080808080808080u) == 0) {
        at += sizeof eight;
        continue;
      }
    }
    size_t start = at;
    if (step(bytes, at, text.size()) < 0) return start;
  }
  return std::nullopt;
}

size_t boundary_before(std::string_view text, size_t offset) {
  if (offset >= text.size()) return text.size();
  while (offset > 0 && !is_boundary(text, offset)) --offset;
  return offset;
}

CodePoint code_point_beyond_ascii(std::string_view text, size_t offset) {
  size_t at = offset;
  UChar32 value = step(text.data(), at, text.size());
  return {value < 0 ? kReplacement : static_cast<char32_t>(value), static_cast<uint32_t>(at - offset)};
}

CodePoint code_point_before(std::string_view text, size_t offset) {
  size_t window = offset < 4 ? 0 : offset - 4;  // ICU counts in 32 bits; no code point is longer
  auto end = static_cast<int32_t>(offset - window), at = end;
  UChar32 value;
  U8_PREV(text.data() + window, 0, at, value);
  return {value < 0 ? kReplacement : static_cast<char32_t>(value), static_cast<uint32_t>(end - at)};
}

void append_beyond_ascii(std::string& text, char32_t value) {
  if (value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) value = kReplacement;
  char bytes[4];
  size_t size = 0;
  U8_APPEND_UNSAFE(bytes, size, value);
  text.append(bytes, size);
}

std::string repair_utf8(std::string_view text) {
  std::string sound;
  sound.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    std::string_view rest = text.substr(at);
    std::optional<size_t> broken = first_broken_utf8(rest);
    sound.append(rest.substr(0, broken.value_or(rest.size())));
    if (!broken) break;
    at += *broken;
    step(text.data(), at, text.size());
    append_utf8(sound, kReplacement);
  }
  return sound;
}

}  // namespace sumario
