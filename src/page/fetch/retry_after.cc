#include "page/fetch/retry_after.h"

#include <curl/curl.h>

#include <algorithm>
#include <charconv>

#include "base/ascii.h"

namespace sumario::page {
namespace {

constexpr std::chrono::seconds kLongestWait{86'400};

}  // namespace

std::optional<std::chrono::seconds> wait_asked(const std::string& retry_after, std::time_t now) {
  std::string_view text = stripped(retry_after, " \t");
  int64_t seconds = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
  if (error == std::errc::result_out_of_range) return kLongestWait;
  if (error != std::errc() || end != text.data() + text.size()) {
    std::time_t moment = curl_getdate(retry_after.c_str(), nullptr);
    if (moment < 0) return std::nullopt;
    seconds = moment - now;
  }
  if (seconds <= 0) return std::nullopt;
  return std::min(std::chrono::seconds(seconds), kLongestWait);
}

}  // namespace sumario::page
