// Numbers in digits and words.
#include <algorithm>
#include <charconv>

#include "read/time/grammar.h"

namespace sumario::read {

// "twenty-five", "two hundred and six", "two thousand and eighteen".
Grammar::Term Grammar::number_words(int i) const {
  int total = 0, current = 0, end = 0;
  for (int at = i; at < i + 12;) {
    int next = at;
    if (end && is(next, "-") && joined(next)) ++next;
    if (end && is(next, "and") &&
        (current >= 100 || (current == 0 && total > 0) || (current >= 20 && current % 10 == 0)))
      ++next;
    Term word = term(next, TimeWord::kNumber);
    if (!word || !is_word(next)) break;
    int n = word.number;
    if (n == 100) {
      if (current >= 100) break;
      current = std::max(current, 1) * 100;
    } else if (n == 1000) {
      if (total > 0) break;
      total = std::max(current, 1) * 1000;
      current = 0;
    } else if (end == 0 || current % 100 == 0) {
      current += n;
    } else if (current % 100 >= 20 && current % 10 == 0 && n > 0 && n < 10) {
      current += n;
    } else {
      break;
    }
    at = end = word.end;
  }
  return {end, total + current, {}};
}

Grammar::Term Grammar::cardinal(int i) const {
  if (!is_number(i)) return number_words(i);
  const Piece& p = piece(i);
  if (p.digits > 8) return {};
  if (is_mark(i + 1, ",") && joined(i + 1) && is_number(i + 2) && joined(i + 2) && piece(i + 2).digits == 3 &&
      p.digits <= 3)
    return {i + 3, p.number * 1000 + piece(i + 2).number, {}};
  return {i + 1, p.number, {}};
}

Grammar::Term Grammar::ordinal(int i) const {
  if (is_number(i)) {
    bool suffix = joined(i + 1) && (is(i + 1, "st") || is(i + 1, "nd") || is(i + 1, "rd") || is(i + 1, "th"));
    return suffix && piece(i).digits <= 3 ? Term{i + 2, piece(i).number, {}} : Term{};
  }
  int at = i, tens = 0;
  if (Term word = term(i, TimeWord::kNumber); word && word.number >= 20 && word.number <= 90) {
    tens = word.number;
    at = word.end;
    if (is(at, "-") && joined(at)) ++at;
  }
  Term word = term(at, TimeWord::kOrdinal);
  if (!word || (tens && word.number >= 10)) return {};
  return {word.end, tens + word.number, {}};
}

Grammar::Term Grammar::day_number(int i, bool after_month) const {
  Term day = ordinal(i);
  if (!day && is_number(i) && piece(i).digits <= 2 && plain(i) && !(is_mark(i + 1, ":") && joined(i + 1))) {
    if (!is_word(i + 1) || !joined(i + 1)) day = {i + 1, piece(i).number, {}};
  }
  if (!day && after_month) day = number_words(i);
  return day && day.number >= 1 && day.number <= 31 ? day : Term{};
}

Grammar::Count Grammar::count(int i) const {
  auto exactly = [](int end, double amount, bool article = false) {
    return Count{end, amount, static_cast<int>(amount), static_cast<int>(amount), article};
  };
  if (Term vague = term(i, TimeWord::kAmount)) {
    Count found{vague.end, static_cast<double>(vague.number), vague.number, vague.number, false};
    std::string_view rest = vague.value.substr(std::min(vague.value.find(' ') + 1, vague.value.size()));
    size_t gap = rest.find(' ');
    if (gap != rest.npos) {
      std::from_chars(rest.data(), rest.data() + gap, found.least);
      std::from_chars(rest.data() + gap + 1, rest.data() + rest.size(), found.most);
    }
    return found;
  }
  if (is(i, "½")) return exactly(i + 1, 0.5);
  if (is(i, "half")) return exactly(is(i + 1, "a") || is(i + 1, "an") ? i + 2 : i + 1, 0.5);
  if (is(i, "a") && is(i + 1, "half")) return exactly(i + 2, 0.5);
  if (is(i, "a") || is(i, "an") || is(i, "another")) return exactly(i + 1, 1, true);
  Term whole = cardinal(i);
  if (!whole) return {};
  if (is_number(i) && i > 0 && joined(i) && is_mark(i - 1, "$#@.,/:")) return {};
  double amount = whole.number;
  int end = whole.end;
  if (is_number(i) && is_mark(end, ".") && joined(end) && is_number(end + 1) && joined(end + 1)) {
    double tenth = 0.1;
    for (char digit : piece(end + 1).lower) {
      amount += (digit - '0') * tenth;
      tenth /= 10;
    }
    end += 2;
  }
  if (is(end, "and")) {
    int at = is(end + 1, "a") ? end + 2 : end + 1;
    if (is(at, "half")) return exactly(at + 1, amount + 0.5);
    if (is(at, "quarter")) return exactly(at + 1, amount + 0.25);
  }
  return exactly(end, amount);
}

// "nineteen ninety six", "twenty ten", "nineteen zero one", "two thousand and eighteen".
Grammar::Term Grammar::spelled_year(int i) const {
  Term first = number_words(i);
  if (!first || !is_word(i)) return {};
  if (first.number >= 1000 && first.number < 2200) return first;
  if (first.number < 10 || first.number > 20) return {};
  Term zero = term(first.end, TimeWord::kNumber);
  if (zero && is_word(first.end) && zero.number == 0) {  // "nineteen zero one"
    Term ones = number_words(zero.end);
    return ones && ones.number < 10 ? Term{ones.end, first.number * 100 + ones.number, {}} : Term{};
  }
  Term second = number_words(first.end);
  if (!second || second.number < 10 || second.number > 99) return {};
  return {second.end, first.number * 100 + second.number, {}};
}

Grammar::Term Grammar::year(int i) const {
  if (is_number(i)) {
    const Piece& p = piece(i);
    bool fits = p.digits == 4 && p.number >= 1000 && p.number < 2200 && plain(i);
    return fits ? Term{i + 1, p.number, {}} : Term{};
  }
  return spelled_year(i);
}

}  // namespace sumario::read
