#include "read/time/moment.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <vector>

namespace sumario::read {
namespace {

using std::chrono::days;
using MaybeDays = std::optional<DayInterval>;

constexpr int kYearsBack = 8;  // 29 February comes round within eight years

MaybeDays one_day(std::optional<Day> day) {
  if (!day) return std::nullopt;
  return DayInterval{day, day};
}

// "SP 3 6": months from and to; winter runs over the new year.
MaybeDays season_in(std::string_view season, int year) {
  int first = 0, last = 0;
  size_t space = season.find(' ');
  size_t second = season.find(' ', space + 1);
  if (space == season.npos || second == season.npos) return std::nullopt;
  std::from_chars(season.data() + space + 1, season.data() + second, first);
  std::from_chars(season.data() + second + 1, season.data() + season.size(), last);
  if (last < first) last += 12;
  return DayInterval{month_days(year, first).from, month_days(year, last).to};
}

std::optional<Day> nth_weekday(int year, int month, int weekday, int which) {
  DayInterval whole = month_days(year, month);
  if (which < 0) return *whole.to - days((iso_weekday(*whole.to) - weekday + 7) % 7);
  Day found = *whole.from + days((weekday - iso_weekday(*whole.from) + 7) % 7 + 7 * (which - 1));
  if (found > *whole.to) return std::nullopt;
  return found;
}

// The week of a month is the one that holds its first Thursday, as ISO 8601 has it for the year.
MaybeDays week_in(const Moment& m, int year) {
  Day start;
  if (m.month && m.day) {
    auto day = make_day(year, static_cast<unsigned>(*m.month), static_cast<unsigned>(*m.day));
    if (!day) return std::nullopt;
    start = monday_of(*day);
  } else if (m.month) {
    auto thursday = nth_weekday(year, *m.month, 4, m.which.value_or(1));
    if (!thursday) return std::nullopt;
    start = monday_of(*thursday);
  } else {
    int week = m.which.value_or(1);
    if (week > 53) return std::nullopt;
    start = week < 0 ? monday_of(*month_days(year, 12).to - days(3)) : iso_week_start(year, week);
  }
  return DayInterval{start, start + days(6)};
}

// The days of `m` were its year `year`.
MaybeDays in_year(const Moment& m, int year) {
  if (year < 1 || year > 9990) return std::nullopt;
  switch (m.grain) {
    case Grain::kDay:
      if (!m.holiday.empty()) {
        auto day = holiday_in(m.holiday, year);
        if (day && m.holiday.starts_with("islamic")) return DayInterval{*day - days(1), *day + days(1)};
        return one_day(day);
      }
      if (!m.month) return std::nullopt;
      if (m.which && m.weekday) return one_day(nth_weekday(year, *m.month, *m.weekday, *m.which));
      if (!m.day) return std::nullopt;
      return one_day(make_day(year, static_cast<unsigned>(*m.month), static_cast<unsigned>(*m.day)));
    case Grain::kWeek:
      return week_in(m, year);
    case Grain::kWeekend: {
      auto day = m.holiday.empty() ? std::nullopt : holiday_in(m.holiday, year);
      if (!day) return std::nullopt;
      Day saturday = monday_of(*day - days(1)) + days(5);  // a Monday holiday belongs to the weekend before it
      return DayInterval{std::min(saturday, *day), std::max(saturday + days(1), *day)};
    }
    case Grain::kMonth:
      return month_days(year, m.month.value_or(1));
    case Grain::kQuarter:
      return DayInterval{month_days(year, m.part * 3 - 2).from, month_days(year, m.part * 3).to};
    case Grain::kHalf:
      return DayInterval{month_days(year, m.part * 6 - 5).from, month_days(year, m.part * 6).to};
    case Grain::kSeason:
      return season_in(m.season, year);
    case Grain::kYear:
      return DayInterval{month_days(year, 1).from, month_days(year, 12).to};
    case Grain::kDecade:
      return DayInterval{month_days(year, 1).from, month_days(year + 9, 12).to};
    case Grain::kCentury:
      return DayInterval{month_days(year, 1).from, month_days(year + 99, 12).to};
  }
  return std::nullopt;
}

bool fits_weekday(const Moment& m, const DayInterval& found) {
  return !m.weekday || m.grain != Grain::kDay || iso_weekday(*found.from) == *m.weekday;
}

// Of intervals in ascending order the one that the tense asks for: the latest begun, or the earliest not over. Where a
// weekday is named too, one that agrees with it, on the other side of the anchor if need be.
MaybeDays choose(const Moment& m, std::vector<DayInterval> candidates, Day published, bool ahead) {
  // A weekday that agrees with the date in no year nearby is a slip of the pen.
  constexpr days kNearby{450};
  auto agrees = [&](const DayInterval& found) { return fits_weekday(m, found); };
  auto nearby = [&](const DayInterval& found) {
    return agrees(found) && *found.from > published - kNearby && *found.from < published + kNearby;
  };
  if (!(m.month && m.day) || std::ranges::any_of(candidates, nearby))
    std::erase_if(candidates, [&](const DayInterval& found) { return !agrees(found); });
  if (candidates.empty()) return std::nullopt;
  auto begun = [&](const DayInterval& found) { return *found.from <= published; };
  auto over = [&](const DayInterval& found) { return *found.to < published; };
  if (ahead) {
    auto next = std::ranges::find_if_not(candidates, over);
    return next == candidates.end() ? candidates.back() : *next;
  }
  auto last = std::find_if(candidates.rbegin(), candidates.rend(), begun);
  return last == candidates.rend() ? candidates.front() : *last;
}

std::vector<DayInterval> candidates_of(const Moment& m, Day published) {
  std::vector<DayInterval> out;
  if (m.grain == Grain::kDay && !m.month && m.holiday.empty()) {
    if (m.day) {
      int reach = m.weekday ? 14 : 2;  // months; "Friday the 13th" comes round within fourteen
      for (int shift = -reach; shift <= reach; ++shift) {
        DayInterval whole = month_days(year_of(published), static_cast<int>(month_of(published)) + shift);
        if (Day day = *whole.from + days(*m.day - 1); day <= *whole.to) out.push_back({day, day});
      }
    } else if (m.weekday) {
      for (int shift = -7; shift <= 7; ++shift) out.push_back({published + days(shift), published + days(shift)});
    }
    return out;
  }
  for (int year = year_of(published) - kYearsBack; year <= year_of(published) + kYearsBack; ++year)
    if (auto found = in_year(m, year)) out.push_back(*found);
  return out;
}

// A season named with its year may be either winter that touches it.
MaybeDays with_year(const Moment& m) {
  auto found = in_year(m, *m.year);
  if (found && m.grain == Grain::kSeason && year_of(*found->to) != *m.year) found->from = month_days(*m.year, 1).from;
  return found;
}

std::string value_in(const Moment& m, const MaybeDays& found) {
  std::string year = found    ? fmt::format("{:04}", year_of(*found->from))
                     : m.year ? fmt::format("{:04}", *m.year)
                              : "XXXX";
  switch (m.grain) {
    case Grain::kDay:
      if (found) return to_string(*found->from);
      if (m.month && m.day) return fmt::format("{}-{:02}-{:02}", year, *m.month, *m.day);
      if (m.day) return fmt::format("XXXX-XX-{:02}", *m.day);
      return m.weekday ? fmt::format("XXXX-WXX-{}", *m.weekday) : "XXXX-XX-XX";
    case Grain::kWeek:
      return found ? iso_week(*found->from) : "XXXX-WXX";
    case Grain::kWeekend:
      return found ? iso_week(*found->from) + "-WE" : "XXXX-WXX-WE";
    case Grain::kMonth:
      return m.month ? fmt::format("{}-{:02}", year, *m.month) : "XXXX-XX";
    case Grain::kQuarter:
      return fmt::format("{}-Q{}", year, m.part);
    case Grain::kHalf:
      return fmt::format("{}-H{}", year, m.part);
    case Grain::kSeason:
      return fmt::format("{}-{}", m.year ? fmt::format("{:04}", *m.year) : year, m.season.substr(0, 2));
    case Grain::kYear:
      return year;
    case Grain::kDecade:
      return year.substr(0, 3);
    case Grain::kCentury:
      return year.substr(0, 2);
  }
  return year;
}

}  // namespace

Resolved resolve(const Moment& m, const TimeAnchor& anchor) {
  Resolved out;
  out.absolute = m.year && !m.relative;
  MaybeDays found = m.days;
  if (!found && m.year) found = with_year(m);
  bool chosen = false;
  if (!found && !m.year && !m.relative && anchor.published) {
    found = choose(m, candidates_of(m, *anchor.published), *anchor.published, anchor.ahead);
    chosen = found && !m.exact_day();
  }
  out.value = !m.value.empty() ? m.value : value_in(m, found);
  if (!found) return out;
  out.days = portion_of(*found, m.portion, m.grain);
  if ((chosen || m.current) && m.grain != Grain::kDay && anchor.published && out.days->from && out.days->to) {
    Day now = *anchor.published;
    if (*out.days->from <= now && now <= *out.days->to) (anchor.ahead ? out.days->from : out.days->to) = now;
  }
  return out;
}

}  // namespace sumario::read
