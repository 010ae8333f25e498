#include "cli/day_scale.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace sumario::cli {
namespace {

constexpr double kEdge = 3;           // percent left free at either end
constexpr double kRoomOfTick = 12;    // percent between two ticks
constexpr double kRoomOfOrigin = 20;  // percent between a tick and the origin, which bears a longer word
constexpr int kMostYears = 400;       // looked at for ticks

constexpr std::array kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

}  // namespace

DayScale::DayScale(Day first, Day last, Day origin)
    : first_(std::min(first, origin)),
      last_(std::max(last, origin)),
      origin_(origin),
      from_(place_of(first_)),
      to_(place_of(last_)) {}

double DayScale::place_of(Day day) const {
  auto days = static_cast<double>((day - origin_).count());
  return days < 0 ? -std::sqrt(-days) : std::sqrt(days);
}

double DayScale::percent_of(Day day) const {
  double width = to_ - from_;
  double share = width > 0 ? std::clamp((place_of(day) - from_) / width, 0.0, 1.0) : 1.0;
  return kEdge + share * (100 - 2 * kEdge);
}

std::vector<Tick> DayScale::ticks() const {
  std::vector<Tick> taken;
  auto try_day = [&](Day day, std::string words) {
    if (day < first_ || day > last_) return;
    double percent = percent_of(day);
    bool room = std::all_of(taken.begin(), taken.end(),
                            [&](const Tick& tick) { return std::abs(tick.percent - percent) >= kRoomOfTick; });
    if (room && std::abs(percent_of(origin_) - percent) >= kRoomOfOrigin) taken.push_back({percent, std::move(words)});
  };
  int near = year_of(origin_);
  for (int away = 0; away < kMostYears; ++away)
    for (int year : {near - away, near + away}) try_day(first_of_month(year, 1), std::to_string(year));
  for (int year : {near, near - 1, near + 1})
    for (unsigned month = 12; month > 1; --month) try_day(first_of_month(year, month), kMonths[month - 1]);
  std::sort(taken.begin(), taken.end(), [](const Tick& a, const Tick& b) { return a.percent < b.percent; });
  return taken;
}

}  // namespace sumario::cli
