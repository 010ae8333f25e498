// A point or stretch of the calendar as words name it, often in part ("November", "Friday the 13th"), and its
// resolution to days. Internal to src/read/time.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/day.h"

namespace sumario::read {

enum class Grain : uint8_t { kDay, kWeek, kWeekend, kMonth, kQuarter, kHalf, kSeason, kYear, kDecade, kCentury };
enum class Portion : uint8_t { kWhole, kStart, kMid, kEnd, kHalf1, kHalf2 };

// What relative words are resolved against.
struct TimeAnchor {
  std::optional<Day> published;
  bool ahead = false;  // the clause speaks of the future
};

struct Moment {
  Grain grain = Grain::kDay;
  std::optional<int> year, month, day, weekday;  // weekday: ISO, Monday is 1
  std::optional<int> which;                      // which weekday or week of the month (or of the year), -1 for the last
  int part = 0;                                  // quarter 1 to 4, half 1 or 2
  std::string season;                            // TIMEX3 code and months, as knowledge/time/seasons.txt
  std::string holiday;                           // rule, as knowledge/time/holidays.txt
  Portion portion = Portion::kWhole;

  std::optional<DayInterval> days;  // found already, from the anchor or an earlier expression; then `value` stands too
  std::string value;
  bool relative = false;  // needed an anchor; without one `days` stays absent
  bool current = false;   // "this week": cut off at the day of publication on the side that the tense rules out
  bool exact_day() const {
    return grain == Grain::kDay && portion == Portion::kWhole && (!days || days->from == days->to);
  }
};

struct Resolved {
  std::string value;
  std::optional<DayInterval> days;
  bool absolute = false;
};

// Constant time. A bare month, weekday or day of the month is the latest that began by the day of publication, or with
// `ahead` the earliest that is not over.
Resolved resolve(const Moment& moment, const TimeAnchor& anchor);

// Calendar arithmetic, ISO 8601.
int iso_weekday(Day day);  // 1 to 7
Day monday_of(Day day);
std::string iso_week(Day day);  // "2020-W47"
Day iso_week_start(int year, int week);
Day add_months(Day day, int months);  // clamped to the month's length
std::optional<Day> holiday_in(std::string_view rule, int year);
DayInterval month_days(int year, int month);  // month may run past 12 or below 1
// Weeks begin on Sunday or Monday by country: both are inside.
inline DayInterval week_days(Day monday) { return {monday - std::chrono::days(1), monday + std::chrono::days(6)}; }
inline DayInterval one(Day day) { return {day, day}; }
Grain grain_of(std::string_view unit);  // of a unit's ISO 8601 duration, as knowledge/time/units.txt
DayInterval portion_of(DayInterval whole, Portion portion, Grain grain);

}  // namespace sumario::read
