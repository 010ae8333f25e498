#include "read/frames/role_path.h"

#include <gtest/gtest.h>

namespace sumario::read {
namespace {

TEST(RolePath, ReadsAlternativesStepsAndHeadWords) {
  auto paths = parse_role_paths("on(suspicion, charge) of | with | clause subject");
  ASSERT_TRUE(paths) << paths.error().message;
  ASSERT_EQ(paths->size(), 3u);
  EXPECT_EQ((*paths)[0].size(), 2u);
  EXPECT_EQ((*paths)[0][0].preposition, "on");
  EXPECT_EQ((*paths)[0][0].lemmas, (std::vector<std::string>{"suspicion", "charge"}));
  EXPECT_EQ((*paths)[1][0].preposition, "with");
  EXPECT_EQ((*paths)[2][0].relation, Relation::kClause);
  EXPECT_EQ((*paths)[2][1].relation, Relation::kSubject);
}

TEST(RolePath, UnderscoreJoinsPrepositionsOfTwoWords) {
  auto paths = parse_role_paths("out_of");
  ASSERT_TRUE(paths);
  EXPECT_EQ((*paths)[0][0].preposition, "out of");
}

TEST(RolePath, SaysWhereATextGoesWrong) {
  for (const char* text : {"", "|", "with |", "on(", "on(suspicion", "on()", "with, of", "On"}) {
    auto paths = parse_role_paths(text);
    ASSERT_FALSE(paths) << text;
    EXPECT_NE(paths.error().message.find("column"), std::string::npos) << paths.error().message;
  }
}

}  // namespace
}  // namespace sumario::read
