#include "page/fetch/retry_after.h"

#include <curl/curl.h>

#include <algorithm>
#include <charconv>

namespace sumario::page {
namespace {

constexpr std::chrono::seconds kLongestWait{86'400};

std::string_view trim(std::string_view text) {
  size_t start = text.find_first_not_of(" \t");
  return start == text.npos ? std::string_view() : text.substr(start, text.find_last_not_of(" \t") - start + 1);
}

}  // namespace

std::optional<std::chrono::seconds> wait_asked(const std::string& retry_after, std::time_t now) {
  std::string_view text = trim(retry_after);
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
