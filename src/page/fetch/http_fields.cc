#include "page/fetch/http_fields.h"

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

bool same(std::string_view a, std::string_view b) {
  auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](char x, char y) { return lower(x) == lower(y); });
}

}  // namespace

std::optional<std::string> charset_of(std::string_view content_type) {
  for (size_t at = content_type.find(';'); at != content_type.npos; at = content_type.find(';')) {
    content_type.remove_prefix(at + 1);
    std::string_view parameter = content_type.substr(0, content_type.find(';'));
    size_t equals = parameter.find('=');
    if (equals == parameter.npos || !same(trim(parameter.substr(0, equals)), "charset")) continue;
    std::string_view value = trim(parameter.substr(equals + 1));
    if (value.size() >= 2 && value.front() == '"' && value.back() == '"') value = value.substr(1, value.size() - 2);
    if (value.empty()) return std::nullopt;
    return std::string(value);
  }
  return std::nullopt;
}

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
