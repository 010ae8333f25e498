#include "page/fetch/web_address.h"

#include <curl/curl.h>

#include <algorithm>
#include <memory>
#include <new>

#include "base/ascii.h"
#include "base/utf8.h"

namespace sumario::page {
namespace {

constexpr size_t kLongest = 8192, kShown = 300;

struct Close {
  void operator()(CURLU* url) const { curl_url_cleanup(url); }
};
using Url = std::unique_ptr<CURLU, Close>;

std::string part_of(const Url& url, CURLUPart part, unsigned flags = 0) {
  char* text = nullptr;
  if (curl_url_get(url.get(), part, &text, flags) != CURLUE_OK) return {};
  std::string copy(text);
  curl_free(text);
  return copy;
}

CURLUcode set(const Url& url, std::string_view text) {
  constexpr unsigned kFlags = CURLU_URLENCODE | CURLU_DISALLOW_USER;
  return curl_url_set(url.get(), CURLUPART_URL, std::string(text).c_str(), kFlags);
}

bool is_fetched(std::string_view scheme) {
  return same_ignoring_case(scheme, "http") || same_ignoring_case(scheme, "https");
}

Result<WebAddress> read(std::string_view text, const WebAddress* base) {
  auto refuse = [&](ErrorCode code, std::string_view why) {
    return fail(code, shown_address(text) + ": " + std::string(why));
  };
  if (text.size() > kLongest) return refuse(ErrorCode::kInvalid, "an address longer than 8 kB");
  if (text.find('\0') != text.npos) return refuse(ErrorCode::kInvalid, "no address");
  if (is_address(text) && !is_fetched(text.substr(0, text.find(':')))) {
    return refuse(ErrorCode::kUnsupported, "only http and https addresses are fetched");
  }
  Url url(curl_url());
  if (!url) throw std::bad_alloc();
  if (base && set(url, base->text) != CURLUE_OK) return refuse(ErrorCode::kInvalid, "no address");
  CURLUcode code = set(url, text);
  if (code == CURLUE_USER_NOT_ALLOWED) {
    return refuse(ErrorCode::kInvalid, "an address that carries a name or a password is not fetched");
  }
  if (code != CURLUE_OK) return refuse(ErrorCode::kInvalid, "no address");
  std::string scheme = part_of(url, CURLUPART_SCHEME), host = part_of(url, CURLUPART_HOST);
  if (host.empty()) return refuse(ErrorCode::kInvalid, "an address without a host");
  curl_url_set(url.get(), CURLUPART_FRAGMENT, nullptr, 0);
  // A host in percent-encoding ("12%33") may decode to what would be read as another host: no honest address has one.
  const std::string whole = part_of(url, CURLUPART_URL);
  Url again(curl_url());
  if (!again) throw std::bad_alloc();
  if (set(again, whole) != CURLUE_OK || part_of(again, CURLUPART_URL) != whole) {
    return refuse(ErrorCode::kInvalid, "no address");
  }
  std::string query = part_of(url, CURLUPART_QUERY);
  return WebAddress{whole, scheme + "://" + host + ":" + part_of(url, CURLUPART_PORT, CURLU_DEFAULT_PORT),
                    part_of(url, CURLUPART_PATH) + (query.empty() ? "" : "?" + query)};
}

}  // namespace

bool is_address(std::string_view argument) {
  size_t end = argument.find("://");
  auto is_scheme = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '+' || c == '-' ||
           c == '.';
  };
  return end != argument.npos && end > 0 &&
         std::all_of(argument.begin(), argument.begin() + static_cast<std::ptrdiff_t>(end), is_scheme);
}

Result<WebAddress> web_address(std::string_view text) { return read(text, nullptr); }
Result<WebAddress> web_address(std::string_view reference, const WebAddress& base) { return read(reference, &base); }

std::string shown_address(std::string_view text) {
  bool cut = text.size() > kShown;
  std::string shown = repair_utf8(cut ? text.substr(0, kShown) : text);
  for (char& c : shown) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = '?';
  }
  return cut ? shown + "…" : shown;
}

}  // namespace sumario::page
