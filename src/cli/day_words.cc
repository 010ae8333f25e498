#include "cli/day_words.h"

#include <fmt/format.h>

#include <array>

namespace sumario::cli {
namespace {

constexpr std::array kMonths = {"January", "February", "March",     "April",   "May",      "June",
                                "July",    "August",   "September", "October", "November", "December"};

std::string month_words(Day day) { return fmt::format("{} {}", kMonths[month_of(day) - 1], year_of(day)); }

bool begins_month(Day day) { return day_of_month(day) == 1; }
bool ends_month(Day day) { return day == last_of_month(year_of(day), month_of(day)); }
bool begins_year(Day day) { return begins_month(day) && month_of(day) == 1; }
bool ends_year(Day day) { return ends_month(day) && month_of(day) == 12; }

std::string closed(Day from, Day to) {
  bool one_year = year_of(from) == year_of(to), one_month = one_year && month_of(from) == month_of(to);
  if (from == to) return in_words(from);
  if (begins_year(from) && ends_year(to))
    return one_year ? std::to_string(year_of(from)) : fmt::format("{} to {}", year_of(from), year_of(to));
  if (begins_month(from) && ends_month(to))
    return one_month  ? month_words(from)
           : one_year ? fmt::format("{} to {}", kMonths[month_of(from) - 1], month_words(to))
                      : month_words(from) + " to " + month_words(to);
  if (one_month) return fmt::format("{} to {}", day_of_month(from), in_words(to));
  if (one_year) return fmt::format("{} {} to {}", day_of_month(from), kMonths[month_of(from) - 1], in_words(to));
  return in_words(from) + " to " + in_words(to);
}

}  // namespace

std::string in_words(Day day) { return fmt::format("{} {}", day_of_month(day), month_words(day)); }

std::string in_words(const DayInterval& days) {
  if (days.from && days.to) return closed(*days.from, *days.to);
  // An open interval from the first day of a year was told by the year.
  if (days.from)
    return "since " + (begins_year(*days.from) ? std::to_string(year_of(*days.from)) : in_words(*days.from));
  if (days.to) return "until " + (ends_year(*days.to) ? std::to_string(year_of(*days.to)) : in_words(*days.to));
  return "";
}

}  // namespace sumario::cli
