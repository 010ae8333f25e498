#include "read/time/grammar.h"

#include <algorithm>
#include <array>

namespace sumario::read {
namespace {

// Words that may open an expression and stand in no list of knowledge/time: the grammar's own.
constexpr std::array<std::string_view, 32> kOpeners = {
    "the",     "a",     "an",    "another", "from", "between", "in",    "within", "half",     "½",     "'",
    "earlier", "later", "so",    "rest",    "all",  "full",    "whole", "more",   "less",     "every", "each",
    "any",     "once",  "twice", "q",       "h",    "w",       "aged",  "age",    "calendar", "for"};

}  // namespace

Grammar::Grammar(const Tree& tree, const TimeKnowledge& knowledge, std::optional<Day> published)
    : tree_(tree), knowledge_(knowledge), published_(published), list_(cut_into_pieces(tree, knowledge)) {}

bool Grammar::is_mark(int i, std::string_view marks) const {
  const Piece& p = piece(i);
  return p.kind == Piece::Kind::kMark && p.lower.size() == 1 && marks.find(p.lower) != marks.npos;
}

Grammar::Term Grammar::term(int i, TimeWord kind) const {
  const Piece& p = piece(i);
  if (!(p.kinds & bit_of(kind))) return {};
  for (const TimeEntry& entry : *p.entries) {  // longest first
    if (entry.kind != kind) continue;
    int at = i + 1;
    for (const std::string& word : entry.rest) {
      if (!is(at, word)) {
        at = 0;
        break;
      }
      ++at;
    }
    if (at) return {at, entry.number, entry.value};
  }
  return {};
}

std::string_view Grammar::tag(int i) const {
  return i >= 0 && i < size() ? tree_.tag(piece(i).token) : std::string_view();
}
std::string_view Grammar::entity(int i) const {
  return i >= 0 && i < size() ? tree_.token(piece(i).token).entity : std::string_view();
}

bool Grammar::possessive(int i) const {
  return (is(i, "'") && joined(i) && is(i + 1, "s") && joined(i + 1)) || (is(i, "'") && joined(i) && tag(i) == "POS");
}

bool Grammar::plain(int i) const {
  if (!is_number(i)) return false;
  if (i > 0 && joined(i)) {
    const Piece& before = piece(i - 1);
    if (is_mark(i - 1, "$#@&=_") || before.lower == "£" || before.lower == "€" || before.lower == "¥") return false;
    if (is_mark(i - 1, ".,:") && joined(i - 1) && is_number(i - 2) && !(is(i - 1, ",") && piece(i).digits != 3))
      return false;
  }
  if (is_mark(i - 1, "$") || is(i - 1, "£") || is(i - 1, "€")) return false;
  if (is_mark(i + 1, ".,") && joined(i + 1) && is_number(i + 2) && joined(i + 2) && piece(i + 2).digits != 4)
    return false;
  return !is(i + 1, "%");
}

bool Grammar::free_left(int begin) const {
  if (begin > 0 && joined(begin)) {
    if (is_word(begin - 1) || is_number(begin - 1) || is_mark(begin - 1, "$#@&_")) return false;
    if (is_mark(begin - 1, "-/.:,+") && joined(begin - 1) && (is_number(begin - 2) || is_word(begin - 2)) &&
        begin > 1 && !(is_mark(begin - 1, "-/") && has(begin - 2, TimeWord::kMonth)) &&
        !(is(begin - 1, "-") && has(begin - 2, TimeWord::kPortion)) &&
        !(is(begin - 1, "-") && has(begin - 2, TimeWord::kWeekday)) &&
        !(is(begin - 1, ".") && has(begin - 2, TimeWord::kMonth)))
      return false;
  }
  return true;
}

bool Grammar::free_right(int end) const {
  if (end < size() && joined(end)) {
    if (is_number(end)) return false;
    if (is_mark(end, "-/.:,+") && is_number(end + 1) && joined(end + 1)) return false;
    if (is(end, "%")) return false;
  }
  return true;
}

Grammar::Expression Grammar::from_moment(int begin, const Found& found) const {
  Resolved resolved = resolve(found.moment, anchor(begin));
  bool clock = resolved.value.find('T') != std::string::npos && !resolved.value.ends_with("REF");
  TimexType type = clock ? TimexType::kTime : TimexType::kDate;
  return {begin, found.end, type, resolved.value, resolved.days, resolved.absolute};
}

bool Grammar::on_one_line(const Expression& e) const {
  for (int i = e.begin + 1; i < e.end; ++i)
    if (piece(i).newline) return false;
  return true;
}

// The longest expression that starts at piece `i`; of equals, the first in this order.
Grammar::Expression Grammar::expression(int i) const {
  Expression best;
  auto keep = [&](const Expression& e) {
    if (e && e.end > best.end && e.end > i && on_one_line(e)) best = e;
  };
  keep(age(i));
  keep(set(i));
  keep(range(i));
  keep(range_within(i));
  keep(year_pair(i));
  keep(slash_range(i));
  keep(bound(i));
  keep(offset_bound(i));
  if (Found found = when(i)) {
    keep(bound_after(i, found));
    Expression date = from_moment(i, found);
    keep(found.moment.exact_day() ? with_time(date, found.end) : date);
  }
  keep(time_of_day(i));
  keep(starting(i));
  keep(duration(i));
  // A sentence's point is not the abbreviation's: "in Nov." ends before it.
  if (best && is(best.end - 1, ".") && (best.type == TimexType::kDate)) --best.end;
  return best;
}

bool Grammar::worth_trying(int i) const {
  constexpr int kReach = 7;  // "no later than or in the year 2018"
  bool near = false;
  for (int at = i; at < i + kReach && !near; ++at) near = piece(at).substance;
  if (!near) return false;
  const Piece& p = piece(i);
  return p.entries || p.kind == Piece::Kind::kNumber || std::ranges::find(kOpeners, p.lower) != kOpeners.end();
}

Timex Grammar::timex_of(const Expression& e) const {
  const Piece &first = piece(e.begin), &last = piece(e.end - 1);
  return {{first.token, last.token + 1}, {first.range.start, last.range.end}, e.type, e.value, e.days, e.absolute};
}

std::vector<Timex> Grammar::read() {
  for (int i = 0; i < size();) {
    Expression found = worth_trying(i) ? expression(i) : Expression{};
    if (found) {
      out_.push_back(timex_of(found));
      asked_ = -1;  // the next may be counted from this one
    }
    i = found ? found.end : i + 1;
  }
  return std::move(out_);
}

}  // namespace sumario::read
