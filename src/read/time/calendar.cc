// Calendar arithmetic and holiday rules.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "read/time/moment.h"

namespace sumario::read {
namespace {

using std::chrono::days;

// Takes a leading integer (a sign is read) off `text`.
std::optional<int> take_number(std::string_view& text) {
  if (!text.empty() && text.front() == '+') text.remove_prefix(1);
  int number = 0;
  auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  if (read.ec != std::errc()) return std::nullopt;
  text.remove_prefix(static_cast<size_t>(read.ptr - text.data()));
  return number;
}

// The anonymous Gregorian computus (Meeus, Jones, Butcher).
Day easter(int y) {
  int a = y % 19, b = y / 100, c = y % 100, d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
  int h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7;
  int m = (a + 11 * h + 22 * l) / 451, month = (h + l - 7 * m + 114) / 31, day = (h + l - 7 * m + 114) % 31 + 1;
  return std::chrono::sys_days(std::chrono::year(y) / month / day);
}

// The tabular Islamic calendar, civil epoch (Reingold and Dershowitz, Calendrical Calculations).
Day islamic(int year, int month, int day) {
  int since_epoch = day + (29 * (month - 1) + month / 2) + (year - 1) * 354 + (3 + 11 * year) / 30 - 1;
  constexpr int kEpoch = -492148;  // 19 July 622, days from 1970-01-01 proleptic Gregorian
  return Day(days(kEpoch + since_epoch));
}

std::optional<Day> islamic_in(std::string_view rule, int year) {
  auto month = take_number(rule);
  if (!month || rule.empty()) return std::nullopt;
  rule.remove_prefix(1);
  auto day = take_number(rule);
  if (!day) return std::nullopt;
  int guess = (year - 622) * 33 / 32;
  for (int y = guess - 1; y <= guess + 2; ++y)
    if (Day found = islamic(y, *month, *day); year_of(found) == year) return found;
  return std::nullopt;
}

int weekday_number(std::string_view name) {
  constexpr std::string_view kNames = "mon tue wed thu fri sat sun ";
  return static_cast<int>(kNames.find(name) / 4) + 1;
}

}  // namespace

int iso_weekday(Day day) { return static_cast<int>(std::chrono::weekday(day).iso_encoding()); }
Day monday_of(Day day) { return day - days(iso_weekday(day) - 1); }

Day iso_week_start(int year, int week) {
  Day fourth = std::chrono::sys_days(std::chrono::year(year) / 1 / 4);  // always in week 1
  return monday_of(fourth) + days(7 * (week - 1));
}

std::string iso_week(Day day) {
  int year = year_of(monday_of(day) + days(3));
  int week = static_cast<int>((monday_of(day) - iso_week_start(year, 1)).count() / 7) + 1;
  return fmt::format("{:04}-W{:02}", year, week);
}

DayInterval month_days(int year, int month) {
  constexpr int kFirst = 12, kLast = 9990 * 12 + 11;  // years that can be written with four digits
  int index = std::clamp(year * 12 + month - 1, kFirst, kLast);
  int y = index / 12;
  auto m = static_cast<unsigned>(index % 12 + 1);
  return {first_of_month(y, m), last_of_month(y, m)};
}

Day add_months(Day day, int months) {
  DayInterval month = month_days(year_of(day), static_cast<int>(month_of(day)) + months);
  return std::min(*month.to, *month.from + days(day_of_month(day) - 1));
}

std::optional<Day> holiday_in(std::string_view rule, int year) {
  if (rule.starts_with("easter")) {
    rule.remove_prefix(6);
    return easter(year) + days(rule.empty() ? 0 : take_number(rule).value_or(0));
  }
  if (auto once = parse_day(rule)) return year_of(*once) == year ? once : std::nullopt;
  if (rule.starts_with("islamic ")) return islamic_in(rule.substr(8), year);
  auto month = take_number(rule);
  if (!month || rule.size() < 2) return std::nullopt;
  rule.remove_prefix(1);
  if (auto day = take_number(rule)) return make_day(year, static_cast<unsigned>(*month), static_cast<unsigned>(*day));
  int weekday = weekday_number(rule.substr(0, 3));
  if (rule.size() < 5 || weekday > 7) return std::nullopt;
  rule.remove_prefix(4);
  DayInterval whole = month_days(year, *month);
  if (rule.starts_with("last")) return *whole.to - days((iso_weekday(*whole.to) - weekday + 7) % 7);
  int which = take_number(rule).value_or(1);
  Day first = *whole.from + days((weekday - iso_weekday(*whole.from) + 7) % 7);
  return first + days(7 * (which - 1)) + days(rule.empty() ? 0 : take_number(rule).value_or(0));
}

Grain grain_of(std::string_view unit) {
  if (unit == "P1W" || unit == "P2W") return Grain::kWeek;
  if (unit == "P1WE") return Grain::kWeekend;
  if (unit == "P1M") return Grain::kMonth;
  if (unit == "P3M") return Grain::kQuarter;
  if (unit == "P6M") return Grain::kHalf;
  if (unit == "P1Y") return Grain::kYear;
  if (unit == "P10Y") return Grain::kDecade;
  if (unit == "P100Y") return Grain::kCentury;
  return Grain::kDay;
}

DayInterval portion_of(DayInterval whole, Portion portion, Grain grain) {
  if (portion == Portion::kWhole || !whole.from || !whole.to) return whole;
  Day from = *whole.from, to = *whole.to;
  auto length = (to - from).count() + 1;
  // The last day of the first `part` of `parts` equal parts: of months, tenths of them; of years, whole months.
  auto cut = [&](int part, int parts) -> Day {
    if (grain == Grain::kMonth && parts == 3) return from + days(10 * part - 1);
    if (grain == Grain::kMonth) return from + days(14);
    if (grain == Grain::kWeek) return from + days(length * part / parts);
    auto months =
        (year_of(to) - year_of(from)) * 12 + static_cast<int>(month_of(to)) - static_cast<int>(month_of(from)) + 1;
    if (months < 3) return from + days(length * part / parts - 1);
    return add_months(from, months * part / parts) - days(1);
  };
  switch (portion) {
    case Portion::kStart:
      return {from, cut(1, 3)};
    case Portion::kMid:
      return {cut(1, 3) + days(1), cut(2, 3)};
    case Portion::kEnd:
      return {cut(2, 3) + days(1), to};
    case Portion::kHalf1:
      return {from, cut(1, 2)};
    case Portion::kHalf2:
      return {cut(1, 2) + days(1), to};
    default:
      return whole;
  }
}

}  // namespace sumario::read
