#include "base/day.h"

#include <fmt/format.h>

namespace sumario {
namespace {

std::chrono::year_month_day civil(Day day) { return std::chrono::year_month_day(day); }

// The digits of `text` as a number; -1 where anything else stands.
int digits(std::string_view text) {
  int value = 0;
  for (char c : text) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

}  // namespace

std::string to_string(Day day) {
  return fmt::format("{:04}-{:02}-{:02}", year_of(day), month_of(day), day_of_month(day));
}

std::optional<Day> parse_day(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  int year = digits(text.substr(0, 4)), month = digits(text.substr(5, 2)), day = digits(text.substr(8, 2));
  if (year < 0 || month < 0 || day < 0) return std::nullopt;
  return make_day(year, static_cast<unsigned>(month), static_cast<unsigned>(day));
}

std::optional<Day> make_day(int year, unsigned month, unsigned day) {
  std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
  if (year < 0 || year > 9999 || !date.ok()) return std::nullopt;
  return Day(date);
}

int year_of(Day day) { return static_cast<int>(civil(day).year()); }
unsigned month_of(Day day) { return static_cast<unsigned>(civil(day).month()); }
unsigned day_of_month(Day day) { return static_cast<unsigned>(civil(day).day()); }

Day first_of_month(int year, unsigned month) {
  return Day(std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(1));
}

Day last_of_month(int year, unsigned month) {
  return Day(std::chrono::year(year) / std::chrono::month(month) / std::chrono::last);
}

}  // namespace sumario
