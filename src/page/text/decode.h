// Bytes of a plain text to UTF-8, and the one clean form in which a text is kept.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace sumario::page {

// Decodes a plain text: a byte order mark decides (UTF-8, UTF-16 either way); else UTF-8; else Windows-1252, but only
// for bytes that look like nothing else (no well-formed multi-byte code point anywhere, no byte that Windows-1252
// leaves undefined). Errors, naming `name` and the byte: kDamaged for broken UTF-8 or UTF-16 and for NUL, which no text
// holds.
Result<std::string> decode_text(std::string_view bytes, std::string_view name);

// Line ends as "\n" (from CR LF, CR, form feed, U+0085, U+2028, U+2029), other control characters and byte order marks
// as a space, white space taken off the ends of lines and of the text. Precondition: UTF-8. Offsets of a reading point
// into the result, never into what went in.
std::string clean_text(std::string_view text);

}  // namespace sumario::page
