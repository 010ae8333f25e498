// Times of the day, alone and joined to a day.
#include <fmt/format.h>

#include "read/time/grammar.h"

namespace sumario::read {

// "p.m.", "PM", "p. m."; returns where it ends, or 0.
int Grammar::half_of_day(int i, bool& afternoon) const {
  afternoon = is(i, "p") || is(i, "pm");
  if (is(i, "am") || is(i, "pm")) return i + 1;
  if (!is(i, "a") && !is(i, "p")) return 0;
  int at = is(i + 1, ".") ? i + 2 : i + 1;
  if (!is(at, "m")) return 0;
  return is(at + 1, ".") && joined(at + 1) ? at + 2 : at + 1;
}

// "3 p.m.", "10:30 a.m. EST", "14:30 GMT", "noon", "3 o'clock". Two bare numbers with a colon need "at" or a zone.
Grammar::Clock Grammar::clock(int i) const {
  if (is(i, "noon") || is(i, "midnight")) return {i + 1, is(i, "noon") ? "T12:00" : "T24:00"};
  int hour = 0, minute = 0, at = i;
  bool colon = false;
  if (is_number(i)) {
    if (piece(i).digits > 2 || piece(i).number > 24 ||
        (i > 0 && joined(i) && (is_word(i - 1) || is_mark(i - 1, "$:/-.~=&"))))
      return {};
    hour = piece(i).number;
    at = i + 1;
    bool minutes = is_mark(at, ":.") && joined(at) && is_number(at + 1) && joined(at + 1) &&
                   piece(at + 1).digits == 2 && piece(at + 1).number < 60;
    if (minutes) {
      colon = is(at, ":");
      minute = piece(at + 1).number;
      at += 2;
      if (is(at, ":") && joined(at) && is_number(at + 1)) at += 2;
    }
  } else if (Term words = number_words(i); words && words.number > 0 && words.number <= 12) {
    hour = words.number;
    at = words.end;
  } else {
    return {};
  }
  bool afternoon = false;
  int end = half_of_day(at, afternoon);
  if (end && hour <= 12) {
    hour = hour % 12 + (afternoon ? 12 : 0);
  } else if (is(at, "o") && is(at + 1, "'") && is(at + 2, "clock")) {
    end = at + 3;
  } else if (colon) {
    end = at;
    bool cued = is(i - 1, "at") || is(i - 1, "around") || is(i - 1, "about") || has(i - 1, TimeWord::kBound) ||
                has(at, TimeWord::kZone);
    if (!cued || hour > 24 || (is_mark(at, "-/:") && joined(at))) return {};
  } else {
    return {};
  }
  if (Term zone = term(end, TimeWord::kZone)) end = zone.end;
  return {end, fmt::format("T{:02}:{:02}", hour, minute)};
}

// "from 2 to 4 p.m.", "between 10 and 11:30", "before 5pm", "1-3 pm".
int Grammar::clock_range(int i) const {
  bool between = is(i, "between"), from = is(i, "from") || between;
  auto hour = [&](int at) -> int {
    if (Clock time = clock(at)) return time.end;
    if (!is_number(at) || piece(at).digits > 2 || piece(at).number > 24) return 0;
    bool minutes =
        is_mark(at + 1, ":.") && joined(at + 1) && is_number(at + 2) && joined(at + 2) && piece(at + 2).digits == 2;
    return minutes ? at + 3 : at + 1;
  };
  int first = hour(from ? i + 1 : i);
  if (!from) {
    Term word = term(i, TimeWord::kBound);
    if (word) return clock(word.end).end;
  }
  if (!first || (is_word(i) && !from)) return 0;
  bool joint =
      is(first, "-") || is(first, "to") || is(first, "until") || is(first, "till") || (between && is(first, "and"));
  if (!joint) return 0;
  if (Clock last = clock(first + 1)) return last.end;
  int last = hour(first + 1);
  // Two bare numbers behind a day are hours only where "from" or "between" opens them.
  return last && from && (!is_word(last) || !joined(last)) && !is_mark(last, "-/%") && !month(last) && !unit(last)
             ? last
             : 0;
}

// Takes "at 3 p.m.", "night", "in the morning" that stand behind a day.
Grammar::Expression Grammar::with_time(Expression date, int i) const {
  if (date.value.find('T') != std::string::npos || date.value.find('/') != std::string::npos ||
      date.type != TimexType::kDate)
    return date;
  if (int range = clock_range(i)) {
    date.end = range;
    date.value += "TXX:XX";
    date.type = TimexType::kTime;
    return date;
  }
  int at = i;
  while (at < i + 3 &&
         (is(at, ",") || is(at, "at") || is(at, "around") || is(at, "about") || is(at, "@") || is(at, "shortly") ||
          is(at, "just") || (at > i && has(at, TimeWord::kBound)) || is(at, "early") || is(at, "late")))
    ++at;
  Clock time = clock(at);
  if (!time) {
    int part_at = is(i, "in") && is(i + 1, "the")                        ? i + 2
                  : at == i || is(at - 1, "early") || is(at - 1, "late") ? at
                                                                         : i;
    Term part = term(part_at, TimeWord::kDayPart);
    if (!part || possessive(i)) return date;
    time = {part.end, part.value.starts_with("T") ? std::string(part.value) : "T" + std::string(part.value)};
  }
  date.end = time.end;
  date.value += time.value;
  date.type = TimexType::kTime;
  return date;
}

// "3 p.m. on Monday", "the night of Nov. 5", "this morning", "midnight Friday".
Grammar::Expression Grammar::time_of_day(int i) const {
  Term shift = this->shift(i);
  Term pointer = shift ? Term{} : term(i, TimeWord::kStory);
  if (shift || pointer) {
    Term part = term(shift ? shift.end : pointer.end, TimeWord::kDayPart);
    if (!part || part.value.starts_with("T")) return {};
    Expression e{i, part.end, TimexType::kTime, "XXXX-XX-XX", std::nullopt, false};
    std::optional<Day> base = shift ? published_ : earlier_day(i);
    int move = shift ? shift.number : pointer.number;
    if (base) {
      Day day = *base + std::chrono::days(move);
      e.days = DayInterval{day, day};
      e.value = to_string(day);
    }
    e.value += "T" + std::string(part.value);
    return e;
  }
  int start = skip_the(i);
  Clock time = clock(start);
  if (!time) {
    Term part = term(start, TimeWord::kDayPart);
    if (!part || (start == i && !is(i - 1, "in")) || (is(start, "night") && start == i)) return {};
    time = {part.end, part.value.starts_with("T") ? std::string(part.value) : "T" + std::string(part.value)};
    if (start > i && !is(part.end, "of") && !is(part.end, "on") && !is(i - 1, "in")) return {};
    if (is(part.end, "of") && !when(part.end + 1)) return {};  // "the dawn of an era"
  }
  Expression e{i, time.end, TimexType::kTime, time.value, std::nullopt, false};
  int at = time.end;
  if (is(at, ",") || is(at, "on") || is(at, "of")) ++at;
  Found date = when(at);
  if (!date || !date.moment.exact_day() || date.moment.value.find('T') != std::string::npos) return e;
  Resolved day = resolve(date.moment, anchor(i));
  e.end = date.end;
  e.days = day.days;
  e.absolute = day.absolute;
  e.value = day.value + time.value;
  return e;
}

}  // namespace sumario::read
