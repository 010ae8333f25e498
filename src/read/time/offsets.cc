// Stretches that reach up to the day of publication or on from it, and distances from a day.
#include <algorithm>

#include "read/time/grammar.h"

namespace sumario::read {

using std::chrono::days;

// "the last two years", "the past week", "3 next weeks", "within nine months": reaching up to the day of publication,
// or on from it.
Grammar::Found Grammar::rolling(int i) const {
  int start = i;
  bool within = is(i, "within");
  int at = within ? skip_the(i + 1) : start;
  Term shift = this->shift(at);
  int direction = 0, end = 0;
  Span length;
  if (shift && shift.number != 0) {
    direction = shift.number;
    length = span(shift.end);
    if (!length) {
      Term unit = this->unit(shift.end);
      bool article = is(i - 1, "the") || within;
      if (!unit || !(article || is(at, "past")) || piece(shift.end).lower.ends_with("s")) return {};
      if (unit.value == "P10Y" || unit.value == "P100Y" || unit.value == "P1WE" || direction > 0 ||
          unit.value == "P3M" || unit.value.starts_with("PT") || unit.value == "P1D")
        return {};
      if (is(at, "previous") || is(at, "prior")) return {};
      length.end = unit.end;
      length.unit = unit.value.back();
      length.units = length.least_units = length.most_units = 1;
      if (unit.value == "P2W")
        length.days = 14;
      else if (length.unit == 'W')
        length.days = 7;
      else if (length.unit == 'M')
        length.months = unit.value == "P3M" ? 3 : 1;
      else
        length.months = 12;
    }
    end = length.end;
  } else if (within) {
    length = span(i + 1);
    direction = 1;
    end = length.end;
    if (length && !ahead(i)) return {};
    if (is(end, "of") || is(end, "after") || is(end, "from")) {
      bool now = is(end + 1, "today") || is(end + 1, "now");
      if (!now) return {};
      end += 2;
    }
  } else if (Count n = count(start)) {
    Term middle = this->shift(n.end);
    Term unit = middle ? this->unit(middle.end) : Term{};
    if (!unit || n.article || middle.number == 0 || !plural(middle.end)) return {};
    direction = middle.number;
    length = span_of(n, unit);
    end = unit.end;
  }
  if (!length || !direction || length.unit == 'T') return {};
  if (!published_) return {end, interval({}, {}, Grain::kDay)};
  Day now = *published_;
  if (length.unit == 'X' && !within) {  // decades, by the calendar
    int first = year_of(now) / 10 * 10, many = length.months / 12;
    return direction < 0
               ? Found{end, interval(first_of_month(first - many, 1), last_of_month(first - 1, 12), Grain::kDay)}
               : Found{end, interval(first_of_month(first + 10, 1), last_of_month(first + 9 + many, 12), Grain::kDay)};
  }
  if (length.months % 3 == 0 && is(end - 1, "quarters")) {  // quarters, by the calendar
    int quarter = (static_cast<int>(month_of(now)) - 1) / 3, many = length.months / 3, y = year_of(now);
    DayInterval first = month_days(y, 3 * (direction < 0 ? quarter - many : quarter + 1) + 1);
    DayInterval last = month_days(y, 3 * (direction < 0 ? quarter : quarter + 1 + many));
    return {end, interval(first.from, last.to, Grain::kDay)};
  }
  auto away = [&](int sign) { return add_months(now, sign * length.months) + days(sign * length.days); };
  Day tomorrow = now + days(within ? 0 : 1);  // "the next three days" begin tomorrow
  Moment m = direction < 0 ? interval(away(-1), now, Grain::kDay) : interval(tomorrow, away(1), Grain::kDay);
  return {end, m};
}

// Decades are counted by the calendar, and the article belongs to them.
Grammar::Found Grammar::decades_from_now(int i) const {
  if (!is(i, "the")) return {};
  Found found = rolling(i + 1);
  if (!found) found = shifted(i + 1);
  return found && (is(found.end - 1, "decade") || is(found.end - 1, "decades")) ? found : Found{};
}

// The days that lie `span` from `from`, in `direction`. The value is exact arithmetic. The interval is as wide as
// people mean it: days are exact; weeks three days either side; months the calendar month, and a week either side of
// the exact day; years the calendar year, and two months either side, in whole months; decades five years either side.
Grammar::Found Grammar::moved(const Span& span, Day from, bool from_exact, int direction) const {
  Moment m;
  m.relative = true;
  Day point = add_months(from, direction * span.months) + days(direction * span.days);
  m.value = to_string(point);
  DayInterval wide = one(point);
  char unit = span.unit;
  if (unit == 'T') {
    int whole_days = (span.minutes + 1439) / 1440;
    wide = direction < 0 ? DayInterval{from - days(whole_days), from} : DayInterval{from, from + days(whole_days)};
    m.value = to_string(span.minutes >= 1440 ? from + days(direction * span.minutes / 1440) : from);
  } else if (span.vague) {
    auto by = [&](int n) {
      if (unit == 'D') return from + days(direction * n);
      if (unit == 'W') return from + days(direction * n * 7);
      return add_months(from, direction * n * (unit == 'M' ? 1 : unit == 'Y' ? 12 : 120));
    };
    Day near = by(span.least_units), far = by(span.most_units);
    wide = {std::min(near, far), std::max(near, far)};
  } else if (from_exact && unit == 'W') {
    wide = {point - days(3), point + days(3)};
  } else if (from_exact && unit == 'M') {
    DayInterval month = month_days(year_of(point), static_cast<int>(month_of(point)));
    wide = {std::min(*month.from, point - days(7)), std::max(*month.to, point + days(7))};
  } else if (from_exact && unit == 'Y') {
    DayInterval year{first_of_month(year_of(point), 1), last_of_month(year_of(point), 12)};
    Day early = add_months(point, -2), late = add_months(point, 2);
    wide = {std::min(*year.from, first_of_month(year_of(early), month_of(early))),
            std::max(*year.to, last_of_month(year_of(late), month_of(late)))};
  } else if (from_exact && unit == 'X') {
    wide = {first_of_month(year_of(point) - 5, 1), last_of_month(year_of(point) + 5, 12)};
  }
  if (direction < 0 && *wide.to > from) wide.to = from;
  if (direction > 0 && *wide.from < from) wide.from = from;
  m.days = wide;
  return {span.end, m};
}

// "in two weeks" ahead; with a past verb it is a length of time ("the first in two years").
Grammar::Found Grammar::in_future(int i) const {
  if (!is(i, "in")) return {};
  Span length = span(is(i + 1, "less") && is(i + 2, "than") ? i + 3 : i + 1);
  bool from_now = possessive(length.end) && is(length.end + 2, "time");  // "in a week's time"
  if (!length || !length.whole || !(from_now || ahead(i)) || is(length.end, "from")) return {};
  if (is(length.end, "-") || tag_or_none(length.end).starts_with("NN") || (possessive(length.end) && !from_now))
    return {};
  if (!published_) {
    Moment m;
    m.relative = true;
    m.value = "XXXX-XX-XX";
    return {length.end, m};
  }
  return moved(length, *published_, true, 1);
}

// "two Sundays ago", "two Mondays from now".
Grammar::Found Grammar::weekdays_away(int i) const {
  Term n = cardinal(i);
  if (!n || n.number < 1 || n.number > 20) return {};
  std::string_view word = piece(n.end).lower;
  Term name = term(n.end, TimeWord::kWeekday);
  if (!name && word.ends_with("s")) {
    const auto* entries = knowledge_.starting_with(word.substr(0, word.size() - 1));
    for (const TimeEntry& entry : entries ? *entries : std::vector<TimeEntry>{})
      if (entry.kind == TimeWord::kWeekday && entry.rest.empty()) name = {n.end + 1, entry.number, {}};
  }
  if (!name) return {};
  bool ago = is(name.end, "ago"), later = is(name.end, "later") || (is(name.end, "from") && is(name.end + 1, "now"));
  if (!ago && !later) return {};
  Moment m;
  m.relative = true;
  m.weekday = name.number;
  if (published_) {
    int gap = ((ago ? 1 : -1) * (iso_weekday(*published_) - name.number) + 7) % 7;
    if (gap == 0) gap = 7;
    gap += 7 * (n.number - 1);
    Day day = *published_ + days(ago ? -gap : gap);
    m.days = one(day);
    m.value = to_string(day);
  }
  return {is(name.end, "from") ? name.end + 2 : name.end + 1, m};
}

// "two years ago", "two days before yesterday", "three weeks after January 5", "a year later".
Grammar::Found Grammar::offset(int i, int depth) const {
  Span length = span(i);
  if (!length || depth > 1) return {};
  int at = length.end;
  if (is(at, ",")) return {};
  auto absent = [&](int end) {
    Moment m;
    m.relative = true;
    m.value = "XXXX-XX-XX";
    return Found{end, m};
  };
  auto from_now = [&](int end, int direction) {
    if (!published_) return absent(end);
    Found found = moved(length, *published_, true, direction);
    found.end = end;
    return found;
  };
  if (is(at, "ago")) return from_now(at + 1, -1);
  if (is(at, "hence") || (is(at, "from") && is(at + 1, "now"))) return from_now(is(at, "hence") ? at + 1 : at + 2, 1);
  if (is(at, "in") && is(at + 1, "the") && is(at + 2, "future")) return from_now(at + 3, 1);
  bool later = is(at, "later") || is(at, "afterward") || is(at, "afterwards"), earlier = is(at, "earlier");
  if (later || earlier) {
    auto base = earlier_day(i);
    auto year = earlier_year(i);
    if (!base && year && length.months >= 12 && !length.vague) {  // "in 1999 ... ten years later"
      Moment m;
      m.grain = Grain::kYear;
      m.year = *year + (later ? 1 : -1) * length.months / 12;
      m.relative = true;
      return {at + 1, m};
    }
    if (!base || length.unit == 'T') return absent(at + 1);
    Found found = moved(length, *base, length.unit != 'D', later ? 1 : -1);
    found.end = at + 1;
    return found;
  }
  bool after = is(at, "after") || is(at, "from") || is(at, "since"), before = is(at, "before") || is(at, "prior");
  if (!after && !before) return {};
  Found base = when(is(at + 1, "to") ? at + 2 : at + 1, depth + 1, true);
  if (!base || governs_noun(at + 1, base.end)) return {};
  if (is(at, "from") && length.unit == 'T') return {};  // "five minutes from today": a length, and a day
  Resolved named = resolve(base.moment, anchor(i));
  if (!named.days || !named.days->from || !named.days->to) return absent(base.end);
  Found found = moved(length, *named.days->from, !base.moment.exact_day(), after ? 1 : -1);
  found.end = base.end;
  found.moment.relative = !named.absolute;
  return found;
}

// "the week after next", "the year before last", "the year before 2015", "the day after Christmas".
Grammar::Found Grammar::unit_beside(int i, int depth) const {
  int start = skip_the(i);
  Term unit = this->unit(start);
  if (!unit || unit.value.starts_with("PT") || depth > 1 || plural(start)) return {};
  bool after = is(unit.end, "after"), before = is(unit.end, "before");
  if (!after && !before) return {};
  int at = skip_the(unit.end + 1);
  if (after && is(at, "next")) {
    Found found = shifted_unit(i, 2, unit);
    if (found) found.end = at + 1;
    return found;
  }
  if (before && is(at, "last")) {
    Found found = shifted_unit(i, -2, unit);
    if (found && !this->unit(at + 1)) found.end = at + 1;
    return found;
  }
  if (start == i) return {};
  Found base = when(unit.end + 1, depth + 1, true);
  if (!base || governs_noun(unit.end + 1, base.end)) {
    if (unit.value != "P1D" || is_word(unit.end + 1)) return {};
    auto day = earlier_day(i);  // "the day before."
    Moment m;
    m.relative = true;
    m.value = "XXXX-XX-XX";
    if (day) {
      m.days = one(*day + days(after ? 1 : -1));
      m.value = to_string(*m.days->from);
    }
    return {unit.end + 1, m};
  }
  Resolved days_of = resolve(base.moment, anchor(i));
  Moment m;
  m.grain = grain_of(unit.value);
  m.relative = !days_of.absolute;
  if (days_of.days && days_of.days->from && days_of.days->to) {
    int sign = after ? 1 : -1;
    if (m.grain == Grain::kYear) {
      m.year = year_of(*days_of.days->from) + sign;
    } else if (m.grain == Grain::kDay) {
      m.days = one(after ? *days_of.days->to + days(1) : *days_of.days->from - days(1));
      m.value = to_string(*m.days->from);
    } else if (m.grain == Grain::kMonth) {
      DayInterval month =
          month_days(year_of(*days_of.days->from), static_cast<int>(month_of(*days_of.days->from)) + sign);
      m.year = year_of(*month.from);
      m.month = static_cast<int>(month_of(*month.from));
    } else {
      m.value = "XXXX";
    }
  } else {
    m.relative = true;
  }
  return {base.end, m};
}

}  // namespace sumario::read
