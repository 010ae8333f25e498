#include "page/fetch/retry_after.h"

#include <gtest/gtest.h>

namespace sumario::page {
namespace {

TEST(RetryAfter, IsSecondsOrADate) {
  constexpr std::time_t kNow = 784'111'777;  // Sun, 06 Nov 1994 08:49:37 GMT
  auto wait = [&](const char* text) { return wait_asked(text, kNow).value_or(std::chrono::seconds(-1)).count(); };
  EXPECT_EQ(wait("120"), 120);
  EXPECT_EQ(wait(" 5 "), 5);
  EXPECT_EQ(wait("Sun, 06 Nov 1994 08:50:37 GMT"), 60);
  EXPECT_EQ(wait("Sun, 06 Nov 1994 08:00:00 GMT"), -1);
  EXPECT_EQ(wait("0"), -1);
  EXPECT_EQ(wait("-3"), -1);
  EXPECT_EQ(wait("soon"), -1);
  EXPECT_EQ(wait("99999999999999999999"), 86'400);
  EXPECT_EQ(wait("999999"), 86'400);
}

}  // namespace
}  // namespace sumario::page
