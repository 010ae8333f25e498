#include "page/text/decode.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "base/utf8.h"

namespace sumario::page {
namespace {

using namespace std::string_literals;

std::string refusal(std::string_view bytes) {
  auto text = decode_text(bytes, "a.txt");
  return text ? "accepted" : text.error().message;
}

TEST(Decode, ReadsUnicodeWithAndWithoutAMark) {
  EXPECT_EQ(decode_text("caf\u00e9", "a.txt").value(), "caf\u00e9");
  EXPECT_EQ(decode_text("\xEF\xBB\xBFok", "a.txt").value(), "ok");
  EXPECT_EQ(decode_text("\xFF\xFE"s + "o\0k\0\xAC\x20"s, "a.txt").value(), "ok€");
  EXPECT_EQ(decode_text("\xFE\xFF"s + "\0o\0k\xD8\x3D\xDE\x00"s, "a.txt").value(), "ok😀");
}

TEST(Decode, TakesOldWesternTextForWindows1252) {
  EXPECT_EQ(decode_text("Jos\xE9 said \x93no\x94", "a.txt").value(), "José said “no”");
}

TEST(Decode, NamesFileReasonAndByte) {
  EXPECT_EQ(refusal("caf\u00e9 na\xEFve"), "a.txt: broken UTF-8 at byte 8");
  EXPECT_EQ(refusal("caf\u00e9 \xE2\x82"), "a.txt: broken UTF-8 at byte 6");  // cut off
  EXPECT_EQ(refusal("a\x81z"), "a.txt: neither UTF-8 nor Windows-1252 at byte 1");
  EXPECT_EQ(refusal("ab\0c"s), "a.txt: no text: a NUL character at byte 2");
  EXPECT_EQ(refusal("\xFF\xFE\x00\xDC"s), "a.txt: broken UTF-16 at byte 2");
  EXPECT_EQ(refusal("\xFF\xFEx"s), "a.txt: broken UTF-16 at byte 2");
}

TEST(CleanText, HasOneKindOfLineEnd) {
  EXPECT_EQ(clean_text("a\r\nb\rc\fd\u2028e\u0085f"), "a\nb\nc\nd\ne\nf");
  EXPECT_EQ(clean_text("\r\n\n  a  \nb \u00a0\n\n"), "  a\nb");
  EXPECT_EQ(clean_text("a\x01z\uFEFF."), "a z .");
  EXPECT_EQ(clean_text(" \n \t"), "");
}

TEST(CleanText, IsSoundAndStays) {
  EXPECT_TRUE(rc::check([](const std::string& bytes) {
    std::string clean = clean_text(repair_utf8(bytes));
    RC_ASSERT(!first_broken_utf8(clean));
    RC_ASSERT(clean.find('\r') == std::string::npos);
    RC_ASSERT(clean_text(clean) == clean);
  }));
}

TEST(Decode, GivesUnicodeOrAnError) {
  EXPECT_TRUE(rc::check([](const std::string& bytes) {
    auto text = decode_text(bytes, "a.txt");
    if (text) RC_ASSERT(!first_broken_utf8(*text));
  }));
}

}  // namespace
}  // namespace sumario::page
