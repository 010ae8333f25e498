#include "casefile/name_key.h"

#include <gtest/gtest.h>

namespace sumario::casefile {
namespace {

TEST(NameKey, SpellingsOfOneNameMeet) {
  EXPECT_EQ(name_key("Andrés López-Obrador"), "andres lopez obrador");
  EXPECT_EQ(name_key("  ANDRES  Lopez Obrador "), "andres lopez obrador");
  EXPECT_EQ(name_key("Søren Łukasz O’Brien"), name_key("Soren Lukasz O'Brien"));
  EXPECT_EQ(name_key("J. R. Smith"), "j r smith");
  EXPECT_EQ(name_key("Владимир Петров"), "vladimir petrov");
}

TEST(NameKey, OtherNamesStayApart) {
  EXPECT_NE(name_key("Ann Lee"), name_key("Lee Ann"));
  EXPECT_NE(name_key("Ann Lee"), name_key("Anne Lee"));
  EXPECT_EQ(name_key(""), "");
  EXPECT_EQ(name_key("-- '"), "");
}

TEST(NameKey, OnlyAFullNameSaysWhoIsMeant) {
  EXPECT_TRUE(is_full_name("ann lee"));
  EXPECT_TRUE(is_full_name("ann b lee"));
  EXPECT_FALSE(is_full_name("lee"));
  EXPECT_FALSE(is_full_name("a lee"));
  EXPECT_FALSE(is_full_name("ann l"));
  EXPECT_FALSE(is_full_name(""));
}

TEST(NameKey, EditDistanceCountsSwapsOnceAndStopsAtItsLimit) {
  EXPECT_EQ(edit_distance("cienfuegos", "cienfuegos", 2), 0);
  EXPECT_EQ(edit_distance("cienfuegos", "cienfeugos", 2), 1);
  EXPECT_EQ(edit_distance("barr", "bar", 2), 1);
  EXPECT_EQ(edit_distance("barr", "gertz", 2), 3);
  EXPECT_EQ(edit_distance("", "abcdef", 2), 3);
}

}  // namespace
}  // namespace sumario::casefile
