#include "page/text/decode.h"

#include <fmt/format.h>
#include <unicode/uchar.h>

#include <array>

#include "base/utf8.h"

namespace sumario::page {
namespace {

// The code points of bytes 0x80 to 0x9F (WHATWG Encoding Standard, index windows-1252); 0 where none is defined.
constexpr std::array<char16_t, 32> kWindows1252 = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                   0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                                   0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                   0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

tl::unexpected<Error> damaged(std::string_view name, std::string_view what, size_t offset) {
  return fail(ErrorCode::kDamaged, fmt::format("{}: {} at byte {}", name, what, offset));
}

bool has_multibyte(std::string_view bytes) {
  for (size_t at = 0; at < bytes.size();) {
    CodePoint point = code_point_at(bytes, at);
    if (point.size > 1 && point.value != 0xFFFD) return true;
    at += point.size;
  }
  return false;
}

Result<std::string> from_windows_1252(std::string_view bytes, std::string_view name, size_t broken) {
  if (has_multibyte(bytes)) return damaged(name, "broken UTF-8", broken);
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 16);
  for (char byte : bytes) {
    auto value = static_cast<unsigned char>(byte);
    char32_t point = value >= 0x80 && value < 0xA0 ? kWindows1252[value - 0x80u] : value;
    if (point == 0 && value != 0) return damaged(name, "neither UTF-8 nor Windows-1252", broken);
    append_utf8(text, point);
  }
  return text;
}

Result<std::string> from_utf16(std::string_view bytes, bool little, std::string_view name) {
  auto unit = [&](size_t at) {
    auto first = static_cast<unsigned char>(bytes[at]), second = static_cast<unsigned char>(bytes[at + 1]);
    return static_cast<char32_t>(little ? first | second << 8 : first << 8 | second);
  };
  std::string text;
  size_t at = 2;  // behind the byte order mark
  for (; at + 2 <= bytes.size(); at += 2) {
    char32_t point = unit(at);
    if (point >= 0xD800 && point < 0xE000) {
      bool paired = point < 0xDC00 && at + 4 <= bytes.size() && unit(at + 2) >= 0xDC00 && unit(at + 2) < 0xE000;
      if (!paired) return damaged(name, "broken UTF-16", at);
      point = 0x10000 + ((point - 0xD800) << 10) + (unit(at + 2) - 0xDC00);
      at += 2;
    }
    append_utf8(text, point);
  }
  if (at != bytes.size()) return damaged(name, "broken UTF-16", at);
  return text;
}

bool is_line_end(char32_t c) { return c == '\n' || c == '\r' || c == '\f' || c == 0x85 || c == 0x2028 || c == 0x2029; }
bool is_unseen(char32_t c) { return (c < 0x20 && c != '\t') || (c >= 0x7F && c < 0xA0) || c == 0xFEFF; }

void drop_trailing_space(std::string& text) {
  while (!text.empty() && text.back() != '\n') {
    CodePoint last = code_point_before(text, text.size());
    if (!u_isUWhiteSpace(static_cast<UChar32>(last.value))) return;
    text.resize(text.size() - last.size);
  }
}

}  // namespace

Result<std::string> decode_text(std::string_view bytes, std::string_view name) {
  auto decoded = [&]() -> Result<std::string> {
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"))
      return from_utf16(bytes, bytes[0] == '\xFF', name);
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    auto broken = first_broken_utf8(bytes);
    return broken ? from_windows_1252(bytes, name, *broken) : std::string(bytes);
  };
  auto text = decoded();
  if (!text) return text;
  if (auto nul = text->find('\0'); nul != std::string::npos) return damaged(name, "no text: a NUL character", nul);
  return text;
}

std::string clean_text(std::string_view text) {
  std::string clean;
  clean.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    CodePoint point = code_point_at(text, at);
    size_t next = at + point.size;
    if (is_line_end(point.value)) {
      if (point.value == '\r' && next < text.size() && text[next] == '\n') ++next;
      drop_trailing_space(clean);
      if (!clean.empty()) clean += '\n';  // nothing before the first line
    } else if (is_unseen(point.value)) {
      clean += ' ';
    } else {
      clean.append(text, at, point.size);
    }
    at = next;
  }
  do {
    drop_trailing_space(clean);
    if (clean.empty() || clean.back() != '\n') return clean;
    clean.pop_back();
  } while (true);
}

}  // namespace sumario::page
