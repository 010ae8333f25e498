// Days and months of the calendar: numeric dates and month names.
#include <algorithm>

#include "read/time/grammar.h"

namespace sumario::read {
namespace {

constexpr int kThisCentury = 2000;

// Two-digit years as newspapers mean them: up to thirty years ahead of 2000 in this century, else the last.
int full_year(int two_digits) { return two_digits < 31 ? kThisCentury + two_digits : kThisCentury - 100 + two_digits; }

Moment day_moment(std::optional<int> year, int month, int day) {
  Moment m;
  m.year = year;
  m.month = month;
  m.day = day;
  return m;
}

bool month_and_day(int month, int day) { return month >= 1 && month <= 12 && day >= 1 && day <= 31; }

}  // namespace

// "2020-11-18", "2020/11/18", "11/18/2020", "18.11.2020", "11/18/20", "20201118". Where both of the first two numbers
// could be the month, slashes and hyphens are read the American way, points the European.
Grammar::Found Grammar::numeric_date(int i) const {
  if (!is_number(i)) return {};
  const Piece& a = piece(i);
  if (a.digits == 8 && a.number > 0 && isolated(i, i + 1)) {
    int y = a.number / 10000, m = a.number / 100 % 100, d = a.number % 100;
    if (y >= 1900 && y < 2100 && month_and_day(m, d)) return {i + 1, day_moment(y, m, d)};
  }
  if (!is_mark(i + 1, "-/.") || !joined(i + 1) || !is_number(i + 2) || !joined(i + 2)) return {};
  bool third = is_number(i + 4) && joined(i + 4) && joined(i + 3) && (is(i + 3, piece(i + 1).lower) || is(i + 3, ","));
  bool spaced_year = is(i + 3, ",") && piece(i + 4).digits == 4;  // "06/06, 2015"
  if (!(third || spaced_year) || !isolated(i, i + 5)) return {};
  const Piece &b = piece(i + 2), &c = piece(i + 4);
  if (a.digits == 4 && a.number >= 1000 && b.digits <= 2 && c.digits <= 2 && third && month_and_day(b.number, c.number))
    return {i + 5, day_moment(a.number, b.number, c.number)};
  if (a.digits > 2 || b.digits > 2 || (c.digits != 4 && c.digits != 2)) return {};
  if (c.digits == 2 && is(i + 1, ".")) return {};
  int y = c.digits == 4 ? c.number : full_year(c.number);
  bool day_first = is(i + 1, ".") || a.number > 12;
  int m = day_first ? b.number : a.number, d = day_first ? a.number : b.number;
  if (!month_and_day(m, d) || y < 1000) return {};
  return {i + 5, day_moment(y, m, d)};
}

// "2015-3", "2015/03", "11/2016", "11 - 2016". "2012-18" and "2010-11" are ranges of years.
Grammar::Found Grammar::year_month_numbers(int i) const {
  if (!is_number(i) || !is_mark(i + 1, "-/.") || !is_number(i + 2)) return {};
  bool tight = joined(i + 1) && joined(i + 2);
  if (is(i + 1, ".") && !tight) return {};
  if (!isolated(i, i + 3)) return {};
  const Piece &a = piece(i), &b = piece(i + 2);
  const Piece &y = a.digits == 4 ? a : b, &m = a.digits == 4 ? b : a;
  if (y.digits != 4 || m.digits > 2 || y.number < 1900 || y.number > 2100 || m.number < 1 || m.number > 12) return {};
  if (&y == &b && is(i + 1, ".")) return {};
  if (&y == &a && m.digits == 2 && m.number > y.number % 100) return {};
  Moment moment;
  moment.grain = Grain::kMonth;
  moment.year = y.number;
  moment.month = m.number;
  return {i + 3, moment};
}

// "4/22" only where it cannot be a score or a fraction: one part over twelve, or a weekday or "on" before it. "7.6"
// only behind a weekday, and never where it may be a clock's ("Sunday 7.30").
Grammar::Found Grammar::day_month_numbers(int i) const {
  if (!is_number(i) || !is_mark(i + 1, "-/.") || !joined(i + 1) || !is_number(i + 2) || !joined(i + 2)) return {};
  const Piece &a = piece(i), &b = piece(i + 2);
  if (a.digits > 2 || b.digits > 2 || !isolated(i, i + 3)) return {};
  bool slash = is(i + 1, "/");
  if (is(i + 1, ".") && !(b.digits == 1 && has(i - 1, TimeWord::kWeekday))) return {};
  bool cue = is(i - 1, "on") || has(i - 1, TimeWord::kWeekday) ||
             (slash && (has(i - 1, TimeWord::kBound) || has(i - 1, TimeWord::kShift)));
  bool hours =
      (joined(i + 3) && is_word(i + 3)) || is(i + 3, "am") || is(i + 3, "pm") || is(i + 3, "a") || is(i + 3, "p");
  bool day_first = a.number > 12;
  int m = day_first ? b.number : a.number, d = day_first ? a.number : b.number;
  if (!month_and_day(m, d)) return {};
  if (hours || (slash ? !cue && (d <= 12 || (a.number == 24 && b.number == 7)) : !cue)) return {};
  return {i + 3, day_moment(std::nullopt, m, d)};
}

// A month's name, its point included where it is an abbreviation; not the verbs, people and modals spelled alike.
Grammar::Term Grammar::month(int i) const {
  Term name = term(i, TimeWord::kMonth);
  if (!name || (is_mark(i - 1, "$#@") && joined(i))) return {};
  if (piece(i).lower.size() <= 4 && is(name.end, ".") && joined(name.end)) ++name.end;
  return name;
}

// "May", "March" and names of people without a day or year beside them.
bool Grammar::month_name_stands_alone(int i, const Term& name) const {
  bool cued = is(i - 1, "in") || is(i - 1, "of") || is(i - 1, "from") || is(i - 1, "between") || is(i - 1, "and") ||
              is(i - 1, "-") || has(i - 1, TimeWord::kShift) || has(i - 1, TimeWord::kBound) ||
              has(i - 1, TimeWord::kPortion);
  std::string_view pos = tag(i);
  if (pos == "MD" || entity(i) == "PERSON") return false;
  bool abbreviation = piece(i).lower.size() <= 3 && piece(i).lower != "may";
  if (abbreviation && !piece(i).capital && !cued) return false;
  if (abbreviation && !cued && name.end == i + 1 && piece(i).lower == "mar") return false;
  if (!piece(i).capital && !cued && !pos.starts_with("NN")) return false;  // "march", "may"
  if (!piece(i).capital && pos.starts_with("V")) return false;
  bool name_before = i > 0 && is_word(i - 1) && piece(i - 1).capital && tag(i - 1) == "NNP" && !piece(i).newline &&
                     !has(i - 1, TimeWord::kWeekday) && !has(i - 1, TimeWord::kShift) &&
                     !has(i - 1, TimeWord::kPortion) && !has(i - 1, TimeWord::kBound) && !cued;
  if (name_before && (piece(i).lower == "may" || piece(i).lower == "june" || piece(i).lower == "april" ||
                      piece(i).lower == "march" || piece(i).lower == "august"))
    return false;  // "Theresa May"
  bool name_after =
      is_word(name.end) && piece(name.end).capital && tag(name.end) == "NNP" && !cued && entity(name.end) == "PERSON";
  return !name_after;
}

// The year that a date shares with the one it is joined to: "on Nov. 12 and into Nov. 13, 2022".
void Grammar::share_year(int i, Moment& moment) const {
  constexpr int kListed = 4;
  for (int at = i, seen = 0; seen < kListed && !moment.year; ++seen) {
    int joint = at;
    if (is(joint, ",")) ++joint;
    if (is(joint, "and") || is(joint, "or")) ++joint;
    if (joint == at) return;
    if (is(joint, "on") || is(joint, "into") || is(joint, "in")) ++joint;
    Term name = month(joint);
    Term day = name ? day_number(name.end, false) : Term{};
    if (!name) return;
    Moment next;
    at = year_after(day ? day.end : name.end, next);
    if (next.year && !next.relative) moment.year = *next.year - (moment.month && *moment.month > name.number ? 1 : 0);
  }
}

int Grammar::year_after(int i, Moment& moment) const {
  int at = i;
  bool comma = is(at, ",");
  if (comma || is(at, "of") || is(at, "in") || is(at, "-") || is(at, "/")) ++at;
  bool linked = at > i;
  at = skip_the(at);
  if (is(at, "year") && (is_number(at + 1) || linked)) ++at;
  if (is_mark(i, "-/") && (!joined(i) || !joined(at))) return i;
  if (Term y = year(at)) {
    bool counted = has(y.end, TimeWord::kCounted) && !possessive(y.end);
    bool decade = joined(y.end) && is_word(y.end);
    if (counted || decade || !free_right(y.end)) return i;
    moment.year = y.number;
    return y.end;
  }
  if (is(at, "'") && is_number(at + 1) && joined(at + 1) && piece(at + 1).digits == 2) {
    moment.year = full_year(piece(at + 1).number);
    return at + 2;
  }
  bool two_digits = is_number(at) && piece(at).digits == 2 && piece(at).number > 31 && plain(at) && !comma;
  if (two_digits && free_right(at + 1) && !(is_word(at + 1) && joined(at + 1))) {
    moment.year = full_year(piece(at).number);
    return at + 1;
  }
  Term word = shift(at);
  if (!comma && word && is(word.end, "year")) {
    moment.relative = true;
    if (published_) moment.year = year_of(*published_) + word.number;
    return word.end + 1;
  }
  return i;
}

// "November 18, 2020", "Nov. 18", "November the 18th", "Oct/2", "November 2020", "November".
Grammar::Found Grammar::month_first(int i) const {
  Term name = month(i);
  if (!name) return {};
  Moment m;
  m.month = name.number;
  int at = name.end;
  if (is_mark(at, "-/") && joined(at) && joined(at + 1))
    ++at;
  else if (is(at, ",") && ordinal(at + 1))
    ++at;
  at = skip_the(at);
  if (Term day = day_number(at, true); day && !(is(name.end, "-") && !joined(name.end))) {
    bool ordinal_day = static_cast<bool>(ordinal(at));
    bool counted = !ordinal_day && is(i - 1, "in") && tag(day.end) == "NNS" && !is(day.end, ",");
    bool code = is_mark(day.end, "/-.") && joined(day.end) && is_number(day.end + 1) && joined(day.end + 1) &&
                piece(day.end + 1).digits < 3;
    bool modal = tag(i) == "MD" && !piece(i).capital && tag_or_none(day.end).starts_with("N");
    if (!counted && !(code && is(day.end, ".")) && !modal && !spelled_year(at)) {
      m.day = day.number;
      int end = year_after(day.end, m);
      share_year(end, m);
      return {end, m};
    }
  }
  m.grain = Grain::kMonth;
  int end = year_after(name.end, m);
  if (is_mark(name.end, "-/") && end == name.end && joined(name.end)) {  // "September-2020-23"
    if (Term y = year(name.end + 1)) {
      m.year = y.number;
      end = y.end;
    }
  }
  if (end > name.end && is_mark(end, "-/") && joined(end) && is_number(end + 1) && piece(end + 1).digits <= 2 &&
      is_mark(name.end, "-/")) {
    m.grain = Grain::kDay;
    m.day = piece(end + 1).number;
    return {end + 2, m};
  }
  if (end == name.end && !month_name_stands_alone(i, name)) return {};
  return {end, m};
}

// "18 November 2020", "18th of November", "22 of Jan", "the 18th day of November", "05-Aug-2016", "22april".
Grammar::Found Grammar::day_first(int i) const {
  int start = skip_the(i);
  Term day = day_number(start, false);
  if (!day && is_number(start) && plain(start) && piece(start).digits <= 2 && has(start + 1, TimeWord::kMonth))
    day = {start + 1, piece(start).number, {}};
  if (!day && !is_number(start)) day = number_words(start);
  if (!day || day.number < 1 || day.number > 31) return {};
  int at = day.end;
  if (is(at, "day")) ++at;
  if (is(at, "of") || (is_mark(at, "-/") && joined(at) && joined(at + 1)) || (is(at, ".") && joined(at))) ++at;
  if (Term y = year(at);
      y && is_mark(day.end, "-/") && is_mark(y.end, "-/") && month(y.end + 1)) {  // "23-2020-September"
    Term name = month(y.end + 1);
    return {name.end, day_moment(y.number, name.number, day.number)};
  }
  Term name = month(at);
  if (!name || (tag(at) == "MD" && !piece(at).capital && !is(at - 1, "of"))) return {};
  Moment m;
  m.month = name.number;
  m.day = day.number;
  return {year_after(name.end, m), m};
}

// "2020 November", "2019-Aug-1", "2020/23/Sep", "2016 10 16".
Grammar::Found Grammar::year_first(int i) const {
  Term y = is_number(i) ? year(i) : Term{};
  if (!y) return {};
  if (is_number(i + 1) && is_number(i + 2) && piece(i + 1).digits == 2 && piece(i + 2).digits == 2 && y.number > 1900 &&
      month_and_day(piece(i + 1).number, piece(i + 2).number) && isolated(i, i + 3))
    return {i + 3, day_moment(y.number, piece(i + 1).number, piece(i + 2).number)};
  bool tight = is_mark(y.end, "-/") && joined(y.end) && joined(y.end + 1);
  int at = tight || is(y.end, ",") ? y.end + 1 : y.end;
  if (tight && is_number(at) && piece(at).digits <= 2 && is_mark(at + 1, "-/") && month(at + 2)) {
    Term name = month(at + 2);
    return {name.end, day_moment(y.number, name.number, piece(at).number)};
  }
  Term name = month(at);
  if (!name || tag(at) == "MD" || (is(y.end, ",") && year(name.end))) return {};
  Moment m;
  m.year = y.number;
  m.month = name.number;
  m.grain = Grain::kMonth;
  if (tight && is_mark(name.end, "-/") && joined(name.end) && is_number(name.end + 1) &&
      piece(name.end + 1).digits <= 2) {
    m.grain = Grain::kDay;
    m.day = piece(name.end + 1).number;
    return {name.end + 2, m};
  }
  if (is_number(name.end) && piece(name.end).digits <= 2) return {};  // "In 2020 May 5 ..." reads the other way
  return {name.end, m};
}

}  // namespace sumario::read
