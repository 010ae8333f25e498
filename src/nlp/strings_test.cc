#include "nlp/strings.h"

#include <gtest/gtest.h>

namespace sumario::nlp {
namespace {

TEST(StringId, IsMurmurOfTheBytes) {
  EXPECT_EQ(string_id("apple"), 8566208034543834098u);
  EXPECT_EQ(string_id("Apple"), 6418411030699964375u);
  EXPECT_EQ(string_id("n't"), 2043519015752540944u);
  EXPECT_EQ(string_id("é"), 16256712947286012828u);
  EXPECT_EQ(string_id("😀"), 13900606239988879105u);
  EXPECT_EQ(string_id("\n"), 962983613142996970u);
  EXPECT_EQ(string_id("noun"), 16833663260455505849u);
}

TEST(StringId, ReadsWholeBlocksAndTheRest) {
  EXPECT_EQ(string_id("abcdefgh"), 17751780907874141760u);
  EXPECT_EQ(string_id("abcdefghi"), 13885881106499164936u);
}

TEST(StringId, OfNothingIsZero) { EXPECT_EQ(string_id(""), 0u); }

TEST(StringId, UsesTheReservedNumbers) {
  EXPECT_EQ(string_id("IS_ALPHA"), 1u);
  EXPECT_EQ(string_id("FLAG19"), 19u);
  EXPECT_EQ(string_id("FLAG63"), 63u);
  EXPECT_EQ(string_id("ID"), 64u);
  EXPECT_EQ(string_id("ADJ"), 84u);
  EXPECT_EQ(string_id("X"), 101u);
  EXPECT_EQ(string_id("SPACE"), 103u);
  EXPECT_EQ(string_id("DEPRECATED001"), 104u);
  EXPECT_EQ(string_id("DEPRECATED276"), 379u);
  EXPECT_EQ(string_id("PERSON"), 380u);
  EXPECT_EQ(string_id("number"), 432u);
  EXPECT_EQ(string_id("punct"), 445u);
  EXPECT_EQ(string_id("_"), 456u);
}

TEST(SymbolNumber, KnowsNoNearMisses) {
  for (const char* text :
       {"", "x", "FLAG18", "FLAG64", "FLAG1x", "FLAG 9", "DEPRECATED000", "DEPRECATED277", "DEPRECATED1", "noun"})
    EXPECT_EQ(symbol_number(text), 0u) << text;
}

}  // namespace
}  // namespace sumario::nlp
