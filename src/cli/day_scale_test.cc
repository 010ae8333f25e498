#include "cli/day_scale.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <chrono>

namespace sumario::cli {
namespace {

Day day(int year, unsigned month, unsigned of_month) { return *make_day(year, month, of_month); }

TEST(DayScale, KeepsDaysInOrderAndTellsTheLatestApart) {
  DayScale scale(day(2012, 1, 1), day(2020, 12, 1), day(2020, 11, 19));
  EXPECT_LT(scale.percent_of(day(2012, 1, 1)), scale.percent_of(day(2018, 1, 1)));
  EXPECT_GT(scale.percent_of(day(2020, 11, 19)) - scale.percent_of(day(2020, 11, 18)), 1.0);
  EXPECT_GT(scale.percent_of(day(2020, 12, 1)), scale.percent_of(day(2020, 11, 19)));
}

TEST(DayScale, WidensToItsOrigin) {
  DayScale scale(day(2012, 1, 1), day(2013, 1, 1), day(2020, 1, 1));
  EXPECT_LT(scale.percent_of(day(2013, 1, 1)), scale.percent_of(day(2020, 1, 1)));
}

TEST(DayScale, NamesYearsAndMonths) {
  std::string words;
  for (const Tick& tick : DayScale(day(2018, 6, 1), day(2020, 11, 19), day(2020, 11, 19)).ticks())
    words += tick.words + " ";
  EXPECT_EQ(words, "2019 Aug 2020 Jul Oct ");
}

RC_GTEST_PROP(DayScale, StaysOnTheDrawing, ()) {
  auto any =
      rc::gen::map(rc::gen::inRange(0, 3'000'000), [](int days) { return day(1, 1, 1) + std::chrono::days(days); });
  Day a = *any, b = *any, origin = *any, other = *any;
  DayScale scale(std::min(a, b), std::max(a, b), origin);
  for (Day one : {a, b, origin, other}) RC_ASSERT(scale.percent_of(one) >= 0 && scale.percent_of(one) <= 100);
  const std::vector<Tick> ticks = scale.ticks();
  for (size_t i = 1; i < ticks.size(); ++i) RC_ASSERT(ticks[i].percent - ticks[i - 1].percent >= 11.9);
  RC_ASSERT(ticks.size() < 12u);
}

}  // namespace
}  // namespace sumario::cli
