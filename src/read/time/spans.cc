// Lengths of time, what recurs, and ages.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "read/time/grammar.h"

namespace sumario::read {
namespace {

std::string amount_text(double amount) { return fmt::format("{:.6g}", amount); }

// "P10Y" -> 10, 'Y', false; "PT1H" -> 1, 'H', true; "P1BD" -> 1, 'B'.
struct UnitParts {
  int factor = 1;
  std::string_view code;
  bool clock = false;
};

UnitParts parts_of(std::string_view unit) {
  UnitParts out;
  unit.remove_prefix(1);
  if (unit.starts_with("T")) {
    out.clock = true;
    unit.remove_prefix(1);
  }
  auto read = std::from_chars(unit.data(), unit.data() + unit.size(), out.factor);
  out.code = unit.substr(static_cast<size_t>(read.ptr - unit.data()));
  return out;
}

}  // namespace

void Grammar::add_part(Span& span, const Count& n, const Term& unit) const {
  UnitParts parts = parts_of(unit.value);
  double amount = n.amount * parts.factor;
  int whole = static_cast<int>(amount);
  if (parts.clock) {
    double minutes = amount * (parts.code == "H" ? 60 : parts.code == "M" ? 1 : 1.0 / 60);
    span.minutes += static_cast<int>(minutes);
    if (span.value.find('T') == span.value.npos) span.value += "T";
  } else if (parts.code == "Y") {
    span.months += static_cast<int>(amount * 12);
  } else if (parts.code == "M") {
    span.months += whole;
  } else {
    span.days += static_cast<int>(amount * (parts.code.starts_with("W") ? 7 : 1));
  }
  span.value += amount_text(amount) + std::string(parts.code);
  span.whole = span.whole && n.amount == static_cast<int>(n.amount);
  span.vague = span.vague || n.least != n.most;
}

Grammar::Span Grammar::span_of(const Count& n, const Term& unit) const {
  Span out;
  out.end = unit.end;
  out.value = "P";
  UnitParts parts = parts_of(unit.value);
  out.unit = parts.clock ? 'T' : parts.factor >= 10 ? 'X' : parts.code == "BD" ? 'D' : parts.code.front();
  out.units = static_cast<int>(n.amount);
  out.least_units = n.least;
  out.most_units = n.most;
  out.article = n.article;
  add_part(out, n, unit);
  return out;
}

// "two years", "52-month", "an hour and a half", "1 year 1 month 21 days", "all week", "full-month".
Grammar::Span Grammar::span(int i) const {
  if (is(i, "all") || is(i, "full") || is(i, "whole")) {
    int at = is(i + 1, "-") && joined(i + 1) ? i + 2 : i + 1;
    Term unit = this->unit(at);
    if (!unit || piece(at).lower.ends_with("s") || is(at, "quarter") || is(at, "second")) return {};
    return span_of({at, 1, 1, 1, false}, unit);
  }
  constexpr double kMost = 5000;  // of any unit; more is no length that days could be counted by
  Count n = count(i);
  if (!n || n.amount > kMost) return {};
  int at = is(n.end, "-") && (joined(n.end) || is_number(i)) ? n.end + 1 : n.end;
  Term unit = this->unit(at);
  if (!unit) return {};
  bool second = piece(at).lower == "second";
  if (second && (n.article || is(at - 1, "-"))) return {};
  Span out = span_of(n, unit);
  if (is(out.end, "and")) {
    int next = is(out.end + 1, "a") ? out.end + 2 : out.end + 1;
    double part = is(next, "half") ? 0.5 : is(next, "quarter") ? 0.25 : 0;
    if (part > 0 && !this->unit(next + 1)) {
      Span with = span_of({n.end, n.amount + part, n.least, n.most, n.article}, unit);
      with.end = next + 1;
      return with;
    }
  }
  for (int parts = 0; parts < 4; ++parts) {
    int next = is(out.end, "and") || is(out.end, ",") ? out.end + 1 : out.end;
    Count more = count(next);
    if (!more || more.article || more.least != more.most || more.amount > kMost) break;
    Term more_unit = this->unit(is(more.end, "-") ? more.end + 1 : more.end);
    if (!more_unit || more_unit.value == unit.value) break;
    bool ago_follows = next > out.end && is(more_unit.end, "ago") && is(i - 1, "last");
    if (ago_follows || (next > out.end && is(next, "a"))) break;
    add_part(out, more, more_unit);
    out.end = more_unit.end;
  }
  return out;
}

Grammar::Expression Grammar::duration(int i) const {
  int at = i;
  if ((is(i, "more") || is(i, "less")) && is(i + 1, "than")) at = i + 2;
  Span length = span(at);
  if (!length) return {};
  if (length.article && length.unit != 'T') {  // "a year" is a rate or a name as often
    bool cued = at > i || is(at, "another") || is(i - 1, "for") || is(i - 1, "in") || is(i - 1, "after") ||
                is(i - 1, "within") || is(i - 1, "about") || is(i - 1, "over") || is(i - 1, "than") ||
                is(i - 1, "nearly") || is(i - 1, "almost") || is(i - 1, "least") || is(i - 1, "to");
    if (!cued) return {};
  }
  if (possessive(length.end) && length.article) return {};
  if ((is(length.end - 1, "quarter") && !is(length.end - 2, "a")) || is(length.end - 1, "quarters"))
    return {};  // "three quarters of the voters"
  return {i, length.end, TimexType::kDuration, length.value, std::nullopt, false};
}

// "every Monday", "each two weeks", "twice a week", "daily", "Mondays".
Grammar::Expression Grammar::set(int i) const {
  auto found = [&](int end, std::string_view value) {
    return Expression{i, end, TimexType::kSet, std::string(value), std::nullopt, false};
  };
  if (is(i, "every") || is(i, "each") || is(i, "any")) {
    int at = is(i + 1, "other") ? i + 2 : i + 1;
    if (Term name = term(at, TimeWord::kWeekday)) return found(name.end, fmt::format("XXXX-WXX-{}", name.number));
    if (Term name = month(at); name && tag(at) != "MD") return found(name.end, fmt::format("XXXX-{:02}", name.number));
    if (Span length = span(at); length && !is(i, "any")) return found(length.end, length.value);
    Term unit = this->unit(at);
    if (unit && !is(at, "second")) return found(unit.end, unit.value);
    if (Term part = term(at, TimeWord::kDayPart)) return found(part.end, "P1D");
    return {};
  }
  if (Term word = term(i, TimeWord::kSet)) return found(word.end, word.value);
  int times = is(i, "once") || is(i, "twice") ? i + 1 : 0;
  if (Term n = cardinal(i); n && is(n.end, "times")) times = n.end + 1;
  if (times && (is(times, "a") || is(times, "an") || is(times, "per") || is(times, "every") || is(times, "each"))) {
    Term unit = this->unit(times + 1);
    if (unit) return found(unit.end, unit.value);
  }
  return {};
}

// "72-year-old", "72 years old", "aged 72", "now 72", ", 72,".
Grammar::Expression Grammar::age(int i) const {
  auto found = [&](int begin, int end, int years) {
    return Expression{begin, end, TimexType::kAge, fmt::format("P{}Y", years), std::nullopt, false};
  };
  if (is(i, "aged") || is(i, "age")) {
    int at = is(i + 1, "of") ? i + 2 : i + 1;
    Term n = cardinal(at);
    if (n && n.number > 0 && n.number < 120 && (!is_number(at) || plain(at)) && !unit(n.end))
      return found(i, n.end, n.number);
    return {};
  }
  Term n = cardinal(i);
  if (!n || n.number < 1 || n.number > 119) return age_in_apposition(i);
  auto hyphen = [&](int at) { return is(at, "-") ? at + 1 : at; };
  int at = hyphen(n.end);
  Term unit = this->unit(at);
  if (unit && (unit.value == "P1Y" || unit.value == "P1M" || unit.value == "P1W" || unit.value == "P1D")) {
    int old = hyphen(unit.end);
    if (is(old, "old") || is(old, "olds")) {
      Expression e = found(i, old + 1, n.number);
      if (unit.value != "P1Y") e.value = fmt::format("P{}{}", n.number, unit.value.back());
      return e;
    }
    if (unit.value == "P1Y" && is(unit.end, "of") && is(unit.end + 1, "age")) return found(i, unit.end + 2, n.number);
    return {};
  }
  return age_in_apposition(i);
}

// A number set off by commas or brackets behind a person's name: "Ann Lee, 44, ...", "Ann Lee (44)", "Lee, now 44,
// ...".
Grammar::Expression Grammar::age_in_apposition(int i) const {
  if (!is_number(i) || piece(i).digits > 3 || piece(i).number < 1 || piece(i).number > 119 || !plain(i)) return {};
  if (is_mark(i + 1, "-/:") && joined(i + 1)) return {};  // a score
  bool now = is(i - 1, "now") || (is(i - 1, "then") && is(i - 2, ","));
  int before = now ? i - 2 : i - 1;
  bool bracket = is(before, "(") && is(i + 1, ")");
  bool comma = is(before, ",") && (is(i + 1, ",") || is(i + 1, ".") || is(i + 1, ";") || is(i + 1, "-") ||
                                   is(i + 1, "—") || is(i + 1, "and") || i + 1 == size());
  bool now_predicate = now && !is(before, ",") && !is_word(i + 1);
  if (!bracket && !comma && !now_predicate) return {};
  std::string_view kind = before > 0 ? entity(before - 1) : std::string_view();
  bool name =
      before > 0 && (is(before - 1, ".") ? is_word(before - 2) && tag(before - 2) == "NNP" : is_word(before - 1));
  bool person = kind == "PERSON" || (kind != "GPE" && kind != "DATE" && kind != "CARDINAL" && name && before > 0 &&
                                     (tag(before - 1) == "NNP" || is(before - 1, ".")) &&
                                     !has(before - 1, TimeWord::kMonth) && !has(before - 1, TimeWord::kWeekday));
  if (bracket ? kind != "PERSON" : !person && !now) return {};
  if (now && unit(i + 1)) return {};
  return {i, i + 1, TimexType::kAge, fmt::format("P{}Y", piece(i).number), std::nullopt, false};
}

}  // namespace sumario::read
