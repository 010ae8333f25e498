// A line on standard error that is written over again and again.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>

namespace sumario::cli {

// Begins to count the time when it is made; gone with it. `shown` false draws nothing.
class ProgressLine {
 public:
  ProgressLine(bool shown, std::optional<uint64_t> total) : shown_(shown), total_(total) {}
  ~ProgressLine() { clear(); }
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  // At most ten times a second.
  void show(uint64_t done, uint64_t failed, std::string_view unit);
  // Makes room for other lines.
  void clear();

 private:
  using Clock = std::chrono::steady_clock;

  bool shown_, drawn_ = false;
  std::optional<uint64_t> total_;
  Clock::time_point begun_ = Clock::now(), last_{};
};

}  // namespace sumario::cli
