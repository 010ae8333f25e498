// Intervals: parts of a calendar unit, "from" and "to", and bounds open on one side.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "read/time/grammar.h"

namespace sumario::read {

using std::chrono::days;

// Ranges, bounds and plain dates all ask for the same place in turn.
Grammar::Found Grammar::core(int i, int depth) const {
  if (depth > 0) return longest_core(i, depth);
  if (asked_ != i) {
    answer_ = longest_core(i, 0);
    asked_ = i;
  }
  return answer_;
}

// The longest of everything that names one point or stretch.
Grammar::Found Grammar::longest_core(int i, int depth) const {
  Found best;
  auto keep = [&](Found found) {
    if (found.end > best.end) best = std::move(found);
  };
  constexpr std::array kRules = {
      &Grammar::holiday,
      &Grammar::numeric_date,
      &Grammar::year_month_numbers,
      &Grammar::day_month_numbers,
      &Grammar::month_first,
      &Grammar::day_first,
      &Grammar::year_first,
      &Grammar::weekday,
      &Grammar::nth_weekday,
      &Grammar::weekday_and_offset,
      &Grammar::day_of_pair,
      &Grammar::deictic,
      &Grammar::shifted,
      &Grammar::part_so_far,
      &Grammar::rolling,
      &Grammar::in_future,
      &Grammar::story,
      &Grammar::named_quarter,
      &Grammar::season,
      &Grammar::week_of,
      &Grammar::decade,
      &Grammar::century,
      &Grammar::bare_year,
      &Grammar::day_of_month,
      &Grammar::decades_from_now,
  };
  for (auto rule : kRules) keep((this->*rule)(i));
  keep(weekdays_away(i));
  keep(offset(i, depth));
  keep(unit_beside(i, depth));
  if (!best) return best;
  // "next week on Tuesday", "last week Sunday": the day governs.
  if (best.moment.grain == Grain::kWeek && best.moment.relative) {
    int at = is(best.end, "on") || is(best.end, "-") ? best.end + 1 : best.end;
    Term name = term(at, TimeWord::kWeekday);
    if (name && (!best.moment.days || best.moment.value.find('W') != std::string::npos)) {
      best.moment.grain = Grain::kDay;
      best.moment.weekday = name.number;
      best.moment.current = false;
      best.moment.value.clear();
      if (best.moment.days) {
        Day day = monday_of(*best.moment.days->from + days(3)) + days(name.number - 1);
        best.moment.days = DayInterval{day, day};
        best.moment.value = to_string(day);
      }
      best.end = name.end;
    }
  }
  return best;
}

// "early November", "the end of the year", "mid-2019", "the late 1990s", or the whole.
Grammar::Found Grammar::when(int i, int depth, bool article) const {
  if (article && is(i, "the")) {  // inside a longer expression the article belongs to it
    Found with = core(i, depth), without = when(i + 1, depth);
    return with.end >= without.end ? with : without;
  }
  Term portion = term(i, TimeWord::kPortion);
  if (!portion) return core(i, depth);
  int at = is(portion.end, "-") ? portion.end + 1 : portion.end;
  bool of = is(portion.end - 1, "of") || is(portion.end - 1, "in");
  bool current = of && (is(at, "the") || is(at, "year") || is(at, "month")) && has(skip_the(at), TimeWord::kUnit);
  Found whole = current ? Found{} : core(at, depth);
  if (!whole && of) {  // "the end of the month" is this month's
    Term unit = this->unit(skip_the(at));
    if (unit && !piece(skip_the(at)).lower.ends_with("s") && (is(at, "the") || is(at, "year") || is(at, "month")) &&
        unit.value != "P1D")
      whole = shifted_unit(i, 0, unit);
  }
  if (!whole || whole.moment.value.ends_with("REF") || whole.moment.portion != Portion::kWhole) return {};
  if (whole.moment.grain == Grain::kDay && (of || portion.value == "mid" || !whole.moment.exact_day())) return {};
  if (whole.moment.grain == Grain::kDay) return whole;  // "late Thursday" is Thursday
  constexpr std::array<std::pair<std::string_view, Portion>, 5> kPortions = {{{"start", Portion::kStart},
                                                                              {"mid", Portion::kMid},
                                                                              {"end", Portion::kEnd},
                                                                              {"half1", Portion::kHalf1},
                                                                              {"half2", Portion::kHalf2}}};
  for (auto [name, value] : kPortions)
    if (portion.value == name) whole.moment.portion = value;
  return whole;
}

// What may stand at either end of a range; `bare_numbers` lets a day of the month stand alone.
Grammar::Found Grammar::endpoint(int i, bool bare_numbers) const {
  Found found = when(i, 0, true);
  if (found && found.moment.value == "PAST_REF") return {};
  if (found || !bare_numbers) return found;
  if (is(i, "date") || (is(i, "current") && is(i + 1, "date"))) {
    Moment now;
    now.relative = true;
    now.value = "PRESENT_REF";
    if (published_) now.days = DayInterval{published_, published_};
    return {is(i, "date") ? i + 1 : i + 2, now};
  }
  Term day = day_number(skip_the(i), true);
  if (!day || (is_mark(day.end, ":%/") && joined(day.end))) return {};
  Moment m;
  m.day = day.number;
  return {day.end, m};
}

// Where the word between the two ends of a range stops, or 0.
int Grammar::range_joint(int i, bool between, bool opened) const {
  if (between && is(i, "and")) return i + 1;
  if (is(i, "to") || is(i, "through") || is(i, "until") || is(i, "till")) return i + 1;
  if (is(i, "up") && is(i + 1, "to") && opened) return i + 2;
  if (is(i, "-") || is(i, "~")) return i + 1;
  return 0;
}

Grammar::Expression Grammar::from_pair(int begin, Found a, Found b) const {
  Moment &x = a.moment, &y = b.moment;
  auto loose = [](const Moment& m) { return !m.year && !m.days && !m.relative; };
  if (loose(x) && x.day && !x.month && y.month) x.month = y.month, x.year = y.year, x.relative = y.relative;
  if (!y.days && !y.relative && y.day && !y.month && x.month) {
    y.month = x.month;
    if (!y.year) y.year = x.year;
    y.relative = x.relative;
    if (*y.day < *x.day) *y.month = *y.month % 12 + 1;
  }
  bool wraps = x.month && y.month && *x.month > *y.month;
  if (loose(x) && y.year && (x.month || !x.season.empty() || x.part))
    x.year = *y.year - (wraps ? 1 : 0), x.relative = y.relative;
  if (loose(y) && x.year && (y.month || !y.season.empty() || y.part))
    y.year = *x.year + (wraps ? 1 : 0), y.relative = x.relative;
  TimeAnchor at = anchor(begin);
  Resolved from = resolve(x, at), to = resolve(y, at);
  if (loose(x) && loose(y) && at.ahead && at.published && to.days) {  // the earliest that is not over
    from = resolve(x, {to.days->to, false});
  } else if (loose(y) && from.days) {  // the first such that is not over when the range begins
    to = resolve(y, {from.days->from, true});
    if (x.weekday && y.weekday && !y.month && !y.day) to = resolve(y, {*from.days->from + days(1), true});
    if (to.days && y.grain != Grain::kDay) {
      Moment whole = y;
      whole.year = year_of(*to.days->to);
      if (y.month) to = resolve(whole, at);
    }
  }
  Expression e{begin, b.end, TimexType::kDate, from.value + "/" + to.value, std::nullopt, from.absolute && to.absolute};
  if (from.days && to.days) {
    if (from.days->from && to.days->to && *from.days->from > *to.days->to) return {};
    e.days = DayInterval{from.days->from, to.days->to};
  }
  return e;
}

// "from 2012 to 2018", "between May and July", "Monday to Friday", "November 19-20", "2014 - 2018".
Grammar::Expression Grammar::range(int i) const {
  bool between = is(i, "between"), from = is(i, "from");
  int at = between || from ? i + 1 : i;
  if ((between || from) && is(at, "about")) ++at;
  Found a = endpoint(at, between || from);
  if (!a && is_number(i) && !is(i + 1, "-")) {  // "9 to 12 of June", "4 to 23 next month"
    a = endpoint(i, true);
    Found last = a ? day_first(a.end + 1) : Found{};
    if (a && !last) last = day_of_month(a.end + 1);
    if (!last || !(last.moment.month || last.moment.relative)) return {};
  }
  if (!a || a.moment.value.find('/') != std::string::npos) return {};
  int joint = range_joint(a.end, between, from);
  if (!joint) return {};
  bool hyphen = is(joint - 1, "-") || is(joint - 1, "~");
  bool day = a.moment.exact_day() && a.moment.day;
  Found b = endpoint(joint, between || from || (day && a.moment.month));
  if (!b && between) return {};
  if (!b || b.moment.value.find('/') != std::string::npos) return {};
  if (!between && !from) {
    bool alike = a.moment.grain == b.moment.grain || (hyphen && a.moment.month && b.moment.month) ||
                 (a.moment.year && b.moment.year) || (!hyphen && a.moment.year);
    if (!alike || (hyphen && (a.moment.relative || b.moment.relative))) return {};
  }
  if (!a.moment.month && !b.moment.month && a.moment.day && !a.moment.weekday && !b.moment.relative) return {};
  // A year behind the second day belongs to both: "November 19-20, 2015".
  if (b.moment.day && !b.moment.month && !b.moment.year) b.end = year_after(b.end, b.moment);
  if (b.moment.year && !b.moment.month && b.moment.day && !a.moment.year) a.moment.year = b.moment.year;
  return from_pair(i, a, b);
}

// "November between 19 and 20", "next week from Wednesday to Friday".
Grammar::Expression Grammar::range_within(int i) const {
  Found whole = core(i);
  if (!whole || !(is(whole.end, "between") || is(whole.end, "from"))) return {};
  bool month = whole.moment.grain == Grain::kMonth && whole.moment.month,
       week = whole.moment.grain == Grain::kWeek && whole.moment.relative;
  if (!month && !week) return {};
  int at = whole.end + 1;
  if (week) {
    Term a = term(at, TimeWord::kWeekday);
    int joint = a ? range_joint(a.end, true, true) : 0;
    Term b = joint ? term(joint, TimeWord::kWeekday) : Term{};
    if (!b) return {};
    if (!whole.moment.days) return {i, b.end, TimexType::kDate, "XXXX-WXX/XXXX-WXX", std::nullopt, false};
    Day monday = monday_of(*whole.moment.days->from + days(3));
    Day from = monday + days(a.number - 1), to = monday + days(b.number - 1);
    return {i, b.end, TimexType::kDate, to_string(from) + "/" + to_string(to), DayInterval{from, to}, false};
  }
  Term a = day_number(skip_the(at), false);
  int joint = a ? range_joint(a.end, true, true) : 0;
  Term b = joint ? day_number(skip_the(joint), false) : Term{};
  if (!b) return {};
  Found x = whole, y = whole;
  x.moment.grain = y.moment.grain = Grain::kDay;
  x.moment.day = a.number;
  y.moment.day = b.number;
  y.end = year_after(b.end, y.moment);
  return from_pair(i, x, y);
}

// "2012-18", "2012/13": the second number is the end of a year; "2012-2018".
Grammar::Expression Grammar::year_pair(int i) const {
  constexpr int kLongest = 16;  // years that two digits are trusted to span
  int at = is(i, "from") || is(i, "between") ? i + 1 : i;
  if (!is_number(at) || piece(at).digits != 4 || piece(at).number < 1500 || piece(at).number > 2100) return {};
  bool tight = joined(at + 1) && joined(at + 2);
  if (!is_mark(at + 1, "-/~") || !is_number(at + 2) || (!tight && is(at + 1, "/"))) return {};
  int first = piece(at).number, last = piece(at + 2).number;
  if (piece(at + 2).digits == 2 && tight) {
    last += first / 100 * 100;
    if (last > first + kLongest) return {};
  } else if (piece(at + 2).digits != 4 || is(at + 1, "/")) {
    return {};
  }
  if (!isolated(at, at + 3) || last <= first || last > 2100) return {};
  Found a = {at + 1, {}}, b = {at + 3, {}};
  a.moment.grain = b.moment.grain = Grain::kYear;
  a.moment.year = first;
  b.moment.year = last;
  return from_pair(i, a, b);
}

// "three days starting Monday", "two weeks from May 20".
Grammar::Expression Grammar::starting(int i) const {
  bool opened = is(i, "for");
  Span length = span(opened ? i + 1 : i);
  int at = is(length.end, ",") ? length.end + 1 : length.end;
  Term word = term(at, TimeWord::kBound);
  bool starts = !opened && (is(at, "starting") || is(at, "beginning")), since = opened && is(at, "from");
  if (!length || length.unit == 'T' || !(starts || since)) return {};
  Found base = when(starts ? word.end : at + 1);
  if (!base) return {};
  Resolved first = resolve(base.moment, {published_, true});
  Expression e{i, base.end, TimexType::kDate, first.value + "/" + length.value, std::nullopt, first.absolute};
  if (first.days && first.days->from) {
    Day from = *first.days->from;
    e.days = DayInterval{from, add_months(from, length.months) + days(length.days)};
  }
  return e;
}

// "10/1-11/7", "from 10/1/2018 - 10/7/2018".
Grammar::Expression Grammar::slash_range(int i) const {
  auto date = [&](int at) -> Found {
    auto number = [&](int n) { return is_number(n) ? piece(n).number : 0; };
    if (!is_number(at) || !is_mark(at + 1, "/-") || !is_number(at + 2) || !joined(at + 1) || !joined(at + 2)) return {};
    Moment m;
    m.month = number(at);
    m.day = number(at + 2);
    int end = at + 3;
    if (is(end, piece(at + 1).lower) && joined(end) && is_number(end + 1) && piece(end + 1).digits == 4) {
      m.year = number(end + 1);
      end += 2;
    } else if (is(end, ",") && piece(end + 1).digits == 4) {
      m.year = number(end + 1);
      end += 2;
    }
    bool sound = piece(at).digits <= 2 && piece(at + 2).digits <= 2 && *m.month >= 1 && *m.month <= 12 && *m.day >= 1 &&
                 *m.day <= 31;
    return sound ? Found{end, m} : Found{};
  };
  bool opened = is(i, "from") || is(i, "between");
  Found a = date(opened ? i + 1 : i);
  if (!a || (is(a.end, "-") && is((opened ? i + 2 : i + 1), "-") && !a.moment.year)) return {};
  int joint = range_joint(a.end, is(i, "between"), true);
  Found b = joint ? date(joint) : Found{};
  if (!b || !isolated(i, b.end)) return {};
  return from_pair(i, a, b);
}

bool Grammar::governs_noun(int begin, int end) const {
  if (possessive(end)) return true;
  return is(begin, "the") && end < size() && is_word(end) && tag(end).starts_with("NN");
}

Grammar::Expression Grammar::bounded(int begin, std::string_view how, const Found& found) const {
  Moment named = found.moment;
  // "Before the end of May" may be May's last day, "after the beginning of May" its first.
  bool edge =
      (how == "before" && named.portion == Portion::kEnd) || (how == "after" && named.portion == Portion::kStart);
  if (edge) named.portion = Portion::kWhole;
  Resolved when_ = resolve(named, {published_, how != "since" && ahead(begin)});
  Expression e{begin, found.end, TimexType::kDate, when_.value, std::nullopt, when_.absolute};
  if (!when_.days) return e;
  if (edge) {
    e.days = how == "before" ? DayInterval{std::nullopt, when_.days->to} : DayInterval{when_.days->from, std::nullopt};
    return e;
  }
  if (how == "since")
    e.days = DayInterval{when_.days->from, std::nullopt};
  else if (how == "after" && when_.days->to)
    e.days = DayInterval{*when_.days->to + days(1), std::nullopt};
  else if (how == "before" && when_.days->from)
    e.days = DayInterval{std::nullopt, *when_.days->from - days(1)};
  else if ((how == "until" || how == "by") && when_.days->to)
    e.days = DayInterval{std::nullopt, when_.days->to};
  return e;
}

// "since 2012", "until the end of March", "before Monday", "by May 2018", "no later than tomorrow".
Grammar::Expression Grammar::bound(int i) const {
  Term word = term(i, TimeWord::kBound);
  if (!word) return {};
  int at = is(word.end, "-") && joined(word.end) ? word.end + 1 : word.end;
  Found found = when(at, 0, true);
  if (!found && (is(at, "to") || is(at, "date"))) return {};
  if (!found || found.moment.value == "PAST_REF" || found.moment.value == "FUTURE_REF") return {};
  bool opens = word.value == "before" || word.value == "after";
  if (opens && governs_noun(at, found.end)) return {};
  if (is(at, "the") && governs_noun(at, found.end) && found.moment.grain != Grain::kSeason) return {};
  bool calendar_bound = is(i, "following") || is(i, "through") || is(i, "by") || is(i, "greater");
  if (calendar_bound && found.moment.value == "PRESENT_REF" && !is(i, "by")) return {};
  return bounded(i, word.value, found);
}

// "more than two weeks before today", "less than three days after tomorrow".
Grammar::Expression Grammar::offset_bound(int i) const {
  bool more = is(i, "more"), less = is(i, "less");
  if ((!more && !less) || !is(i + 1, "than")) return {};
  Found point = offset(i + 2, 0);
  if (!point) return {};
  Span length = span(i + 2);
  Expression e{i, point.end, TimexType::kDate, point.moment.value, std::nullopt, false};
  if (!point.moment.days) return e;
  Day day = parse_day(point.moment.value).value_or(*point.moment.days->from);
  bool back = is(length.end, "ago") || is(length.end, "before") || is(length.end, "earlier");
  Day base = add_months(day, back ? length.months : -length.months) + days(back ? length.days : -length.days);
  if (more)
    e.days = back ? DayInterval{std::nullopt, day} : DayInterval{day, std::nullopt};
  else
    e.days = back ? DayInterval{day, base} : DayInterval{base, day};
  return e;
}

// "2018 or later", "from Monday on".
Grammar::Expression Grammar::bound_after(int begin, const Found& found) const {
  Term word = term(found.end, TimeWord::kBoundAfter);
  if (word && is(word.end - 1, "after") && (is_word(word.end) || is_number(word.end))) return {};
  if (!word || (is(found.end, "on") && (!is(begin - 1, "from") || term(found.end + 1, TimeWord::kWeekday)))) return {};
  Found longer = found;
  longer.end = word.end;
  return bounded(begin, word.value, longer);
}

}  // namespace sumario::read
