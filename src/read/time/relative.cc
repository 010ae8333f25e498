// Expressions that are resolved against the day of publication.
#include <algorithm>
#include <cmath>

#include "read/time/grammar.h"

namespace sumario::read {

using std::chrono::days;

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
  if (is(i, "previous")) {
    found.moment.days = found_days;
    found.moment.value = to_string(calendar);
    return found;
  }
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
    // "This summer" said in December of a trial to come is the next one.
    m.year = y;
    auto days_of = in(y);
    if (m.grain == Grain::kSeason && days_of && ahead(i) && *days_of->to < *published_) m.year = y + 1;
    if (m.grain == Grain::kSeason && days_of && tense(i) == Tense::kPast && *days_of->from > *published_)
      m.year = y - 1;
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

}  // namespace sumario::read
