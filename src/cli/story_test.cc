#include "cli/story.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "record/reading_samples.h"

namespace sumario::cli {
namespace {

using ::testing::ElementsAre;

Claim step(const Reading& reading, const char* id, const char* type, const char* entity, const char* day) {
  Claim claim;
  claim.id = id;
  claim.type = type;
  claim.roles["defendant"] = {filler(reading, "Ana Ruiz", entity)};
  claim.time = ClaimTime{{parse_day(day), parse_day(day)}, std::nullopt, std::nullopt};
  claim.evidence = evidence(reading, "Ana Ruiz was charged");
  return claim;
}

const PersonInStory& person(const Story& story, const std::string& id) {
  return *std::find_if(story.people.begin(), story.people.end(),
                       [&](const PersonInStory& one) { return one.entity->id == id; });
}

TEST(Story, PutsThoseSomethingStandsAgainstFirst) {
  Reading reading = sample_reading();
  std::swap(reading.entities[0], reading.entities[1]);
  Story story = story_of(reading);
  ASSERT_EQ(story.people.size(), 2u);
  EXPECT_EQ(story.people[0].entity->name, "Ana Ruiz");
  EXPECT_EQ(story.people[0].involvement, Involvement::kOpen);
  EXPECT_THAT(story.people[0].parts, ElementsAre("defendant"));
  EXPECT_EQ(story.people[1].involvement, Involvement::kPart);
  EXPECT_THAT(story.people[1].parts, ElementsAre("speaker"));
}

TEST(Story, NeverShowsTheClearedAsAccused) {
  Reading reading = sample_reading();
  reading.claims = {step(reading, "c1", "charge", "e1", "2020-10-01"),
                    step(reading, "c2", "acquit", "e1", "2020-11-01")};
  Story story = story_of(reading);
  EXPECT_EQ(person(story, "e1").involvement, Involvement::kEnded);
  EXPECT_THAT(person(story, "e1").parts, ElementsAre("was defendant"));
  ASSERT_EQ(person(story, "e1").standing.size(), 1u);
  EXPECT_EQ(person(story, "e1").standing[0].status, "acquitted");
}

TEST(Story, NamesTheUninvolvedAsMentionedOnly) {
  Reading reading = sample_reading();
  reading.claims = {step(reading, "c1", "charge", "e1", "2020-10-01")};
  reading.claims[0].modality = Modality::kNegated;
  Story story = story_of(reading);
  EXPECT_EQ(person(story, "e1").involvement, Involvement::kMentioned);
  EXPECT_THAT(person(story, "e1").parts, ElementsAre("mentioned only"));
  EXPECT_EQ(person(story, "e1").claims.size(), 1u);
}

TEST(Story, TellsWhatIsDatedAndNoStatements) {
  Reading reading = sample_reading();
  Story story = story_of(reading);
  ASSERT_EQ(story.events.size(), 1u);
  EXPECT_EQ(story.events[0].told.front()->id, "c1");
}

TEST(Story, StandsWithoutADayOfPublication) {
  Reading reading = sample_reading();
  reading.document.published.reset();
  EXPECT_EQ(story_of(reading).people[0].involvement, Involvement::kOpen);
}

}  // namespace
}  // namespace sumario::cli
