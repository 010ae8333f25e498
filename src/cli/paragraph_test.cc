#include "cli/paragraph.h"

#include <gtest/gtest.h>

namespace sumario::cli {
namespace {

TEST(Paragraph, WrapsAtWordsAndIndents) {
  Paragraph paragraph;
  paragraph.add("one two three four five six seven eight nine ten");
  EXPECT_EQ(paragraph.lines({false, 20}, 2, 4), "  one two three four\n    five six seven\n    eight nine ten\n");
}

TEST(Paragraph, MarksEvidenceWithoutColour) {
  Paragraph paragraph;
  paragraph.add("A judge ").add("dropped the charges", Style::kEvidence).add(", it said.");
  EXPECT_EQ(paragraph.lines({false, 80}, 0, 0), "A judge «dropped the charges», it said.\n");
}

TEST(Paragraph, ColoursWhereItMay) {
  Paragraph paragraph;
  paragraph.add("A ").add("b c", Style::kEvidence).add(".");
  EXPECT_EQ(paragraph.lines({true, 80}, 0, 0), "A \x1b[4mb c\x1b[0m.\n");
}

TEST(Paragraph, KeepsTouchingWordsTogether) {
  Paragraph paragraph;
  paragraph.add("aaaa ").add("bbbb", Style::kStrong).add(",");
  EXPECT_EQ(paragraph.lines({false, 9}, 0, 0), "aaaa\nbbbb,\n");
}

TEST(Paragraph, LetsNoControlCharacterThrough) {
  Paragraph paragraph;
  paragraph.add(
      "a\x1b[31mb\x7f"
      "c\xC2\x9B"
      "d");
  EXPECT_EQ(paragraph.lines({false, 80}, 0, 0), "a[31mbcd\n");
}

TEST(Columns, CountWhatATerminalShows) {
  EXPECT_EQ(columns_of("naïve"), 5);
  EXPECT_EQ(columns_of("e\xCC\x81"), 1);
  EXPECT_EQ(columns_of("日本"), 4);
}

}  // namespace
}  // namespace sumario::cli
