#include "casefile/lookup.h"

#include <gtest/gtest.h>

#include "casefile/name_key.h"

namespace sumario::casefile {
namespace {

Candidate called(std::string id, std::string name, int documents = 1) {
  std::string key = name_key(name);
  return {std::move(id), std::move(name), {std::move(key)}, documents};
}

std::string meant(std::string_view name, std::vector<Candidate> candidates) {
  Lookup lookup = look_up(name, std::move(candidates));
  return lookup.meant ? lookup.meant->id : "nobody";
}

TEST(Lookup, AFullNameMeansItsBearer) {
  EXPECT_EQ(meant("ann LEE", {called("1", "Ann Lee"), called("2", "Ann Lee Smith")}), "1");
}

TEST(Lookup, ASurnameMeansTheOnlyPersonOfThatName) {
  EXPECT_EQ(meant("Lee", {called("1", "Ann Lee"), called("2", "Lee")}), "1");
  EXPECT_EQ(meant("Lee", {called("2", "Lee")}), "2");
}

TEST(Lookup, NamesakesAreNeverGuessedBetween) {
  EXPECT_EQ(meant("Lee", {called("1", "Ann Lee"), called("2", "Bob Lee")}), "nobody");
  EXPECT_EQ(meant("Kim Lee", {called("1", "Kim Lee"), called("2", "Kim Lee")}), "nobody");
  EXPECT_EQ(meant("Lee", {}), "nobody");
}

TEST(Lookup, CandidatesStandByHowOftenTheyAreNamed) {
  Lookup lookup = look_up("Lee", {called("1", "Ann Lee", 2), called("2", "Bob Lee", 9)});
  ASSERT_EQ(lookup.others.size(), 2u);
  EXPECT_EQ(lookup.others[0].name, "Bob Lee");
}

TEST(Lookup, ASlipOrTwoIsForgiven) {
  EXPECT_TRUE(may_be_mistyped("salvador cienfeugos", "salvador cienfuegos"));
  EXPECT_TRUE(may_be_mistyped("cienfuego", "salvador cienfuegos"));
  EXPECT_FALSE(may_be_mistyped("salvador cienfuegos", "salvador allende"));
  EXPECT_FALSE(may_be_mistyped("lee", "leo"));
}

}  // namespace
}  // namespace sumario::casefile
