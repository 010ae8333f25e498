// The line that tells a person how far a long job is. Pure: who prints it, and whether a terminal is there, is the
// caller's business.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sumario {

struct Progress {
  uint64_t done = 0;
  uint64_t failed = 0;                 // of `done`
  std::optional<uint64_t> total = {};  // absent where it cannot be known (a pipe)
  std::chrono::milliseconds elapsed{0};
};

// "1,234 of 3,000 documents · 45.2/s · 0:39 left"; the rate and the time left appear once they can be told, the failed
// ones only when there are any. No newline.
std::string progress_line(const Progress& progress, std::string_view unit);

// "0:39", "12:05", "1:02:03".
std::string clock_text(std::chrono::seconds span);

// "1,234,567".
std::string grouped(uint64_t number);

}  // namespace sumario
