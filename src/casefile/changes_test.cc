#include "casefile/changes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sumario::casefile {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

Dossier dossier(const char* day) {
  Dossier made;
  made.person_id = "p-1";
  made.name = "Ann Lee";
  made.as_of = *parse_day(day);
  return made;
}

// Adds a matter whose steps rest on these claims.
void stands(Dossier& dossier, const char* status, std::vector<std::string> claims, const char* forum = "Peru") {
  dossier.standing.push_back({forum, "bribery", status, dossier.as_of, {{"charge", {}, claims}}});
  for (const std::string& id : claims) dossier.claims[id].id = id;
}

void holds(Dossier& dossier, const char* office, const char* from, const char* to, std::string claim = "o1") {
  dossier.offices.push_back({office, "", {parse_day(from), parse_day(to)}, {claim}});
  dossier.claims[claim].id = claim;
}

TEST(Changes, AMatterThatMovedIsToldWithWhatMovedIt) {
  Dossier before = dossier("2021-01-01"), after = dossier("2021-06-01");
  stands(before, "charged", {"c1"});
  stands(after, "dismissed", {"c1", "c2"});
  PersonChanges changes = changes_between(before, after);
  ASSERT_THAT(changes.standing, SizeIs(1));
  EXPECT_EQ(changes.standing[0].before, "charged");
  EXPECT_EQ(changes.standing[0].after, "dismissed");
  EXPECT_EQ(changes.standing[0].since, after.as_of);
  EXPECT_THAT(changes.standing[0].claims, ElementsAre("c2"));
  EXPECT_THAT(changes.claims, SizeIs(1));
}

TEST(Changes, WhatStandsAsItStoodIsNoChange) {
  Dossier before = dossier("2021-01-01"), after = dossier("2021-06-01");
  stands(before, "charged", {"c1"});
  stands(after, "charged", {"c1", "c2"});
  holds(before, "mayor", "2019-01-01", "");
  holds(after, "mayor", "2019-01-01", "");
  EXPECT_TRUE(changes_between(before, after).empty());
}

TEST(Changes, MattersAreToldApartByTheirClaims) {
  Dossier before = dossier("2021-01-01"), after = dossier("2021-06-01");
  stands(before, "charged", {"c1"});
  stands(after, "charged", {"c1"});
  stands(after, "arrested", {"c3"}, "Chile");
  PersonChanges changes = changes_between(before, after);
  ASSERT_THAT(changes.standing, SizeIs(1));
  EXPECT_EQ(changes.standing[0].forum, "Chile");
  EXPECT_EQ(changes.standing[0].before, "none");
}

TEST(Changes, WhatRestedOnARetractedDocumentIsGone) {
  Dossier before = dossier("2021-01-01"), after;
  after.as_of = before.as_of;
  stands(before, "charged", {"c1"});
  holds(before, "mayor", "2019-01-01", "");
  PersonChanges changes = changes_between(before, after);
  EXPECT_EQ(changes.name, "Ann Lee");
  ASSERT_THAT(changes.standing, SizeIs(1));
  EXPECT_EQ(changes.standing[0].after, "none");
  EXPECT_EQ(changes.standing[0].since, std::nullopt);
  ASSERT_THAT(changes.offices, SizeIs(1));
  EXPECT_EQ(changes.offices[0].turn, OfficeTurn::kUntold);
  EXPECT_THAT(changes.claims, SizeIs(2));
}

TEST(Changes, OfficesAreTakenAndLeftOnDays) {
  Dossier before = dossier("2021-01-01"), after = dossier("2021-06-01");
  holds(after, "mayor", "2021-02-01", "2021-03-01");
  holds(after, "judge", "", "", "o2");
  PersonChanges changes = changes_between(before, after);
  ASSERT_THAT(changes.offices, SizeIs(2));
  EXPECT_EQ(changes.offices[0].turn, OfficeTurn::kTaken);
  EXPECT_EQ(changes.offices[1].turn, OfficeTurn::kLeft);
  EXPECT_EQ(changes.offices[1].day, parse_day("2021-03-01"));
  EXPECT_THAT(changes_between(after, dossier("2021-06-02")).standing, IsEmpty());
}

}  // namespace
}  // namespace sumario::casefile
