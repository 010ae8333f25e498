// Expressions that are counted from the one before them.
#include <fmt/format.h>

#include "read/time/grammar.h"

namespace sumario::read {

using std::chrono::days;

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

// The year that the expression before lies in, on the same terms.
std::optional<int> Grammar::earlier_year(int i) const {
  if (out_.empty()) return std::nullopt;
  const Timex& last = out_.back();
  if (tree_.sentence_of(piece(i).token) - tree_.sentence_of(last.span.begin) > 1 || last.value.ends_with("REF"))
    return std::nullopt;
  if (!last.days || !last.days->from || !last.days->to || year_of(*last.days->from) != year_of(*last.days->to))
    return std::nullopt;
  return year_of(*last.days->from);
}

// "for the month", "of the day": the one that the story is in; where it has told of none yet, that of publication.
Grammar::Found Grammar::unit_of_the_story(int i, const Term& unit) const {
  Moment m;
  m.relative = true;
  m.grain = grain_of(unit.value);
  m.value = m.grain == Grain::kDay ? "XXXX-XX-XX" : "XXXX";
  if (!out_.empty() || !published_) return {unit.end, m};
  if (m.grain == Grain::kDay) {
    m.days = one(*published_);
    m.value = to_string(*published_);
    return {unit.end, m};
  }
  Found found = shifted_unit(i, 0, unit);
  found.moment.current = false;
  return found;
}

// "the following day", "the same week", "that year": counted from the expression before, absent where that is unsure.
Grammar::Found Grammar::story(int i) const {
  Term pointer = term(i, TimeWord::kStory);
  if (!pointer && is(i, "next") && is(i + 1, "day")) pointer = {i + 1, 1, {}};
  if (!pointer && is(i, "following") && is(i - 1, "the")) pointer = {i + 1, 1, {}};
  if (pointer && is(i, "the") && is(i + 1, "next") && unit(pointer.end) && unit_value(pointer.end) != "P1D" &&
      unit_value(pointer.end) != "P1W" && unit_value(pointer.end) != "P1M" && unit_value(pointer.end) != "P1Y")
    return {};  // "the next quarter" counts from now
  bool owner = is(i - 1, "of") || is(i - 1, "in") || is(i - 1, "for") || is(i - 1, "during") || is(i - 1, "over");
  if (!pointer && is(i, "the") && owner && !is(i + 1, "weekend") && unit(i + 1) && !is_word(unit(i + 1).end) &&
      !is_number(unit(i + 1).end)) {
    return unit(i + 1).value.starts_with("PT") || plural(i + 1) ? Found{} : unit_of_the_story(i, unit(i + 1));
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
  if (Term part = term(pointer.end, TimeWord::kDayPart); part && (is(i, "the") || is(i, "that") || is(i - 1, "the"))) {
    auto day = earlier_day(i);  // "the next morning", "that night"
    m.value = "XXXX-XX-XX";
    if (day) m.days = one(*day + days(pointer.number));
    if (day) m.value = to_string(*m.days->from);
    m.value += (part.value.starts_with("T") ? "" : "T") + std::string(part.value);
    return {part.end, m};
  }
  if (Term name = month(pointer.end); name && pointer.number == 0 && tag(pointer.end) != "MD" &&
                                      piece(pointer.end).capital) {  // "charges filed that August"
    m.grain = Grain::kMonth;
    m.month = name.number;
    auto year = earlier_year(i);
    if (year) m.year = year;
    return {name.end, m};
  }
  if (Term name = term(pointer.end, TimeWord::kWeekday); name && !is(i, "that")) {
    m.weekday = name.number;
    m.value = fmt::format("XXXX-WXX-{}", name.number);
    return {name.end, m};
  }
  return {};
}

}  // namespace sumario::read
