// One request over HTTP and its answer, held to limits. Knows nothing of redirects, robots.txt or manners: Fetcher
// does.
#pragma once

#include <sys/socket.h>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>

#include "base/result.h"

namespace sumario::page {

// Says why a peer may not be spoken to; empty where it may.
using PeerJudge = std::function<std::optional<std::string>(const sockaddr&)>;

struct HttpLimits {
  std::chrono::milliseconds connect{10'000};  // until a name is resolved and a connection stands
  std::chrono::milliseconds silence{20'000};  // without one more byte
  std::chrono::milliseconds total{60'000};    // for a page, its redirects included
};

// What a server said of a version of a page, to ask later whether there is a newer one (RFC 9110, 13).
struct Validators {
  std::optional<std::string> etag, last_modified;
};

struct HttpRequest {
  std::string address;  // WebAddress::text
  Validators known = {};
  std::chrono::milliseconds time_left{0};  // of HttpLimits::total
  size_t most_bytes = 0;                   // of the body, compressed or not
  bool cut_there = false;                  // leave out what is beyond them, instead of failing
};

struct HttpAnswer {
  long status = 0;
  std::string body;                                                // decoded as Content-Encoding says
  std::optional<std::string> location, content_type, retry_after;  // fields as they stand
  Validators validators;
};

// Keeps connections open between requests. One thread at a time.
class HttpClient {
 public:
  // `agent` is the User-Agent line. `judge` is asked for the very address each connection goes to, after all
  // resolving; none allows all.
  HttpClient(std::string agent, HttpLimits limits, PeerJudge judge, std::stop_token stop);
  ~HttpClient();
  HttpClient(HttpClient&&) noexcept;
  HttpClient& operator=(HttpClient&&) noexcept;

  // GET. http and https only, certificates verified; no cookies, no credentials, no proxy, no redirect followed.
  // Errors, with the reason only ("no such host"), for the caller to put the address before it: kNotFound (no such
  // host, nobody there), kInvalid (the judge's reason), kTooLarge, kUnreadable (all else, a stop request too).
  Result<HttpAnswer> get(const HttpRequest& request);

 private:
  struct Handles;
  std::unique_ptr<Handles> handles_;
};

}  // namespace sumario::page
