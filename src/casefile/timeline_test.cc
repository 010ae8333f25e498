#include "casefile/timeline.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace sumario::casefile {
namespace {

KeptClaim told(std::string id, std::string type, const char* from, const char* to, std::string person) {
  KeptClaim kept;
  kept.id = std::move(id);
  kept.document = kept.id;
  kept.claim.type = std::move(type);
  kept.claim.time = ClaimTime{{parse_day(from), parse_day(to)}, {}, {}};
  kept.claim.roles["defendant"] = {Filler{std::move(person), "Lee", {}, {}}};
  return kept;
}

std::string shown(const std::vector<Event>& events) {
  std::string words;
  for (const Event& event : events) {
    words += event.told.front()->claim.type;
    for (const KeptClaim* kept : event.told) words += " " + kept->id;
    words += "; ";
  }
  return words;
}

TEST(Timeline, TellsEachEventOnceInTheOrderOfDays) {
  std::vector<KeptClaim> claims = {
      told("a", "charge", "2020-05-01", "2020-05-01", "p-1"), told("b", "arrest", "2020-04-01", "2020-04-30", "p-1"),
      told("c", "charge", "2020-05-01", "2020-05-01", "p-1"), told("d", "charge", "2020-05-01", "2020-05-01", "p-2")};
  EXPECT_EQ(shown(timeline_of(claims, {}, {})), "arrest b; charge a c; charge d; ");
  std::reverse(claims.begin(), claims.end());
  EXPECT_EQ(shown(timeline_of(claims, {}, {})), "arrest b; charge a c; charge d; ");
}

TEST(Timeline, KeepsToTheDaysAskedFor) {
  std::vector<KeptClaim> claims = {told("a", "charge", "2020-05-01", "2020-05-01", "p-1"),
                                   told("b", "arrest", "2020-04-01", "2020-04-30", "p-1"),
                                   told("c", "trial", "2021-01-01", "", "p-1"), told("d", "search", "", "", "p-1")};
  EXPECT_EQ(shown(timeline_of(claims, parse_day("2020-04-30"), parse_day("2020-04-30"))), "arrest b; ");
  EXPECT_EQ(shown(timeline_of(claims, parse_day("2020-05-02"), {})), "trial c; ");
  EXPECT_EQ(shown(timeline_of(claims, {}, parse_day("2020-03-31"))), "");
}

}  // namespace
}  // namespace sumario::casefile
