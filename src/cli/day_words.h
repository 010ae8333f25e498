// Days as people write them.
#pragma once

#include <optional>
#include <string>

#include "base/day.h"

namespace sumario::cli {

// "18 November 2020".
std::string in_words(Day day);

// "18 November 2020", "October 2020", "2012", "2012 to 2018", "1 to 15 October 2020", "since May 2019", "until 2018";
// "" when both ends are open.
std::string in_words(const DayInterval& days);

}  // namespace sumario::cli
