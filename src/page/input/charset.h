// Which character set the bytes of a page or a feed are in, and their text as UTF-8.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace sumario::page {

enum class Markup { kHtml, kXml };

// The text of a page or a feed as UTF-8. In this order: a byte order mark; `header_label`, which the HTTP or archive
// header gave; what the markup says of itself (<meta>, looked for as the HTML Standard's prescan does in the first
// 1024 bytes; encoding="" of the XML declaration); UTF-8 where the bytes are that; and what ICU's detector takes them
// for. Labels are those of the WHATWG Encoding Standard; an unknown one counts as absent, but XML may name any set that
// ICU knows. A declaration is overruled by the bytes where it cannot be true: a one-byte set over bytes that are
// UTF-8 throughout and not mere ASCII, UTF-8 over bytes in which no code point beyond ASCII is whole. What cannot be
// decoded becomes U+FFFD. Linear; at most three bytes come out for each that went in. Thread-safe.
std::string decode_markup(std::string_view bytes, Markup markup, const std::optional<std::string>& header_label);

// The WHATWG name of the set that decode_markup takes ("UTF-8", "windows-1252", "Shift_JIS"), or ICU's name of another.
std::string charset_of(std::string_view bytes, Markup markup, const std::optional<std::string>& header_label);

}  // namespace sumario::page
