#include "cli/day_words.h"

#include <gtest/gtest.h>

namespace sumario::cli {
namespace {

std::string words(const char* from, const char* to) { return in_words(DayInterval{parse_day(from), parse_day(to)}); }

TEST(DayWords, SayWhatTheTextSaid) {
  EXPECT_EQ(words("2020-11-18", "2020-11-18"), "18 November 2020");
  EXPECT_EQ(words("2020-10-01", "2020-10-31"), "October 2020");
  EXPECT_EQ(words("2020-10-01", "2020-10-15"), "1 to 15 October 2020");
  EXPECT_EQ(words("2012-01-01", "2012-12-31"), "2012");
  EXPECT_EQ(words("2012-01-01", "2018-12-31"), "2012 to 2018");
  EXPECT_EQ(words("2020-10-01", "2020-12-31"), "October to December 2020");
  EXPECT_EQ(words("2020-10-30", "2020-11-02"), "30 October to 2 November 2020");
  EXPECT_EQ(words("2019-12-30", "2020-01-02"), "30 December 2019 to 2 January 2020");
  EXPECT_EQ(words("2019-12-01", "2020-01-31"), "December 2019 to January 2020");
  EXPECT_EQ(words("2019-05-03", ""), "since 3 May 2019");
  EXPECT_EQ(words("2019-01-01", ""), "since 2019");
  EXPECT_EQ(words("", "2018-12-31"), "until 2018");
  EXPECT_EQ(words("", ""), "");
}

}  // namespace
}  // namespace sumario::cli
