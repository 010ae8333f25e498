// Expressions that are resolved against the day of publication or the expression before.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "read/time/grammar.h"

namespace sumario::read {
namespace {

using std::chrono::days;

// Weeks begin on Sunday or Monday by country: both are inside.
DayInterval week_days(Day monday) { return {monday - days(1), monday + days(6)}; }
DayInterval one(Day day) { return {day, day}; }

Grain grain_of(std::string_view unit) {
  if (unit == "P1W" || unit == "P2W") return Grain::kWeek;
  if (unit == "P1WE") return Grain::kWeekend;
  if (unit == "P1M") return Grain::kMonth;
  if (unit == "P3M") return Grain::kQuarter;
  if (unit == "P6M") return Grain::kHalf;
  if (unit == "P1Y") return Grain::kYear;
  if (unit == "P10Y") return Grain::kDecade;
  if (unit == "P100Y") return Grain::kCentury;
  return Grain::kDay;
}

}  // namespace

Moment Grammar::interval(std::optional<Day> from, std::optional<Day> to, Grain grain) const {
  Moment m;
  m.grain = grain;
  m.relative = true;
  if (from || to) m.days = DayInterval{from, to};
  m.value = (from ? to_string(*from) : "..") + "/" + (to ? to_string(*to) : "..");
  return m;
}

// "today", "the day before yesterday", "last night", "now".
Grammar::Found Grammar::deictic(int i) const {
  Term word = term(i, TimeWord::kDeictic);
  if (!word) return {};
  bool to_date = is(word.end - 1, "date");  // not "up to date", "equal to date 1"
  if (to_date && (is(i - 1, "up") || is_number(word.end) || is(word.end, "-"))) return {};
  Moment m;
  m.relative = true;
  if (word.value.ends_with("REF")) {
    m.value = word.value;
    if (word.value == "PRESENT_REF" && published_) m.days = one(*published_);
    return {word.end, m};
  }
  size_t part = word.value.find(' ');
  if (published_) {
    Day day = *published_ + days(word.number);
    m.days = one(day);
    if (piece(i).lower == "overnight") m.days->to = *published_;
    m.value = to_string(day);
  } else {
    m.value = "XXXX-XX-XX";
  }
  if (part != word.value.npos) m.value += "T" + std::string(word.value.substr(part + 1));
  return {word.end, m};
}

Grammar::Term Grammar::shift(int i) const {
  Term word = term(i, TimeWord::kShift);
  return word && is(i, "last") && tag(i).starts_with("VB") ? Term{} : word;
}

// A calendar unit `shift` units from the one that holds the day of publication.
Grammar::Found Grammar::shifted_unit(int i, int shift, const Term& unit) const {
  Moment m;
  m.grain = grain_of(unit.value);
  m.relative = true;
  m.current = shift == 0;
  if (m.grain == Grain::kDay) return {};
  Found found{unit.end, m};
  if (!published_) return found;
  Moment& out = found.moment;
  Day now = *published_;
  int y = year_of(now), month0 = static_cast<int>(month_of(now)) - 1;
  switch (m.grain) {
    case Grain::kWeek:
      out.days = week_days(monday_of(now) + days(7 * shift));
      if (unit.value == "P2W") {
        out = interval(shift < 0 ? now - days(14) : now, shift < 0 ? now : now + days(14), Grain::kWeek);
        return found;
      }
      out.value = iso_week(monday_of(now) + days(7 * shift));
      break;
    case Grain::kWeekend: {
      // "This weekend" in the past tense is the latest that began.
      Day saturday = monday_of(now) + days(5 + 7 * shift);
      if (shift == 0 && tense(i) == Tense::kPast && saturday > now) saturday -= days(7);
      out.days = DayInterval{saturday, saturday + days(1)};
      out.value = iso_week(saturday) + "-WE";
      break;
    }
    case Grain::kMonth: {
      DayInterval whole = month_days(y, month0 + 1 + shift);
      out.year = year_of(*whole.from);
      out.month = static_cast<int>(month_of(*whole.from));
      break;
    }
    case Grain::kQuarter:
    case Grain::kHalf: {
      int length = m.grain == Grain::kQuarter ? 3 : 6, per_year = 12 / length;
      int index = y * per_year + month0 / length + shift;
      out.year = index / per_year;
      out.part = index % per_year + 1;
      break;
    }
    case Grain::kYear:
      out.year = y + shift;
      break;
    case Grain::kDecade:
      out.year = y / 10 * 10 + 10 * shift;
      break;
    case Grain::kCentury:
      out.year = y / 100 * 100 + 100 * shift;
      break;
    default:
      break;
  }
  return found;
}

// "Last Monday" is a day of the week before this one, "next Monday" of the week after; where that is not the nearest
// such day, speakers differ and the interval holds both. "This past Monday" is the nearest.
Grammar::Found Grammar::shifted_weekday(int i, int shift, const Term& name, bool past) const {
  Moment m;
  m.weekday = name.number;
  m.relative = true;
  Found found{name.end, m};
  if (!published_) return found;
  Day now = *published_;
  int ago = (iso_weekday(now) - name.number + 7) % 7;
  Day before = now - days(ago == 0 ? 7 : ago), after = now + days(ago == 0 ? 7 : 7 - ago);
  Day calendar = monday_of(now) + days(7 * shift + name.number - 1);
  DayInterval found_days = one(calendar);
  if (past && shift < 0) found_days = one(calendar = before);
  if (past && shift > 0) found_days = one(calendar = after);
  if (shift < 0 && !past) found_days = {std::min(before, calendar), std::max(before, calendar)};
  if (shift > 0 && !past) found_days = {std::min(after, calendar), std::max(after, calendar)};
  if (shift == 0 && ahead(i) && calendar < now) calendar = after, found_days = one(after);
  found.moment.days = found_days;
  found.moment.value = to_string(calendar);
  return found;
}

// "last September", "next spring", "this Christmas": the latest over, the next not begun, this year's.
Grammar::Found Grammar::shifted_named(Found named, int i, int shift) const {
  Moment& m = named.moment;
  m.relative = !m.year;
  if (!published_ || m.year) return named;
  int y = year_of(*published_);
  Moment probe = m;
  probe.relative = false;
  auto in = [&](int year) {
    probe.year = year;
    return resolve(probe, anchor(i)).days;
  };
  if (shift == 0) {
    m.year = y;
  } else {
    int step = shift < 0 ? -1 : 1;
    for (int year = y - step; std::abs(year - y) <= 9; year += step) {
      auto found = in(year);
      if (found && (shift < 0 ? *found->to < *published_ : *found->from > *published_)) {
        // The first that qualifies when walking away from the anchor.
        m.year = year;
        break;
      }
    }
  }
  return named;
}

// "last week", "this September", "next Monday", "this fiscal year".
Grammar::Found Grammar::shifted(int i) const {
  Term shift = this->shift(i);
  if (!shift) return {};
  int at = shift.end;
  if (is(at, "calendar")) ++at;
  if (has(at, TimeWord::kYearKind) && is(at + 1, "year")) {
    Moment m;  // its bounds differ by country and house
    m.grain = Grain::kYear;
    m.relative = true;
    m.value = "XXXX";
    return {at + 2, m};
  }
  bool past = is(shift.end - 1, "past") || is(shift.end - 1, "previous") || is(shift.end - 1, "coming") ||
              is(shift.end - 1, "upcoming");
  if (Term unit = this->unit(at); unit && grain_of(unit.value) != Grain::kDay) {
    if (!is_word(at) || piece(at).lower.ends_with("s")) return {};
    return shifted_unit(i, shift.number, unit);
  }
  if (Term name = term(at, TimeWord::kWeekday)) {
    if (Found date = weekday(at); date && date.moment.month) return shifted_named(date, i, shift.number);
    if (is(i, "prior") || (is(name.end, "s") && joined(name.end))) return {};
    if (is(name.end, ".") && piece(at).lower.size() <= 5 && joined(name.end)) ++name.end;
    return shifted_weekday(i, shift.number, name, past);
  }
  if (Term name = term(at, TimeWord::kSeason)) {
    Moment m;
    m.grain = Grain::kSeason;
    m.season = name.value;
    return shifted_named({name.end, m}, i, shift.number);
  }
  for (auto rule : {&Grammar::month_first, &Grammar::day_first, &Grammar::holiday, &Grammar::day_month_numbers})
    if (Found named = (this->*rule)(at)) return shifted_named(named, i, shift.number);
  return {};
}

// "earlier this year", "later in the week", "so far this month", "the rest of the year".
Grammar::Found Grammar::part_so_far(int i) const {
  bool so_far = is(i, "so") && is(i + 1, "far");
  if (is(i, "year") && is(i + 1, "to") && is(i + 2, "date"))
    return {i + 3, published_ ? interval(month_days(year_of(*published_), 1).from, *published_, Grain::kYear)
                              : interval({}, {}, Grain::kYear)};
  int start = i;
  bool rest = is(start, "rest") || is(start, "remainder") || is(start, "remaining");
  bool earlier = is(i, "earlier") || so_far, later = is(i, "later") || rest;
  if (!earlier && !later) return {};
  int at = rest ? start + 1 : so_far ? i + 2 : i + 1;
  if (is(at, "in") || is(at, "of") || is(at, "on")) ++at;
  Found base = shifted(at);
  if (base && (is(at, "next") || (is(at, "last") && rest))) return {};
  if (!base) {
    bool article = is(at, "the") || is(at, "my");
    Term unit = this->unit(article ? at + 1 : at);
    if (!unit || !(article || rest) || unit.value.starts_with("PT")) return {};
    base = shifted_unit(i, 0, unit);
  }
  if (!base || base.moment.grain == Grain::kDay) return {};
  base.moment.current = false;
  Resolved whole = resolve(base.moment, anchor(i));
  if (!whole.days || !published_) return base;
  Day now = *published_;
  base.moment.value = whole.value;
  bool around_now = *whole.days->from <= now && now <= *whole.days->to;
  if (around_now)
    base.moment.days = earlier ? DayInterval{whole.days->from, now} : DayInterval{now, whole.days->to};
  else
    base.moment.days = whole.days;
  return base;
}

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
  Moment m = direction < 0 ? interval(away(-1), now, Grain::kDay) : interval(now, away(1), Grain::kDay);
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
  if (!length || !length.whole || !ahead(i) || is(length.end, "from")) return {};
  if (is(length.end, "-") || tag_or_none(length.end).starts_with("NN") ||
      (possessive(length.end) && !is(length.end + 2, "time")))
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
    if (!base || length.unit == 'T') return absent(at + 1);
    Found found = moved(length, *base, length.unit != 'D', later ? 1 : -1);
    found.end = at + 1;
    return found;
  }
  bool after = is(at, "after") || is(at, "from") || is(at, "since"), before = is(at, "before") || is(at, "prior");
  if (!after && !before) return {};
  Found base = when(is(at + 1, "to") ? at + 2 : at + 1, depth + 1, true);
  if (!base || governs_noun(at + 1, base.end)) return {};
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

