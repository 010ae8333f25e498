#include "page/input/charset.h"

#include <lexbor/encoding/encoding.h>
#include <lexbor/html/encoding.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <memory>
#include <new>
#include <variant>

#include "base/utf8.h"

namespace sumario::page {
namespace {

constexpr size_t kPrescanned = 1024;            // HTML Standard, "prescan a byte stream to determine its encoding"
constexpr size_t kDetected = size_t{64} << 10;  // what the detector looks at

using Encoding = const lxb_encoding_data_t*;

// One set: lexbor's, or for XML one that only ICU knows, by name.
using Charset = std::variant<Encoding, std::string>;

const lxb_char_t* bytes_of(std::string_view text) { return reinterpret_cast<const lxb_char_t*>(text.data()); }

Encoding encoding_named(std::string_view label) { return lxb_encoding_data_by_pre_name(bytes_of(label), label.size()); }

Encoding encoding_of(lxb_encoding_t id) { return lxb_encoding_data(id); }

bool is_utf16(Encoding encoding) {
  return encoding->encoding == LXB_ENCODING_UTF_16LE || encoding->encoding == LXB_ENCODING_UTF_16BE;
}

// Sets in which a byte is a letter: their texts are not UTF-8 by chance.
bool is_one_byte(Encoding encoding) {
  constexpr std::array kWider = {LXB_ENCODING_BIG5,        LXB_ENCODING_EUC_JP,        LXB_ENCODING_EUC_KR,
                                 LXB_ENCODING_GBK,         LXB_ENCODING_GB18030,       LXB_ENCODING_ISO_2022_JP,
                                 LXB_ENCODING_SHIFT_JIS,   LXB_ENCODING_UTF_16BE,      LXB_ENCODING_UTF_16LE,
                                 LXB_ENCODING_REPLACEMENT, LXB_ENCODING_X_USER_DEFINED};
  return encoding->encoding != LXB_ENCODING_UTF_8 && std::ranges::find(kWider, encoding->encoding) == kWider.end();
}

bool is_ascii(std::string_view bytes) {
  return std::ranges::all_of(bytes, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool has_whole_code_point(std::string_view bytes) {
  for (size_t at = 0; at < bytes.size();) {
    CodePoint point = code_point_at(bytes, at);
    if (point.size > 1 && point.value != 0xFFFD) return true;
    at += point.size;
  }
  return false;
}

std::optional<Charset> by_mark(std::string_view bytes, Markup markup) {
  using namespace std::string_view_literals;
  if (bytes.starts_with("\xEF\xBB\xBF")) return encoding_of(LXB_ENCODING_UTF_8);
  if (markup == Markup::kXml) {  // Appendix F of XML 1.0: the mark, or the shape of "<" and "<?"
    if (bytes.starts_with("\0\0\xFE\xFF"sv) || bytes.starts_with("\0\0\0<"sv)) return std::string("UTF-32BE");
    if (bytes.starts_with("\xFF\xFE\0\0"sv) || bytes.starts_with("<\0\0\0"sv)) return std::string("UTF-32LE");
    if (bytes.starts_with("\x4C\x6F\xA7\x94"sv)) return std::string("ibm-37");  // "<?xm": a table for the declaration
  }
  if (bytes.starts_with("\xFF\xFE")) return encoding_of(LXB_ENCODING_UTF_16LE);
  if (bytes.starts_with("\xFE\xFF")) return encoding_of(LXB_ENCODING_UTF_16BE);
  if (bytes.starts_with("<\0"sv)) return encoding_of(LXB_ENCODING_UTF_16LE);
  if (bytes.starts_with("\0<"sv)) return encoding_of(LXB_ENCODING_UTF_16BE);
  return std::nullopt;
}

std::optional<Charset> by_label(std::string_view label, Markup markup) {
  if (Encoding known = encoding_named(label)) {
    if (known->encoding != LXB_ENCODING_REPLACEMENT) return known;
  }
  if (markup == Markup::kHtml || label.size() > 60 || label.empty()) return std::nullopt;
  UErrorCode status = U_ZERO_ERROR;
  std::string name(label);
  UConverter* converter = ucnv_open(name.c_str(), &status);
  ucnv_close(converter);
  return U_SUCCESS(status) ? std::optional<Charset>(name) : std::nullopt;
}

std::optional<Charset> by_meta(std::string_view bytes) {
  struct Prescan {
    lxb_html_encoding_t state{};
    Prescan() {
      if (lxb_html_encoding_init(&state) != LXB_STATUS_OK) throw std::bad_alloc();
    }
    ~Prescan() { lxb_html_encoding_destroy(&state, false); }
    Prescan(const Prescan&) = delete;
    Prescan& operator=(const Prescan&) = delete;
  } prescan;
  bytes = bytes.substr(0, kPrescanned);
  lxb_html_encoding_determine(&prescan.state, bytes_of(bytes), bytes_of(bytes) + bytes.size());
  for (size_t i = 0; i < lxb_html_encoding_meta_length(&prescan.state); ++i) {
    const lxb_html_encoding_entry_t* entry = lxb_html_encoding_meta_entry(&prescan.state, i);
    std::string_view label(reinterpret_cast<const char*>(entry->name), static_cast<size_t>(entry->end - entry->name));
    if (auto found = by_label(label, Markup::kHtml)) {
      Encoding encoding = std::get<Encoding>(*found);
      // Whoever can read the label is not reading UTF-16.
      return is_utf16(encoding) ? encoding_of(LXB_ENCODING_UTF_8) : encoding;
    }
  }
  return std::nullopt;
}

std::optional<Charset> by_xml_declaration(std::string_view bytes) {
  bytes = bytes.substr(0, std::min(bytes.find('>'), kPrescanned));
  size_t start = bytes.find_first_not_of(" \t\r\n");
  if (start == std::string_view::npos || !bytes.substr(start).starts_with("<?xml")) return std::nullopt;
  size_t at = bytes.find("encoding", start);
  if (at == std::string_view::npos) return std::nullopt;
  size_t open = bytes.find_first_of("'\"", at);
  if (open == std::string_view::npos) return std::nullopt;
  std::string_view label = bytes.substr(open + 1, bytes.find(bytes[open], open + 1) - open - 1);
  auto found = by_label(label, Markup::kXml);
  if (found && std::holds_alternative<Encoding>(*found) && is_utf16(std::get<Encoding>(*found))) {
    return encoding_of(LXB_ENCODING_UTF_8);
  }
  return found;
}

Encoding detected(std::string_view bytes) {
  Encoding fallback = encoding_of(LXB_ENCODING_WINDOWS_1252);
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<UCharsetDetector, void (*)(UCharsetDetector*)> detector(ucsdet_open(&status), ucsdet_close);
  if (U_FAILURE(status)) return fallback;
  bytes = bytes.substr(0, kDetected);
  ucsdet_setText(detector.get(), bytes.data(), static_cast<int32_t>(bytes.size()), &status);
  ucsdet_enableInputFilter(detector.get(), true);  // looks at what stands between tags
  const UCharsetMatch* match = ucsdet_detect(detector.get(), &status);
  if (U_FAILURE(status) || !match) return fallback;
  const char* name = ucsdet_getName(match, &status);
  if (U_FAILURE(status) || !name) return fallback;
  Encoding found = encoding_named(name);
  // Hebrew letters are the same in both; Windows has more beside them.
  if (found && found->encoding == LXB_ENCODING_ISO_8859_8) found = encoding_of(LXB_ENCODING_WINDOWS_1255);
  if (found && found->encoding == LXB_ENCODING_ISO_8859_8_I) found = encoding_of(LXB_ENCODING_WINDOWS_1255);
  return found && found->encoding != LXB_ENCODING_REPLACEMENT && !is_utf16(found) ? found : fallback;
}

Charset choose(std::string_view bytes, Markup markup, const std::optional<std::string>& header_label) {
  if (auto marked = by_mark(bytes, markup)) {
    bool ebcdic = std::holds_alternative<std::string>(*marked) && std::get<std::string>(*marked) == "ibm-37";
    if (!ebcdic) return *marked;
    // Letters, digits and "=" stand where ibm-37 has them in every Latin code page of that family; quotes too.
    icu::UnicodeString head(bytes.data(), static_cast<int32_t>(std::min(bytes.size(), kPrescanned)), "ibm-37");
    std::string declaration;
    head.toUTF8String(declaration);
    return by_xml_declaration(declaration).value_or(*marked);
  }
  std::optional<Charset> declared;
  if (header_label) declared = by_label(*header_label, markup);
  if (!declared) declared = markup == Markup::kHtml ? by_meta(bytes) : by_xml_declaration(bytes);
  if (declared && !std::holds_alternative<Encoding>(*declared)) return *declared;
  Encoding utf8 = encoding_of(LXB_ENCODING_UTF_8);
  if (!declared) return first_broken_utf8(bytes) ? detected(bytes) : utf8;
  Encoding encoding = std::get<Encoding>(*declared);
  if (encoding == utf8) return !first_broken_utf8(bytes) || has_whole_code_point(bytes) ? utf8 : detected(bytes);
  return is_one_byte(encoding) && !is_ascii(bytes) && !first_broken_utf8(bytes) ? utf8 : encoding;
}

std::string decoded_by_lexbor(std::string_view bytes, Encoding encoding) {
  std::array<lxb_codepoint_t, 4096> points;
  const lxb_codepoint_t replacement = LXB_ENCODING_REPLACEMENT_CODEPOINT;
  lxb_encoding_decode_t decode{};
  lxb_encoding_decode_init(&decode, encoding, points.data(), points.size());
  lxb_encoding_decode_replace_set(&decode, &replacement, 1);
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 8);
  auto take = [&] {
    for (size_t i = 0; i < lxb_encoding_decode_buf_used(&decode); ++i) append_utf8(text, points.at(i));
    lxb_encoding_decode_buf_used_set(&decode, 0);
  };
  const lxb_char_t* at = bytes_of(bytes);
  const lxb_char_t* const end = at + bytes.size();
  while (at < end) {
    const lxb_char_t* before = at;
    lxb_status_t status = encoding->decode(&decode, &at, end);
    bool stuck = at == before && lxb_encoding_decode_buf_used(&decode) == 0;
    take();
    if (status != LXB_STATUS_SMALL_BUFFER || stuck) break;
  }
  lxb_encoding_decode_finish(&decode);
  take();
  return text;
}

std::string decoded_by_icu(std::string_view bytes, const std::string& name) {
  icu::UnicodeString wide(bytes.data(), static_cast<int32_t>(bytes.size()), name.c_str());
  std::string text;
  wide.toUTF8String(text);
  return text;
}

}  // namespace

std::string charset_of(std::string_view bytes, Markup markup, const std::optional<std::string>& header_label) {
  Charset charset = choose(bytes, markup, header_label);
  if (const auto* name = std::get_if<std::string>(&charset)) return *name;
  return reinterpret_cast<const char*>(std::get<Encoding>(charset)->name);
}

std::string decode_markup(std::string_view bytes, Markup markup, const std::optional<std::string>& header_label) {
  Charset charset = choose(bytes, markup, header_label);
  std::string text;
  if (const auto* name = std::get_if<std::string>(&charset)) {
    text = decoded_by_icu(bytes, *name);
  } else {
    Encoding encoding = std::get<Encoding>(charset);
    text = encoding->encoding == LXB_ENCODING_UTF_8 ? repair_utf8(bytes) : decoded_by_lexbor(bytes, encoding);
  }
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
  return text;
}

}  // namespace sumario::page
