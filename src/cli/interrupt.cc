#include "cli/interrupt.h"

#include <unistd.h>

#include <csignal>
#include <ctime>

namespace sumario::cli {
namespace {

constexpr long kTenthOfASecond = 100'000'000;  // in nanoseconds
constexpr int kEndedBySignal = 130;            // 128 + SIGINT, the shell's custom

sigset_t ending_signals() {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGINT);
  sigaddset(&set, SIGTERM);
  return set;
}

}  // namespace

Interrupt::Interrupt() {
  sigset_t signals = ending_signals();
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  listener_ = std::jthread([signals, asked = asked_](std::stop_token done) mutable {
    const timespec wait{0, kTenthOfASecond};
    while (!done.stop_requested()) {
      if (sigtimedwait(&signals, nullptr, &wait) < 0) continue;
      if (asked.stop_requested()) _exit(kEndedBySignal);
      asked.request_stop();
    }
  });
}

}  // namespace sumario::cli
