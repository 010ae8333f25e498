#include "base/ascii.h"

#include <gtest/gtest.h>

namespace sumario {
namespace {

TEST(Ascii, LowersAsciiLettersAlone) {
  EXPECT_EQ(ascii_lowered("Content-TYPE: ÉTÉ [Z]"), "content-type: ÉtÉ [z]");
  EXPECT_EQ(ascii_lower('@'), '@');
  EXPECT_EQ(ascii_lower('['), '[');
}

TEST(Ascii, ComparesWithoutRegardToCase) {
  EXPECT_TRUE(same_ignoring_case("Retry-After", "RETRY-after"));
  EXPECT_FALSE(same_ignoring_case("Retry", "Retry-After"));
  EXPECT_FALSE(same_ignoring_case("É", "é"));
}

TEST(Ascii, StripsTheGivenBytesFromBothEnds) {
  EXPECT_EQ(stripped(" \ta b\t", " \t"), "a b");
  EXPECT_EQ(stripped("\ra", " \t"), "\ra");
  EXPECT_EQ(stripped(" \t", " \t"), "");
  EXPECT_EQ(stripped("", " "), "");
}

}  // namespace
}  // namespace sumario
