// Calendar dates as people write them, read from words.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "base/day.h"
#include "page/text/words.h"

namespace sumario::page {

// A date and how many words it takes.
struct DateWords {
  Day day;
  size_t words = 0;
};

// The date that begins at the first word: "[Thursday,] November 19[th], 2020", "[Thu,] 19 Nov[ember] 2020",
// "2020 11 19" (from 2020-11-19). Years 1900 to 2100. Empty where there is none, or the weekday is another.
std::optional<DateWords> date_at(std::span<const Word> words);

// 1 to 12 for an English month name or its abbreviation, folded; 0 for other words.
unsigned month_named(std::string_view folded_word);

}  // namespace sumario::page
