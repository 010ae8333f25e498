// Fields of HTTP answers that need reading.
#pragma once

#include <chrono>
#include <ctime>
#include <optional>
#include <string>
#include <string_view>

namespace sumario::page {

// The charset parameter of a Content-Type ("text/html; charset=utf-8"), without quotes. RFC 9110, 8.3.
std::optional<std::string> charset_of(std::string_view content_type);

// How long Retry-After asks to wait: seconds, or a date, of which `now` is taken; at most a day. RFC 9110, 10.2.3.
std::optional<std::chrono::seconds> wait_asked(const std::string& retry_after, std::time_t now);

}  // namespace sumario::page
