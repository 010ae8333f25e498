// Weekdays, holidays and days of a month that the words leave open.
#include <algorithm>

#include "read/time/grammar.h"

namespace sumario::read {

// "Monday", "Mon. Nov. 16, 2020", "Friday the 13th", "Tuesday of next week", "Friday (June 15)".
Grammar::Found Grammar::weekday(int i) const {
  Term name = term(i, TimeWord::kWeekday);
  if (!name) return {};
  bool abbreviation = piece(i).lower.size() <= 5;
  int end = name.end;
  bool pointed = abbreviation && is(end, ".") && joined(end);
  if (pointed) ++end;
  int at = is(end, ",") || (is_mark(end, "-(") && end < size()) ? end + 1 : end;
  at = skip_the(at);
  bool bracket = is(end, "(");
  if (!(is(end, "-") && !joined(end))) {
    for (auto rule :
         {&Grammar::numeric_date, &Grammar::day_month_numbers, &Grammar::month_first, &Grammar::day_first}) {
      Found date = (this->*rule)(at);
      if (!date || date.moment.grain != Grain::kDay || (bracket && !is(date.end, ")"))) continue;
      if (!date.moment.year) date.moment.weekday = name.number;
      return {bracket ? date.end + 1 : date.end, date.moment};
    }
  }
  Moment m;
  m.weekday = name.number;
  bool the = is(end, "the");
  if (Term day = day_number(skip_the(end), the)) {
    // "Monday 21" only where nothing is counted: at the end of a phrase, or before a clock time.
    bool alone = day.end >= size() || (!is_word(day.end) && !is_number(day.end) && !is_mark(day.end, "-/%,")) ||
                 is(day.end, "at");
    if (ordinal(skip_the(end)) || the || (alone && piece(end).digits == 2)) {
      m.day = day.number;
      return {day.end, m};
    }
  }
  int week = skip_the(is(end, ",") || is(end, "of") || is(end, "in") ? end + 1 : end);
  Term move = shift(week);
  for (auto rule : {&Grammar::shifted, &Grammar::story}) {
    if (rule == &Grammar::shifted && !(move && unit(move.end))) continue;  // and no weekday of a weekday
    Found base = (this->*rule)(week);
    if (!base || base.moment.grain != Grain::kWeek) continue;
    base.moment.grain = Grain::kDay;
    base.moment.current = false;
    if (base.moment.days) {
      Day monday = monday_of(*base.moment.days->from + std::chrono::days(3));
      Day day = monday + std::chrono::days(name.number - 1);
      base.moment.days = DayInterval{day, day};
      base.moment.value = to_string(day);
    } else {
      base.moment.value = resolve(m, {}).value;
    }
    base.moment.weekday = name.number;
    return base;
  }
  bool cued = is(i - 1, "on") || is(i - 1, "by") || is(i - 1, "or") || is(i - 1, "and") ||
              has(i - 1, TimeWord::kBound) || has(i - 1, TimeWord::kShift) || has(i - 1, TimeWord::kPortion) ||
              is(i - 1, "from") || is(i - 1, "to") || is(i - 1, "week");
  if (abbreviation && !cued && !pointed && !(piece(i).capital && piece(i).lower.size() > 3) && !piece(i).capital)
    return {};
  bool word_too =
      piece(i).lower == "sun" || piece(i).lower == "sat" || piece(i).lower == "wed" || piece(i).lower == "mon";
  if (word_too && !cued) return {};
  if (entity(i) == "PERSON" && !cued) return {};
  return {end, m};
}

// "the first Friday of July 2016", "last Monday in May", "the third Wednesday of next month".
Grammar::Found Grammar::nth_weekday(int i) const {
  int at = skip_the(i);
  Term which = ordinal(at);
  if (!which && is(at, "last")) which = {at + 1, -1, {}};
  if (!which || which.number > 5) return {};
  Term name = term(which.end, TimeWord::kWeekday);
  if (!name) return {};
  if (!is(name.end, "of") && !is(name.end, "in")) {  // "a second Monday", of which month nobody says
    if (which.number < 0) return {};
    Moment m;
    m.relative = true;
    m.weekday = name.number;
    return {name.end, m};
  }
  Found base = month_first(name.end + 1);
  if (!base) base = shifted(name.end + 1);
  if (!base || base.moment.grain != Grain::kMonth) return {};
  Moment m = base.moment;
  m.grain = Grain::kDay;
  m.weekday = name.number;
  m.which = which.number;
  m.current = false;
  m.days.reset();
  m.value.clear();
  return {base.end, m};
}

Grammar::Found Grammar::holiday(int i) const {
  Term name = term(i, TimeWord::kHoliday);
  if (!name || (!piece(i).capital && is(name.end, "island"))) return {};
  Moment m;
  m.holiday = name.value;
  if (auto once = parse_day(name.value)) m.year = year_of(*once);
  int end = year_after(name.end, m);
  if (is(end, "weekend")) {
    m.grain = Grain::kWeekend;
    ++end;
    if (!m.year) end = year_after(end, m);
  }
  return {end, m};
}

// "on the 18th", "the 20th of next month", "the 26th day of the month".
Grammar::Found Grammar::day_of_month(int i) const {
  int start = skip_the(i);
  Term day = ordinal(start);
  bool is_ordinal = static_cast<bool>(day);
  if (!day) day = day_number(start, start > i);
  if (!day || day.number < 1 || day.number > 31) return {};
  int at = is(day.end, "day") ? day.end + 1 : day.end;
  int base_at = is(at, "of") || is(at, "in") ? at + 1 : at;
  Found base = shifted(base_at);
  if (!base && base_at > at && is(base_at, "the") && is(base_at + 1, "month")) {
    base = shifted_unit(base_at + 2, 0, Term{base_at + 2, 0, "P1M"});
  }
  if (base && base.moment.grain == Grain::kMonth) {
    Moment m = base.moment;
    m.grain = Grain::kDay;
    m.day = day.number;
    m.current = false;
    m.days.reset();
    m.value.clear();
    return {base.end, m};
  }
  // Alone only after "on" or "for" and at the end of a phrase: "on the 18th", not "the 18th floor". In words it must
  // close the sentence: "on the second charge", "on the first and third counts".
  bool closes = day.end >= size() || is_mark(day.end, ".!?");
  bool ends = closes || (is_number(start) && (tag(day.end) == "IN" || tag(day.end) == "CC" || tag(day.end) == "TO" ||
                                              is_mark(day.end, ",;)")));
  bool cued = is(i - 1, "on") || ((is(i - 1, "for") || is(i - 1, "of")) && start > i && (is_ordinal || closes));
  if (!ends || !cued || !(is_ordinal || start > i || closes) || (!is_ordinal && !is_number(start))) return {};
  if (is_mark(day.end, "%/-:") || possessive(day.end)) return {};
  Moment m;
  m.day = day.number;
  return {day.end, m};
}

// "Saturday, three days from now", "three weeks after Christmas on Friday": the weekday in the week so counted.
Grammar::Found Grammar::weekday_and_offset(int i) const {
  Term name = term(i, TimeWord::kWeekday);
  Found counted;
  int end = 0;
  if (name) {
    counted = offset(is(name.end, ",") ? name.end + 1 : name.end, 0);
    end = counted.end;
  } else {
    counted = offset(i, 0);
    if (!counted) counted = in_future(i);
    if (!counted || !is(counted.end, "on")) return {};
    name = term(counted.end + 1, TimeWord::kWeekday);
    end = name.end;
  }
  Resolved point = counted ? resolve(counted.moment, anchor(i)) : Resolved{};
  auto day = parse_day(point.value);
  if (!name || !day) return {};
  Moment m;
  m.relative = true;
  m.weekday = name.number;
  Day sunday = *day - std::chrono::days(iso_weekday(*day) % 7);
  m.days = one(sunday + std::chrono::days(name.number % 7));
  m.value = to_string(*m.days->from);
  return {end, m};
}

Grammar::Found Grammar::day_of_pair(int i) const {
  Term day = is_number(i) && (is(i - 1, "on") || is(i - 1, "at")) ? day_number(i, false) : Term{};
  if (!day || !(is(day.end, "and") || is(day.end, "or"))) return {};
  Found second = day_first(day.end + 1);
  if (!second || second.moment.grain != Grain::kDay || !second.moment.month) return {};
  second.moment.day = day.number;
  second.moment.weekday.reset();
  second.end = day.end;
  return second;
}

}  // namespace sumario::read
