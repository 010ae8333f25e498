#include "base/utf8.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace sumario {
namespace {

TEST(Utf8, AcceptsEveryLengthOfCodePoint) {
  EXPECT_FALSE(first_broken_utf8(""));
  EXPECT_FALSE(first_broken_utf8("plain ASCII that is longer than a machine word"));
  EXPECT_FALSE(first_broken_utf8("é € 😀 \xF4\x8F\xBF\xBF"));
}

TEST(Utf8, NamesTheFirstBrokenByte) {
  EXPECT_EQ(first_broken_utf8("0123456789ab\xE9 caf"), 12u);  // Latin-1
  EXPECT_EQ(first_broken_utf8("ab\xC0\xAF"), 2u);             // overlong
  EXPECT_EQ(first_broken_utf8("ab\xED\xA0\x80"), 2u);         // surrogate
  EXPECT_EQ(first_broken_utf8("ab\xF4\x90\x80\x80"), 2u);     // beyond U+10FFFF
  EXPECT_EQ(first_broken_utf8("price: 5 \xE2\x82"), 9u);      // cut off
  EXPECT_EQ(first_broken_utf8("\x80"), 0u);
}

TEST(Utf8, FindsBoundaries) {
  std::string_view text = "a€b";
  EXPECT_TRUE(is_boundary(text, 0));
  EXPECT_TRUE(is_boundary(text, 1));
  EXPECT_FALSE(is_boundary(text, 2));
  EXPECT_FALSE(is_boundary(text, 3));
  EXPECT_TRUE(is_boundary(text, 5));
  EXPECT_FALSE(is_boundary(text, 6));
  EXPECT_EQ(boundary_before(text, 3), 1u);
  EXPECT_EQ(boundary_before(text, 9), 5u);
}

TEST(Utf8, StepsForwardsAndBackwardsOverTheSameCodePoints) {
  std::string_view text = "a€";
  EXPECT_EQ(code_point_at(text, 1).value, U'€');
  EXPECT_EQ(code_point_at(text, 1).size, 3u);
  EXPECT_EQ(code_point_before(text, 4).value, U'€');
  EXPECT_EQ(code_point_before(text, 1).value, U'a');
  EXPECT_EQ(code_point_at("\xFFz", 0).value, char32_t{0xFFFD});
  EXPECT_EQ(code_point_at("\xFFz", 0).size, 1u);
}

TEST(Utf8, RepairsToTheReplacementCharacter) {
  EXPECT_EQ(repair_utf8("caf\xE9!"), "caf\uFFFD!");
  EXPECT_EQ(repair_utf8("sound €"), "sound €");
}

TEST(Utf8, RepairedTextIsAlwaysSound) {
  EXPECT_TRUE(rc::check([](const std::string& bytes) {
    std::string sound = repair_utf8(bytes);
    RC_ASSERT(!first_broken_utf8(sound));
    if (!first_broken_utf8(bytes)) RC_ASSERT(sound == bytes);
  }));
}

TEST(Utf8, WhatIsAppendedIsReadBack) {
  EXPECT_TRUE(rc::check([] {
    auto value = static_cast<char32_t>(*rc::gen::inRange<uint32_t>(0, 0x110000));
    std::string text;
    append_utf8(text, value);
    RC_ASSERT(!first_broken_utf8(text));
    if (value < 0xD800 || value > 0xDFFF) RC_ASSERT(code_point_at(text, 0).value == value);
  }));
}

}  // namespace
}  // namespace sumario
