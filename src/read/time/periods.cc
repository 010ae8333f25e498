// Quarters, halves, seasons, numbered weeks, years, decades and centuries.
#include <algorithm>
#include <string>

#include "read/time/grammar.h"

namespace sumario::read {

// "Q3 2016", "2017 Q1", "H1 2016", "the third quarter of 2016", "the third quarter this year".
Grammar::Found Grammar::named_quarter(int i) const {
  Moment m;
  auto code = [&](int at) -> int {
    bool quarter = is(at, "q"), half = is(at, "h");
    if (!(quarter || half) || !is_number(at + 1) || !joined(at + 1) || piece(at + 1).digits != 1) return 0;
    int n = piece(at + 1).number;
    if (n < 1 || n > (quarter ? 4 : 2)) return 0;
    m.grain = quarter ? Grain::kQuarter : Grain::kHalf;
    m.part = n;
    return at + 2;
  };
  if (int end = code(i)) {
    int after = year_after(end, m);
    if (after == end && m.grain == Grain::kHalf) return {};
    return {after, m};
  }
  if (Term y = is_number(i) ? year(i) : Term{}) {
    int at = is(y.end, "-") && joined(y.end) ? y.end + 1 : y.end;
    if (int end = code(at)) {
      m.year = y.number;
      return {end, m};
    }
    at = skip_the(at);
    if (Term which = ordinal(at); which && at > y.end && which.number <= 4 && is(which.end, "quarter")) {
      m.grain = Grain::kQuarter;
      m.part = which.number;
      m.year = y.number;
      return {which.end + 1, m};
    }
    return {};
  }
  // "next year's third quarter", "2016's third quarter"
  Moment owner;
  int owned = year_after(i, owner);
  if (owned > i && possessive(owned) && !is_mark(i, ",-/")) {
    Term which = ordinal(owned + 2);
    int at = which && is(which.end, "-") ? which.end + 1 : which.end;
    if (!which || which.number > 4 || !is(at, "quarter")) return {};
    owner.grain = Grain::kQuarter;
    owner.part = which.number;
    return {at + 1, owner};
  }
  Term which = ordinal(skip_the(i));
  if (!which || which.number > 4) return {};
  int at = is(which.end, "-") ? which.end + 1 : which.end;
  bool quarter = is(at, "quarter"), half = is(at, "half") && which.number <= 2;
  if (!quarter && !half) return {};
  m.grain = quarter ? Grain::kQuarter : Grain::kHalf;
  m.part = which.number;
  int end = year_after(at + 1, m);
  if (end == at + 1 && quarter && is(end, "of") && is(end + 1, "the") && is(end + 2, "year")) end += 3;
  return end > at + 1 ? Found{end, m} : Found{};  // "the third quarter" alone is a game's
}

// "summer 2016", "the spring of 1978", "summer". Spring and fall are other things too.
Grammar::Found Grammar::season(int i) const {
  int start = skip_the(i);
  Term name = term(start, TimeWord::kSeason);
  if (!name) return {};
  Moment m;
  m.grain = Grain::kSeason;
  m.season = name.value;
  int end = year_after(name.end, m);
  if (end > name.end) return {end, m};
  if (is(name.end, "of") || !tag(start).starts_with("NN")) return {};
  bool cued = start > i || is(start - 1, "in") || is(start - 1, "since") || is(start - 1, "by") ||
              is(start - 1, "during") || has(start - 1, TimeWord::kPortion);
  bool ambiguous = piece(start).lower == "fall" || piece(start).lower == "spring";
  if (ambiguous && !(cued && (is(i - 1, "in") || is(i - 1, "by") || is(i - 1, "since") || is(i - 1, "during"))))
    return {};
  bool name_of_something = piece(start).capital && start > 0 && is_word(start - 1) && piece(start - 1).capital && !cued;
  bool before_noun = tag_or_none(name.end).starts_with("NN");                            // "the summer school"
  bool acts = piece(start).capital && !cued && tag_or_none(name.end).starts_with("VB");  // Mr Winter said
  if (name_of_something || before_noun || acts || entity(start) == "PERSON") return {};
  if (tag_or_none(name.end).starts_with("NNP") && piece(start).capital) return {};
  return {name.end, m};
}

// "week 31", "the first week of July", "the last week of 2016", "the week of April 10", "the month of January".
Grammar::Found Grammar::week_of(int i) const {
  int start = skip_the(i);
  Moment m;
  m.grain = Grain::kWeek;
  if (is(start, "month") && is(start + 1, "of")) {
    Found named = month_first(start + 2);
    if (!named) return {};
    named.moment.grain = Grain::kMonth;
    return named;
  }
  if (is(start, "w") && is(start + 1, "/") && is(start + 2, "c")) {
    Found date = month_first(start + 3);
    if (!date || date.moment.grain != Grain::kDay) return {};
    date.moment.grain = Grain::kWeek;
    return date;
  }
  if (is(start, "weekend") && is(start + 1, "of")) {
    Found named = holiday(start + 2);
    if (!named) return {};
    named.moment.grain = Grain::kWeekend;
    return named;
  }
  if (is(start, "week")) {
    if (start == i && is_number(start + 1) && piece(start + 1).digits <= 2 && piece(start + 1).number >= 1 &&
        piece(start + 1).number <= 53 && plain(start + 1)) {
      m.which = piece(start + 1).number;
      int end = year_after(start + 2, m);
      if (end == start + 2 && published_ && ahead(i)) {  // a plan counts the weeks of its own year
        m.year = year_of(*published_);
        m.relative = true;
      }
      return {end, m};
    }
    int at =
        is(start + 1, "of") || is(start + 1, "beginning") || is(start + 1, "starting") || is(start + 1, "commencing")
            ? start + 2
            : 0;
    if (!at) return {};
    if (is(at, "on")) ++at;
    Found date = month_first(at);
    if (!date) date = day_first(at);
    if (!date) date = day_of_month(at);
    if (!date || date.moment.grain != Grain::kDay) return {};
    if (date.moment.month) {
      date.moment.grain = Grain::kWeek;
    } else if (published_) {
      Resolved day = resolve(date.moment, anchor(i));
      if (day.days) {
        date.moment.days = DayInterval{monday_of(*day.days->from), monday_of(*day.days->from) + std::chrono::days(6)};
        date.moment.value = iso_week(*day.days->from);
        date.moment.relative = true;
      }
    }
    return date;
  }
  if (Found units = first_units(start)) return units;
  Term which = ordinal(start);
  if (!which && is(start, "last")) which = {start + 1, -1, {}};
  if (!which || !(is(which.end, "week") || is(which.end, "month")) ||
      !(is(which.end + 1, "of") || is(which.end + 1, "in") || has(which.end + 1, TimeWord::kShift)))
    return {};
  int at = is(which.end + 1, "of") || is(which.end + 1, "in") ? which.end + 2 : which.end + 1;
  if (is(which.end, "month")) {
    int end = year_after(which.end + 1, m);
    if (end == which.end + 1 || which.number < 1 || which.number > 12) return {};
    m.grain = Grain::kMonth;
    m.month = which.number;
    return {end, m};
  }
  m.which = which.number;
  Found base = month_first(at);
  if (!base) base = shifted(at);
  if (!base) base = bare_year(skip_the(at));
  if (!base || (base.moment.grain != Grain::kMonth && base.moment.grain != Grain::kYear)) return {};
  m.year = base.moment.year;
  m.month = base.moment.month;
  m.relative = base.moment.relative;
  return {base.end, m};
}

// "the first two weeks of 2021", "the last four months of this year".
Grammar::Found Grammar::first_units(int i) const {
  bool last = is(i, "last");
  if (!last && !is(i, "first")) return {};
  Span length = span(i + 1);
  if (!length || length.unit == 'T' || length.vague || !(is(length.end, "of") || is(length.end, "in"))) return {};
  Found base = shifted(length.end + 1);
  if (!base) base = month_first(length.end + 1);
  if (!base) base = bare_year(skip_the(length.end + 1));
  if (!base || (base.moment.grain != Grain::kMonth && base.moment.grain != Grain::kYear)) return {};
  base.moment.current = false;
  Resolved whole = resolve(base.moment, anchor(i));
  if (!whole.days) return {base.end, interval({}, {}, Grain::kYear)};
  auto away = [&](Day from, int sign) {
    return add_months(from, sign * length.months) + std::chrono::days(sign * length.days);
  };
  Day from = *whole.days->from, to = *whole.days->to + std::chrono::days(1);
  Moment m = last ? interval(away(to, -1), to - std::chrono::days(1), Grain::kYear)
                  : interval(from, away(from, 1) - std::chrono::days(1), Grain::kYear);
  m.relative = !whole.absolute;
  return {base.end, m};
}

// "1990s", "the 1970's", "the '40s", "the seventies", "the nineteen seventies"; not "in his 70s".
Grammar::Found Grammar::decade(int i) const {
  if (tag(i - 1) == "PRP$" || (has(i - 1, TimeWord::kPortion) && tag(i - 2) == "PRP$") ||
      (is(i - 1, "-") && tag(i - 3) == "PRP$"))
    return {};
  Moment m;
  m.grain = Grain::kDecade;
  int start = skip_the(i);
  int at = is(start, "'") ? start + 1 : start;
  if (is_number(at) && (piece(at).digits == 4 || piece(at).digits == 2) && piece(at).number % 10 == 0) {
    int end = at + 1;
    if (is(end, "'") && joined(end)) ++end;
    if (!is(end, "s") || (!joined(end) && piece(at).digits == 2 && start == i)) return {};
    if (piece(at).digits == 4) {
      if (piece(at).number < 1000 || piece(at).number > 2100) return {};
      m.year = piece(at).number;
    } else {
      bool cued = start > i || at > start || has(i - 1, TimeWord::kPortion) || is(i - 1, "-") ||
                  (is(i - 1, "in") && is(at + 1, "'"));
      if (!cued || !joined(end)) return {};
      m.year = piece(at).number < 30 ? 2000 + piece(at).number : 1900 + piece(at).number;
    }
    return {end + 1, m};
  }
  Term century = term(start, TimeWord::kNumber);
  if (century && century.number >= 17 && century.number <= 20) {
    if (Term name = term(century.end, TimeWord::kDecade)) {
      m.year = century.number * 100 + name.number;
      return {name.end, m};
    }
  }
  Term name = term(start, TimeWord::kDecade);
  if (!name || (start == i && !has(i - 1, TimeWord::kPortion) && !is(i - 1, "in"))) return {};
  m.year = name.number < 20 ? 2000 + name.number : 1900 + name.number;
  return {name.end, m};
}

Grammar::Found Grammar::century(int i) const {
  Term which = ordinal(skip_the(i));
  if (!which || which.number < 1 || which.number > 22) return {};
  int at = is(which.end, "-") ? which.end + 1 : which.end;
  if (!is(at, "century")) return {};
  Moment m;
  m.grain = Grain::kCentury;
  m.year = (which.number - 1) * 100;
  if (which.number == 1) m.year = 1;
  return {at + 1, m};
}

// Whether the words before a number make it a year.
bool Grammar::year_context(int i) const {
  constexpr std::string_view kBefore[] = {"in",    "since", "of",  "from", "between", "during", "for",  "around",
                                          "circa", "the",   "and", "to",   "or",      "early",  "late", "mid"};
  return std::ranges::find(kBefore, piece(i - 1).lower) != std::end(kBefore) || has(i - 1, TimeWord::kBound) ||
         has(i - 1, TimeWord::kPortion) || has(i - 1, TimeWord::kMonth) || has(i - 1, TimeWord::kSeason);
}

// "2018", "the year 2008", "year two hundred and sixty seven". A bare number of four digits between 1900 and 2099 is a
// year unless something says otherwise; older ones need a preposition.
Grammar::Found Grammar::bare_year(int i) const {
  Moment m;
  m.grain = Grain::kYear;
  int at = i;
  Term year_kind = term(at, TimeWord::kYearKind);
  bool house_year = year_kind && is(at + 1, "year");
  if (is(at, "calendar") || house_year) ++at;
  if (is(at, "year")) {
    int start = at + 1;
    Term y = cardinal(start);
    if (is_word(start) && !spelled_year(start) && tag_or_none(y.end).starts_with("N")) return {};
    if (Term spelled = spelled_year(start)) y = spelled;
    if (!y || y.number < 100 || y.number > 2199 || (is_number(start) && !plain(start))) return {};
    m.year = y.number;
    if (house_year) {  // its bounds differ by country and house
      m.year.reset();
      m.relative = true;
      m.value = std::string(year_kind.value) + std::to_string(y.number);
    }
    return {y.end, m};
  }
  bool context = year_context(i);
  Term y = year(i);
  if (!y || !isolated(i, y.end)) return {};
  if (is_word(i)) {
    bool pair = y.end == i + 2 || (y.number < 2000 && y.number >= 1700);
    if (!context && !(pair && y.number < 2000)) return {};
    if (tag_or_none(y.end).starts_with("NN")) return {};
  } else {
    if (y.number < 1900 && !context) return {};
    if (y.number < 1500 && !(is(i - 1, "in") || is(i - 1, "since") || is(i - 1, "until"))) return {};
    if (y.number >= 2100) return {};
    if (joined(y.end) && is_word(y.end)) return {};
    if (is(i - 1, "-") && is_number(i - 2)) return {};
    if (is(y.end, "-") && is_number(y.end + 1)) return {};
  }
  if (has(i - 1, TimeWord::kNotYear) || (is(i - 1, ".") && has(i - 2, TimeWord::kNotYear))) return {};
  if (has(y.end, TimeWord::kCounted) && !possessive(y.end)) return {};
  if (is(y.end, "%") || is(y.end, "percent") || is(y.end, "per")) return {};
  m.year = y.number;
  return {y.end, m};
}

}  // namespace sumario::read
