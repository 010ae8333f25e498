#include "page/text/date_words.h"

#include <unicode/dtfmtsym.h>

#include <algorithm>
#include <charconv>
#include <string>
#include <unordered_map>

namespace sumario::page {
namespace {

// Month and weekday names from ICU's English locale, whole and short.
struct CalendarNames {
  std::unordered_map<std::string, unsigned> months;    // 1 to 12
  std::unordered_map<std::string, unsigned> weekdays;  // 0: Sunday
};

void add(const icu::UnicodeString* names, int32_t count, unsigned first,
         std::unordered_map<std::string, unsigned>& to) {
  for (int32_t i = 0; i < count; ++i) {
    std::string name;
    icu::UnicodeString(names[i]).toLower(icu::Locale::getEnglish()).toUTF8String(name);
    if (!name.empty()) to.emplace(std::move(name), static_cast<unsigned>(i) + first);
  }
}

const CalendarNames& names() {
  static const CalendarNames kNames = [] {
    CalendarNames made;
    UErrorCode status = U_ZERO_ERROR;
    icu::DateFormatSymbols symbols(icu::Locale::getEnglish(), status);
    if (U_FAILURE(status)) return made;
    int32_t count = 0;
    for (auto width : {icu::DateFormatSymbols::WIDE, icu::DateFormatSymbols::ABBREVIATED}) {
      const icu::UnicodeString* months = symbols.getMonths(count, icu::DateFormatSymbols::FORMAT, width);
      add(months, count, 1, made.months);
      const icu::UnicodeString* weekdays = symbols.getWeekdays(count, icu::DateFormatSymbols::FORMAT, width);
      add(weekdays + 1, count - 1, 0, made.weekdays);  // ICU counts weekdays from one
    }
    made.months.emplace("sept", 9);  // newspapers' short form, which ICU lacks
    made.weekdays.emplace("tues", 2);
    made.weekdays.emplace("thurs", 4);
    return made;
  }();
  return kNames;
}

std::optional<int> number(std::string_view word) {
  int value = 0;
  auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  if (error != std::errc() || end != word.data() + word.size() || word.size() > 4) return std::nullopt;
  return value;
}

// 19, "19th"; empty beyond a month's days.
std::optional<unsigned> day_number(std::string_view word) {
  for (std::string_view ending : {"st", "nd", "rd", "th"}) {
    if (word.size() > 2 && word.ends_with(ending)) word.remove_suffix(2);
  }
  auto value = number(word);
  if (!value || *value < 1 || *value > 31 || word.size() > 2) return std::nullopt;
  return static_cast<unsigned>(*value);
}

std::optional<int> year_number(std::string_view word) {
  auto value = number(word);
  if (!value || word.size() != 4 || *value < 1900 || *value > 2100) return std::nullopt;
  return value;
}

std::optional<Day> three_words(std::span<const Word> words) {
  std::string_view a = words[0].folded, b = words[1].folded, c = words[2].folded;
  std::optional<int> year = year_number(c);
  std::optional<unsigned> day;
  unsigned month = 0;
  if (month_named(a) > 0) {
    month = month_named(a);
    day = day_number(b);
  } else if (month_named(b) > 0) {
    month = month_named(b);
    day = day_number(a);
  } else if (year_number(a) && b.size() == 2 && c.size() == 2) {
    year = year_number(a);
    auto middle = number(b);
    if (middle) month = static_cast<unsigned>(std::max(*middle, 0));
    day = day_number(c);
  }
  if (!year || !day || month == 0) return std::nullopt;
  return make_day(*year, month, *day);
}

}  // namespace

unsigned month_named(std::string_view folded_word) {
  auto found = names().months.find(std::string(folded_word));
  return found == names().months.end() ? 0 : found->second;
}

std::optional<DateWords> date_at(std::span<const Word> words) {
  if (words.empty()) return std::nullopt;
  auto weekday = names().weekdays.find(words[0].folded);
  bool named = weekday != names().weekdays.end();
  auto rest = words.subspan(named ? 1 : 0);
  if (rest.size() < 3) return std::nullopt;
  // "2020-11-19T10:00" is one word from the day on.
  std::string third = rest[2].folded;
  Word cut[3] = {rest[0], rest[1], rest[2]};
  if (rest[0].folded.size() == 4 && third.size() > 2 && third[2] == 't') cut[2].folded = third.substr(0, 2);
  auto day = three_words(cut);
  if (!day) return std::nullopt;
  if (named && std::chrono::weekday(*day).c_encoding() != weekday->second) return std::nullopt;
  return DateWords{*day, named ? size_t{4} : size_t{3}};
}

}  // namespace sumario::page
