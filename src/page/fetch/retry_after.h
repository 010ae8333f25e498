// How long a server asks to be left alone.
#pragma once

#include <chrono>
#include <ctime>
#include <optional>
#include <string>

namespace sumario::page {

// How long Retry-After asks to wait: seconds, or a date, of which `now` is taken; at most a day. RFC 9110, 10.2.3.
std::optional<std::chrono::seconds> wait_asked(const std::string& retry_after, std::time_t now);

}  // namespace sumario::page
