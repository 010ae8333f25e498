#include "read/syntax/lexicon.h"

#include <gtest/gtest.h>

namespace sumario::read {
namespace {

TEST(Lexicon, ReadsPhrasesAndValues) {
  auto lexicon = Lexicon::parse("# offices\nattorney general\toffice\n\nmayor\n", "offices.txt");
  ASSERT_TRUE(lexicon) << lexicon.error().message;
  EXPECT_EQ(lexicon->size(), 2u);
  ASSERT_NE(lexicon->find("attorney general"), nullptr);
  EXPECT_EQ(*lexicon->find("attorney general"), "office");
  EXPECT_EQ(*lexicon->find("mayor"), "");
  EXPECT_EQ(lexicon->find("general"), nullptr);
}

TEST(Lexicon, RefusesTheSamePhraseTwice) {
  auto lexicon = Lexicon::parse("mayor\njudge\nmayor\n", "offices.txt");
  ASSERT_FALSE(lexicon);
  EXPECT_EQ(lexicon.error().message, "offices.txt:3: \"mayor\" stands here twice");
}

TEST(Lexicon, AMissingFileIsNamed) {
  auto lexicon = Lexicon::load("no/such/list.txt");
  ASSERT_FALSE(lexicon);
  EXPECT_NE(lexicon.error().message.find("no/such/list.txt"), std::string::npos);
}

}  // namespace
}  // namespace sumario::read
