// SIGINT and SIGTERM as a request to stop: what is under way is finished, nothing new is begun.
#pragma once

#include <stop_token>
#include <thread>

namespace sumario::cli {

// While one lives, the first signal requests a stop and a second ends the process at once (status 130). Make it before
// other threads: they inherit the blocked signals.
class Interrupt {
 public:
  Interrupt();
  std::stop_token token() const { return asked_.get_token(); }
  bool asked() const { return asked_.stop_requested(); }

 private:
  std::stop_source asked_;
  std::jthread listener_;
};

}  // namespace sumario::cli
