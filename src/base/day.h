// Calendar days (proleptic Gregorian) and closed intervals of them, open where a bound is missing.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace sumario {

using Day = std::chrono::sys_days;

// "2020-11-19"; years 0000 to 9999 only.
std::string to_string(Day day);

// Reads exactly "YYYY-MM-DD". Empty for any other text and for days that do not exist.
std::optional<Day> parse_day(std::string_view text);

// Empty when there is no such day (31 June).
std::optional<Day> make_day(int year, unsigned month, unsigned day);

int year_of(Day day);
unsigned month_of(Day day);
unsigned day_of_month(Day day);
Day first_of_month(int year, unsigned month);
Day last_of_month(int year, unsigned month);

// Both bounds inclusive; an absent bound is open.
struct DayInterval {
  std::optional<Day> from;
  std::optional<Day> to;
  friend bool operator==(const DayInterval&, const DayInterval&) = default;
};

}  // namespace sumario
