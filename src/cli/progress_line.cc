#include "cli/progress_line.h"

#include "base/progress.h"
#include "cli/terminal.h"

namespace sumario::cli {

constexpr std::chrono::milliseconds kBetweenLines{100};

void ProgressLine::clear() {
  if (shown_ && drawn_) print("\r\x1b[K", stderr);
  drawn_ = false;
}

void ProgressLine::show(uint64_t done, uint64_t failed, std::string_view unit) {
  auto now = Clock::now();
  if (!shown_ || (drawn_ && now - last_ < kBetweenLines)) return;
  last_ = now;
  drawn_ = true;
  Progress progress{done, failed, total_, std::chrono::duration_cast<std::chrono::milliseconds>(now - begun_)};
  print("\r\x1b[K" + progress_line(progress, unit), stderr);
}

}  // namespace sumario::cli
