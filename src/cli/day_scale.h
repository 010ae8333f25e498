// Where days lie on a drawn timeline, and which of them the axis names.
#pragma once

#include <string>
#include <vector>

#include "base/day.h"

namespace sumario::cli {

struct Tick {
  double percent = 0;  // of the drawing's width
  std::string words;   // "2019", "March"
};

// Days from `first` to `last` around `origin`, which widens them where it lies outside. The distance from the origin is
// drawn by its square root.
class DayScale {
 public:
  DayScale(Day first, Day last, Day origin);

  // From 0 to 100; days beyond the ends lie at them.
  double percent_of(Day day) const;
  // First days of years and months with room for their words between each other, in order of place.
  std::vector<Tick> ticks() const;

 private:
  double place_of(Day day) const;

  Day first_, last_, origin_;
  double from_, to_;
};

}  // namespace sumario::cli
