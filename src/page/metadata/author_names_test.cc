#include "page/metadata/author_names.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "page/text/knowledge_for_tests.h"

namespace sumario::page {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> names(std::string_view byline) { return author_names(byline, test_knowledge().metadata()); }

TEST(AuthorNames, TakesListsApart) {
  EXPECT_THAT(names("Ann Lee"), ElementsAre("Ann Lee"));
  EXPECT_THAT(names("By Ann Lee and Bo Ruiz"), ElementsAre("Ann Lee", "Bo Ruiz"));
  EXPECT_THAT(names("By ANN LEE, Bo Ruiz & Cy Dahl"), ElementsAre("ANN LEE", "Bo Ruiz", "Cy Dahl"));
  EXPECT_THAT(names("Von Anna Lehmann und Ursula von der Heide"), ElementsAre("Anna Lehmann", "Ursula von der Heide"));
  EXPECT_THAT(names("Par Aude Petit et Jean de la Tour"), ElementsAre("Aude Petit", "Jean de la Tour"));
  EXPECT_THAT(names("Ann Lee; Bo Ruiz; Ann Lee"), ElementsAre("Ann Lee", "Bo Ruiz"));
}

TEST(AuthorNames, LeavesOutWhatIsNoName) {
  EXPECT_THAT(names("By Ann Lee, Senior Political Correspondent"), ElementsAre("Ann Lee"));
  EXPECT_THAT(names("Written by Ann Lee | Staff Writer | Updated April 5, 2023"), ElementsAre("Ann Lee"));
  EXPECT_THAT(names("Ann Lee (ann@post.example) @annlee"), ElementsAre("Ann Lee"));
  EXPECT_THAT(names("By Ann Lee in Lima"), ElementsAre("Ann Lee"));
  EXPECT_THAT(names("By Ann Lee, Lima"), ElementsAre("Ann Lee"));
  EXPECT_THAT(names("By ANN LEE FOR THE POST"), ElementsAre("ANN LEE"));
  EXPECT_THAT(names("Ann Lee | Follow | Share article | Politics"), ElementsAre("Ann Lee"));
  EXPECT_THAT(names("By Ann Lee Photographs by Bo Ruiz"), ElementsAre("Ann Lee"));
  EXPECT_THAT(names("12.04.2023 | 13:10 Uhr | Anna Lehmann"), ElementsAre("Anna Lehmann"));
  EXPECT_THAT(names("https://social.example/ann.lee"), IsEmpty());
  EXPECT_THAT(names("admin"), IsEmpty());
  EXPECT_THAT(names(""), IsEmpty());
}

TEST(AuthorNames, KeepsBodiesOnlyWhereNobodyIsNamed) {
  EXPECT_THAT(names("By Ann Lee, Associated Press"), ElementsAre("Ann Lee"));
  EXPECT_THAT(names("Ann Lee, Valley Herald"), ElementsAre("Ann Lee"));
  EXPECT_THAT(names("Reuters"), ElementsAre("Reuters"));
  EXPECT_THAT(names("By Valley Herald Staff"), ElementsAre("Valley Herald Staff"));
}

TEST(AuthorNames, TurnsSurnamesRound) {
  EXPECT_THAT(names("Lee, Ann"), ElementsAre("Ann Lee"));
  EXPECT_THAT(names("Reuters, AFP"), ElementsAre("Reuters", "AFP"));
}

TEST(AuthorNames, KnowsPeopleFromBodies) {
  auto person = [](std::string_view name) { return is_like_person(name, test_knowledge().metadata()); };
  EXPECT_TRUE(person("Ann Lee"));
  EXPECT_TRUE(person("Jean de la Tour"));
  EXPECT_FALSE(person("Valley Herald"));
  EXPECT_FALSE(person("Associated Press"));
  EXPECT_FALSE(person("annlee"));
  EXPECT_FALSE(person("March 12"));
}

}  // namespace
}  // namespace sumario::page
