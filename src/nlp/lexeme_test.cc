#include "nlp/lexeme.h"

#include <gtest/gtest.h>

#include "nlp/characters.h"

namespace sumario::nlp {
namespace {

TEST(Lower, FollowsPython) {
  EXPECT_EQ(lower("Apple"), "apple");
  EXPECT_EQ(lower("ÉCOLE"), "école");
  EXPECT_EQ(lower("ΣΑΣ"), "σας");    // final sigma
  EXPECT_EQ(lower("İ"), "i\u0307");  // the one letter that grows
  EXPECT_EQ(lower("😀 ẞ"), "😀 ß");
  EXPECT_EQ(lower(""), "");
}

TEST(IsSpace, CountsWhatPythonCounts) {
  for (char32_t c : {0x09, 0x0D, 0x1C, 0x20, 0x85, 0xA0, 0x1680, 0x2000, 0x200A, 0x2028, 0x202F, 0x205F, 0x3000})
    EXPECT_TRUE(is_space(c)) << static_cast<uint32_t>(c);
  for (char32_t c : {0x08, 0x0E, 0x1B, 0x21, 0x200B, 0xFEFF, 0x180E})
    EXPECT_FALSE(is_space(c)) << static_cast<uint32_t>(c);
}

TEST(LastCharacters, CountsCodePoints) {
  EXPECT_EQ(last_characters("Apple", 3), "ple");
  EXPECT_EQ(last_characters("été", 3), "été");
  EXPECT_EQ(last_characters("a😀é", 2), "😀é");
  EXPECT_EQ(first_character("😀é"), "😀");
}

TEST(WordShape, KeepsFourOfARun) {
  EXPECT_EQ(word_shape("2,500.75"), "d,ddd.dd");
  EXPECT_EQ(word_shape("state-of-the-art"), "xxxx-xx-xxx-xxx");
  EXPECT_EQ(word_shape("aaaaaBBBBB11111"), "xxxxXXXXdddd");
  EXPECT_EQ(word_shape("n't"), "x'x");
  EXPECT_EQ(word_shape("²③"), "dd");
  EXPECT_EQ(word_shape("中文"), "xx");
  EXPECT_EQ(word_shape("......"), "....");
}

TEST(WordShape, GivesUpOnLongWords) {
  EXPECT_EQ(word_shape(std::string(99, 'a')), "xxxx");
  EXPECT_EQ(word_shape(std::string(100, 'a')), "LONG");
}

TEST(LexemeTable, HoldsTheHashKeysOfAType) {
  Norms norms;
  LexemeTable table;
  Lexeme apple = table[table.intern("Apple", "", norms)];
  EXPECT_EQ(apple.orth, string_id("Apple"));
  EXPECT_EQ(apple.norm, string_id("apple"));
  EXPECT_EQ(apple.prefix, string_id("A"));
  EXPECT_EQ(apple.suffix, string_id("ple"));
  EXPECT_EQ(apple.shape, string_id("Xxxxx"));
  EXPECT_FALSE(apple.is_space);
  EXPECT_EQ(apple.lower, "apple");
  EXPECT_TRUE(table[table.intern(" \n", "", norms)].is_space);
}

TEST(LexemeTable, TellsOverridesApart) {
  Norms norms;
  LexemeTable table;
  uint32_t plain = table.intern("did", "", norms), part = table.intern("did", "do", norms);
  EXPECT_NE(plain, part);
  EXPECT_EQ(table[plain].norm, string_id("did"));
  EXPECT_EQ(table[part].norm, string_id("do"));
  EXPECT_EQ(table[part].orth, string_id("did"));
  EXPECT_EQ(table.intern("did", "do", norms), part);
}

TEST(LexemeTable, TellsOverridesFromTextsWithControlCharacters) {
  Norms norms;
  LexemeTable table;
  uint32_t part = table.intern("i", "i", norms);
  EXPECT_EQ(table[table.intern(std::string_view("i\0i", 3), "", norms)].text.size(), 3u);
  EXPECT_EQ(table[part].text, "i");
}

TEST(LexemeTable, UsesTheNormsOfAllLanguages) {
  Norms norms;
  LexemeTable table;
  EXPECT_EQ(table[table.intern("—", "", norms)].norm, string_id("-"));
  EXPECT_EQ(table[table.intern("…", "", norms)].norm, string_id("..."));
  EXPECT_EQ(table[table.intern("’S", "", norms)].norm, string_id("'s"));
}

TEST(LexemeTable, ForgetsBetweenTextsOnceItIsFull) {
  Norms norms;
  LexemeTable table(2);
  table.intern("a", "", norms);
  table.intern("b", "", norms);
  EXPECT_FALSE(table.make_room());
  EXPECT_EQ(table.intern("c", "", norms), 2u);
  EXPECT_TRUE(table.make_room());
  EXPECT_EQ(table.generation(), 1u);
  EXPECT_EQ(table.size(), 0u);
  EXPECT_EQ(table.intern("c", "", norms), 0u);
}

TEST(LexemeTable, CountsTheBytesOfLongWordsToo) {
  Norms norms;
  LexemeTable table(10);
  table.intern(std::string(1000, 'a'), "", norms);
  EXPECT_TRUE(table.make_room());
}

TEST(Norms, RefusesWhatIsNoTable) {
  for (std::string_view bytes : {std::string_view("\xc1"), std::string_view("\x90"),
                                 std::string_view("\x81\xab"
                                                  "lexeme_norm\x90"),
                                 std::string_view("\x81\xab"
                                                  "lexeme_norm\x81\x05\x06")}) {
    auto norms = Norms::load(bytes, "vocab/lookups.bin");
    ASSERT_FALSE(norms);
    EXPECT_EQ(norms.error().code, ErrorCode::kDamaged);
    EXPECT_NE(norms.error().message.find("vocab/lookups.bin"), std::string::npos);
  }
  auto empty = Norms::load(std::string_view("\x80"), "vocab/lookups.bin");
  ASSERT_TRUE(empty);
  EXPECT_EQ(empty->norm_of("Bob", "bob"), "bob");
}

}  // namespace
}  // namespace sumario::nlp
