#include "page/input/charset.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "base/utf8.h"

namespace sumario::page {
namespace {

using namespace std::string_literals;

std::string html(std::string_view bytes, std::optional<std::string> label = {}) {
  return decode_markup(bytes, Markup::kHtml, label);
}
std::string set_of(std::string_view bytes, std::optional<std::string> label = {}) {
  return charset_of(bytes, Markup::kHtml, label);
}

TEST(Charset, TheMarkWinsThenTheHeaderThenTheMeta) {
  EXPECT_EQ(html("\xEF\xBB\xBFn\xC3\xA3o", "windows-1251"), "não");
  EXPECT_EQ(html("\xFF\xFE<\0b\0>\0"s), "<b>");
  EXPECT_EQ(html("\xFE\xFF\0<\0b\0>"s), "<b>");
  EXPECT_EQ(html("<\0b\0>\0\xE9\0"s), "<b>é");  // UTF-16 without its mark
  EXPECT_EQ(html("<meta charset=koi8-r>\xD7", "windows-1251"), "<meta charset=koi8-r>Ч");
  EXPECT_EQ(html("<meta charset=koi8-r>\xD7"), "<meta charset=koi8-r>в");
  EXPECT_EQ(html("<meta http-equiv=Content-Type content='text/html; charset=Shift_JIS'>\x93\x8C\x8B\x9E").substr(69),
            "東京");
  EXPECT_EQ(html("<meta charset=utf-16>n\xC3\xA3o").substr(21), "não");
}

TEST(Charset, LabelsAreThoseOfTheStandard) {
  EXPECT_EQ(set_of("\x93", "ISO-8859-1"), "windows-1252");
  EXPECT_EQ(html("\x93quoted\x94", " latin1 "), "“quoted”");
  EXPECT_EQ(set_of("\x93", "gb2312"), "GBK");
  EXPECT_EQ(set_of("n\xC3\xA3o", "no-such-set"), "UTF-8");
  EXPECT_EQ(set_of("n\xC3\xA3o", "iso-2022-kr"), "UTF-8");  // the standard replaces it: the bytes decide
}

TEST(Charset, BytesOverruleWhatCannotBeTrue) {
  EXPECT_EQ(html("n\xC3\xA3o", "iso-8859-1"), "não");
  EXPECT_EQ(html("caf\xE9 society, d\xE9j\xE0 vu", "utf-8"), "café society, déjà vu");
  EXPECT_EQ(html("n\xC3\xA3o \xE9", "utf-8"), "não \uFFFD");
  EXPECT_EQ(html("plain", "iso-8859-5"), "plain");
}

TEST(Charset, WithoutAWordTheBytesAreLookedAt) {
  EXPECT_EQ(html("<p>n\xC3\xA3o"), "<p>não");
  std::string russian =
      "<p>\xCC\xFD\xF0\xE0 \xEE\xE1\xE2\xE8\xED\xE8\xEB\xE8 \xE2 \xEC\xEE\xF8\xE5\xED\xED\xE8\xF7\xE5\xF1\xF2\xE2\xE5,"
      " \xF1\xEE\xEE\xE1\xF9\xE8\xEB\xE0 \xEF\xF0\xEE\xEA\xF3\xF0\xE0\xF2\xF3\xF0\xE0 \xE3\xEE\xF0\xEE\xE4\xE0.";
  EXPECT_EQ(html(russian), "<p>Мэра обвинили в мошенничестве, сообщила прокуратура города.");
  EXPECT_EQ(html("<p>The caf\xE9 was searched by police on Friday, the mayor said."),
            "<p>The café was searched by police on Friday, the mayor said.");
}

TEST(Charset, XmlNamesItsOwn) {
  auto xml = [](std::string_view bytes) { return decode_markup(bytes, Markup::kXml, std::nullopt); };
  EXPECT_EQ(xml("<?xml version='1.0' encoding='iso-8859-2'?>\xB1").substr(43), "ą");
  EXPECT_EQ(xml("\0\0\xFE\xFF\0\0\0<\0\0\0a\0\0\0>"s), "<a>");
  EXPECT_EQ(xml("<\0\0\0a\0\0\0>\0\0\0"s), "<a>");
  EXPECT_EQ(xml("\x4C\x6F\xA7\x94\x93"), "<?xml");
}

TEST(Charset, WhatCannotBeDecodedIsMarked) {
  EXPECT_EQ(html("\x81 ok", "shift_jis"), "\uFFFD ok");
  EXPECT_EQ(html("\xFF\xFE<\0\x00\xD8>\0"s), "<\uFFFD>");  // half a surrogate pair
  EXPECT_EQ(html("\xFF\xFE<\0b"s), "<\uFFFD");             // half a unit
  EXPECT_EQ(html(""), "");
}

// Whatever the bytes and the label: UTF-8 comes out, never more than three bytes for one.
TEST(Charset, AlwaysGivesUtf8) {
  const auto label = rc::gen::element<std::string>(
      "", "utf-8", "utf-16le", "utf-16be", "big5", "gbk", "gb18030", "euc-jp", "euc-kr", "shift_jis", "iso-2022-jp",
      "windows-1251", "x-user-defined", "hz-gb-2312", "utf-7", "utf-32", "cp037", "x-mac-cyrillic");
  EXPECT_TRUE(rc::check([&] {
    auto bytes = *rc::gen::arbitrary<std::string>();
    for (Markup markup : {Markup::kHtml, Markup::kXml}) {
      std::string text = decode_markup(bytes, markup, *label);
      RC_ASSERT(!first_broken_utf8(text));
      RC_ASSERT(text.size() <= 3 * bytes.size() + 3);
    }
  }));
}

}  // namespace
}  // namespace sumario::page
