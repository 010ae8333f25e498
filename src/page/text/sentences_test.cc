#include "page/text/sentences.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "page/text/knowledge_for_tests.h"

namespace sumario::page {
namespace {

using testing::ElementsAre;

std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> sentences;
  for (ByteRange range : sentences_in(text, {0, static_cast<uint32_t>(text.size())}, test_knowledge())) {
    sentences.emplace_back(words_of(text, range));
  }
  return sentences;
}

TEST(Sentences, EndAtStopsWithTheirQuotes) {
  EXPECT_THAT(split("She left. “He stayed.” Why? Nobody knows!"),
              ElementsAre("She left.", "“He stayed.”", "Why?", "Nobody knows!"));
}

TEST(Sentences, GoOnBehindShortForms) {
  EXPECT_THAT(split("Gen. Ana Ruiz met J. Moss at 3 p.m. in the U.S. Capitol. They spoke."),
              ElementsAre("Gen. Ana Ruiz met J. Moss at 3 p.m. in the U.S. Capitol.", "They spoke."));
  EXPECT_THAT(split("“Why?” he asked."), ElementsAre("“Why?” he asked."));
}

TEST(Sentences, EndAtAStopThatStandsAlone) {
  EXPECT_THAT(split("He fell when . She rose."), ElementsAre("He fell when .", "She rose."));
  EXPECT_THAT(split("I think . . . perhaps not."), ElementsAre("I think . . . perhaps not."));
}

TEST(Sentences, OfNothingAreNone) {
  EXPECT_TRUE(split("").empty());
  EXPECT_TRUE(split("  ").empty());
}

}  // namespace
}  // namespace sumario::page