// The day of the expression before, when it stands in this sentence or the one before and is one day for certain.
std::optional<Day> Grammar::earlier_day(int i) const {
  if (out_.empty()) return std::nullopt;
  const Timex& last = out_.back();
  int here = tree_.sentence_of(piece(i).token);
  int there = tree_.sentence_of(last.span.begin);
  if (here - there > 1 || !last.days || !last.days->from || last.days->from != last.days->to) return std::nullopt;
  if (last.type != TimexType::kDate && last.type != TimexType::kTime) return std::nullopt;
  if (last.value.ends_with("REF")) return std::nullopt;
  return last.days->from;
}

// "the following day", "the same week", "that year": counted from the expression before, absent where that is unsure.
Grammar::Found Grammar::story(int i) const {
  Term pointer = term(i, TimeWord::kStory);
  if (!pointer && is(i, "next") && is(i + 1, "day")) pointer = {i + 1, 1, {}};
  if (!pointer && is(i, "following") && is(i - 1, "the")) pointer = {i + 1, 1, {}};
  if (pointer && is(i, "the") && is(i + 1, "next") && unit_value(pointer.end) != "P1D" &&
      unit_value(pointer.end) != "P1W" && unit_value(pointer.end) != "P1M" && unit_value(pointer.end) != "P1Y")
    return {};  // "the next quarter" counts from now
  bool owner = is(i - 1, "of") || is(i - 1, "in") || is(i - 1, "for") || is(i - 1, "during") || is(i - 1, "over");
  if (!pointer && is(i, "the") && owner && !is(i + 1, "weekend") && unit(i + 1) && !is_word(unit(i + 1).end) &&
      !is_number(unit(i + 1).end)) {
    Moment m;  // "for the month": which one, the story knows
    m.relative = true;
    m.grain = grain_of(unit(i + 1).value);
    m.value = m.grain == Grain::kDay ? "XXXX-XX-XX" : "XXXX";
    return unit(i + 1).value.starts_with("PT") || plural(i + 1) ? Found{} : Found{unit(i + 1).end, m};
  }
  if (!pointer && is(i, "the") && is(i + 1, "weekend")) {  // "over the weekend"
    Found found = shifted_unit(i, 0, this->unit(i + 1));
    if (tag_or_none(found.end).starts_with("NN") || is(found.end, "of")) return {};
    return found;
  }
  if (!pointer) return {};
  Term unit = this->unit(pointer.end);
  Moment m;
  m.relative = true;
  if (unit && !unit.value.starts_with("PT") && !piece(pointer.end).lower.ends_with("s")) {
    m.grain = grain_of(unit.value);
    if (m.grain >= Grain::kDecade && pointer.number != 0) return {};  // "the next decade" counts from now
    if (is(i, "that") && !(tag(i) == "DT" || tag(i) == "IN")) return {};
    m.value = "XXXX";
    if (out_.empty() || tree_.sentence_of(piece(i).token) - tree_.sentence_of(out_.back().span.begin) > 1)
      return {unit.end, m};
    const Timex& last = out_.back();
    bool known = last.days && last.days->from && last.days->to && !last.value.ends_with("REF");
    auto day = earlier_day(i);
    if (day && m.grain == Grain::kDay) {
      m.days = one(*day + days(pointer.number));
      m.value = to_string(*m.days->from);
    } else if (day && m.grain == Grain::kWeek) {
      Day monday = monday_of(*day) + days(7 * pointer.number);
      m.days = week_days(monday);
      m.value = iso_week(monday);
    } else if (known && m.grain == Grain::kMonth && year_of(*last.days->from) == year_of(*last.days->to) &&
               month_of(*last.days->from) == month_of(*last.days->to)) {
      DayInterval month =
          month_days(year_of(*last.days->from), static_cast<int>(month_of(*last.days->from)) + pointer.number);
      m.value.clear();
      m.year = year_of(*month.from);
      m.month = static_cast<int>(month_of(*month.from));
    } else if (known && m.grain == Grain::kYear && year_of(*last.days->from) == year_of(*last.days->to)) {
      m.value.clear();
      m.year = year_of(*last.days->from) + pointer.number;
    }
    return {unit.end, m};
  }
  if (Term name = term(pointer.end, TimeWord::kWeekday); name && !is(i, "that")) {
    m.weekday = name.number;
    m.value = fmt::format("XXXX-WXX-{}", name.number);
    return {name.end, m};
  }
  return {};
}

}  // namespace sumario::read
