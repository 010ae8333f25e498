#include "base/progress.h"

#include <gtest/gtest.h>

namespace sumario {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

TEST(Progress, TellsCountRateAndTimeLeft) {
  EXPECT_EQ(progress_line({.done = 1234, .total = 3000, .elapsed = milliseconds(27300)}, "documents"),
            "1,234 of 3,000 documents · 45.2/s · 0:39 left");
}

TEST(Progress, LeavesOutWhatItCannotTell) {
  EXPECT_EQ(progress_line({.done = 0, .total = 3}, "documents"), "0 of 3 documents");
  EXPECT_EQ(progress_line({.done = 500, .elapsed = milliseconds(2000)}, "documents"), "500 documents · 250/s");
  EXPECT_EQ(progress_line({.done = 3, .failed = 1, .total = 3, .elapsed = milliseconds(1000)}, "documents"),
            "3 of 3 documents (1 failed) · 3.0/s");
}

TEST(Progress, WritesSpansAsAClockDoes) {
  EXPECT_EQ(clock_text(seconds(9)), "0:09");
  EXPECT_EQ(clock_text(seconds(725)), "12:05");
  EXPECT_EQ(clock_text(seconds(3723)), "1:02:03");
}

TEST(Progress, GroupsDigits) {
  EXPECT_EQ(grouped(0), "0");
  EXPECT_EQ(grouped(999), "999");
  EXPECT_EQ(grouped(1000), "1,000");
  EXPECT_EQ(grouped(1234567), "1,234,567");
}

}  // namespace
}  // namespace sumario
