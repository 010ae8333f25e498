#include "base/day.h"

#include <gtest/gtest.h>

namespace sumario {
namespace {

TEST(Day, ReadsAndWritesIsoDays) {
  ASSERT_TRUE(parse_day("2020-11-19"));
  EXPECT_EQ(to_string(*parse_day("2020-11-19")), "2020-11-19");
  EXPECT_EQ(to_string(*parse_day("0987-01-02")), "0987-01-02");
}

TEST(Day, RefusesWhatIsNoDay) {
  for (const char* text : {"", "2020-11-31", "2020-13-01", "2020-1-01", "20201119", "2020-11-19 ", "2o20-11-19", "2021-02-29"})
    EXPECT_FALSE(parse_day(text)) << text;
}

TEST(Day, KnowsTheEndsOfMonths) {
  EXPECT_EQ(to_string(last_of_month(2020, 2)), "2020-02-29");
  EXPECT_EQ(to_string(last_of_month(2021, 2)), "2021-02-28");
  EXPECT_EQ(to_string(first_of_month(2021, 12)), "2021-12-01");
}

}  // namespace
}  // namespace sumario
