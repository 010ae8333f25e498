#include "page/text/published.h"

#include <gtest/gtest.h>

#include "page/text/knowledge_for_tests.h"
#include "page/text/layout.h"

namespace sumario::page {
namespace {

std::string shown(std::optional<Day> day) { return day ? to_string(*day) : "-"; }
std::string in_text(std::string text) {
  Layout layout = lay_out(std::move(text), std::nullopt);
  return shown(day_in_text(layout.text, layout.blocks, test_knowledge()));
}

TEST(Published, ReadsMetadata) {
  for (const char* text : {"2020-11-19", "2020-11-19T23:30:00-05:00", "Thu, 19 Nov 2020 10:00:00 GMT",
                           "November 19, 2020", "Nov. 19th, 2020", "19 November 2020", " 2020-11-19 "}) {
    EXPECT_EQ(shown(day_in_metadata(text)), "2020-11-19") << text;
  }
  for (const char* text :
       {"", "yesterday", "19/11/2020", "2020-11", "Fri, 19 Nov 2020", "31 June 2020", "1605744000"}) {
    EXPECT_EQ(shown(day_in_metadata(text)), "-") << text;
  }
}

TEST(Published, ReadsALineOfItsOwn) {
  EXPECT_EQ(in_text("Mayor charged\n\nThursday, November 19, 2020\n\nThe mayor was charged."), "2020-11-19");
  EXPECT_EQ(in_text("Mayor charged\n\nPublished 19 November 2020\n\nThe mayor was charged."), "2020-11-19");
  EXPECT_EQ(in_text("Mayor charged\n\nPublished: 19 Nov 2020 at 10.30 GMT\n\nThe mayor was charged."), "2020-11-19");
  EXPECT_EQ(in_text("Mayor charged\n\nUpdated 21 November 2020\n\n19 November 2020\n\nThe mayor."), "2020-11-19");
  EXPECT_EQ(in_text("Mayor charged\n\nLast updated on 21 November 2020\n\nThe mayor."), "2020-11-21");
}

TEST(Published, ReadsADatelineWithItsYear) {
  EXPECT_EQ(in_text("Mayor charged\n\nLIMA, Nov 19, 2020 (Andes News) - The mayor was charged."), "2020-11-19");
  EXPECT_EQ(in_text("Mayor charged\n\nSAN JOSE, Calif., 19 November 2020 — The mayor was charged."), "2020-11-19");
  EXPECT_EQ(in_text("Mayor charged\n\nLIMA, Nov 19 (Andes News) - The mayor was charged."), "-");
}

TEST(Published, DoesNotGuess) {
  EXPECT_EQ(in_text("Mayor charged\n\nThe mayor was charged on 19 November 2020 with fraud."), "-");
  EXPECT_EQ(in_text("Mayor charged\n\nFriday, November 19, 2020\n\nThe mayor."), "-");  // that was a Thursday
  EXPECT_EQ(in_text("Mayor charged\n\n03/04/2020\n\nThe mayor."), "-");
  std::string paragraph =
      "The mayor of the town was charged by the prosecutors with the theft of many thousands of books "
      "from the library of the old school on the hill near the river bank.";
  EXPECT_EQ(in_text("Title\n\n" + paragraph + "\n\n" + paragraph + "\n\n19 November 2020\n\nOther story."), "-");
}

TEST(Published, ReadsAddresses) {
  EXPECT_EQ(shown(day_in_url("https://x.org/2020/11/19/mayor-charged")), "2020-11-19");
  EXPECT_EQ(shown(day_in_url("https://x.org/world/2020/nov/19/mayor")), "2020-11-19");
  EXPECT_EQ(shown(day_in_url("https://x.org/mayor-2020-11-19.html")), "2020-11-19");
  EXPECT_EQ(shown(day_in_url("https://x.org/2020/13/19/mayor")), "-");
  EXPECT_EQ(shown(day_in_url("https://x.org/0020/11/19/mayor")), "-");
  EXPECT_EQ(shown(day_in_url("https://x.org/mayor")), "-");
}

}  // namespace
}  // namespace sumario::page
