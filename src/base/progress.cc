#include "base/progress.h"

#include <fmt/format.h>

namespace sumario {

std::string grouped(uint64_t number) {
  std::string digits = std::to_string(number);
  for (size_t at = digits.size(); at > 3;) {
    at -= 3;
    digits.insert(at, ",");
  }
  return digits;
}

std::string clock_text(std::chrono::seconds span) {
  auto seconds = span.count();
  if (seconds < 3600) return fmt::format("{}:{:02}", seconds / 60, seconds % 60);
  return fmt::format("{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
}

std::string progress_line(const Progress& progress, std::string_view unit) {
  std::string line = grouped(progress.done);
  if (progress.total) line += " of " + grouped(*progress.total);
  line += fmt::format(" {}", unit);
  if (progress.failed > 0) line += fmt::format(" ({} failed)", grouped(progress.failed));
  double seconds = static_cast<double>(progress.elapsed.count()) / 1000.0;
  if (progress.done == 0 || seconds <= 0) return line;
  double rate = static_cast<double>(progress.done) / seconds;
  line += rate < 100 ? fmt::format(" · {:.1f}/s", rate) : fmt::format(" · {}/s", grouped(static_cast<uint64_t>(rate)));
  if (progress.total && *progress.total > progress.done) {
    auto left = static_cast<int64_t>(static_cast<double>(*progress.total - progress.done) / rate + 0.5);
    line += fmt::format(" · {} left", clock_text(std::chrono::seconds(left)));
  }
  return line;
}

}  // namespace sumario
