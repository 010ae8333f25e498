#include "read/speech/quotations.h"

#include <gtest/gtest.h>

#include <string>

namespace sumario::read {
namespace {

// Each quotation in brackets, outer ones before inner ones: "[“Yes,”]"; "~" marks a continued one, "!" an unclosed one.
std::string marked(std::string_view text) {
  std::string out;
  for (const Quotation& quotation : find_quotations(text)) {
    if (!out.empty()) out += ' ';
    if (quotation.continues >= 0) out += '~';
    if (!quotation.closed) out += '!';
    if (quotation.outer >= 0) out += '>';
    out += '[' + std::string(words_of(text, quotation.inside)) + ']';
  }
  return out;
}

TEST(Quotations, ReadEveryKindOfMark) {
  EXPECT_EQ(marked(R"("We lost," she said.)"), "[We lost,]");
  EXPECT_EQ(marked("“We lost,” she said."), "[We lost,]");
  EXPECT_EQ(marked("‘We lost,’ she said."), "[We lost,]");
  EXPECT_EQ(marked("'We lost,' she said."), "[We lost,]");
  EXPECT_EQ(marked("«We lost», she said."), "[We lost]");
  EXPECT_EQ(marked("„We lost”, she said."), "[We lost]");
  EXPECT_EQ(marked("``We lost,'' she said."), "[We lost,]");
}

TEST(Quotations, NestAndKeepTheOuterOneFirst) {
  EXPECT_EQ(marked("“He said ‘never’ to me,” Lee said."), "[He said ‘never’ to me,] >[never]");
  EXPECT_EQ(marked(R"("He said 'never' to me," Lee said.)"), "[He said 'never' to me,] >[never]");
  EXPECT_EQ(marked(R"("He said "never" to me," Lee said.)"), R"([He said "never" to me,] >[never])");
}

TEST(Quotations, LeaveApostrophesAndYearsAlone) {
  EXPECT_EQ(marked("It wasn't Lee's, the '90s were the Lees' best years, 'cause they won."), "");
  EXPECT_EQ(marked("‘It wasn’t the Lees’ money,’ she said."), "[It wasn’t the Lees’ money,]");
}

TEST(Quotations, RunOnOverParagraphs) {
  EXPECT_EQ(marked("“We lost.\n\n“We lost badly.\n\n“It is over,” Lee said."),
            "![We lost.] ~![We lost badly.] ~[It is over,]");
}

TEST(Quotations, AnUnclosedOneEndsWithItsParagraph) {
  EXPECT_EQ(marked("“We lost, Lee said.\n\nNobody answered. “No,” he said."), "![We lost, Lee said.] [No,]");
}

TEST(Quotations, SurviveAnything) {
  EXPECT_EQ(marked(""), "");
  EXPECT_EQ(marked("\""), "![]");
  EXPECT_EQ(marked("\xE2\x80"), "");
  std::string many(10000, '"');
  find_quotations(many);
}

}  // namespace
}  // namespace sumario::read
