// Pages and feeds from the network, politely: as robots.txt allows, one request at a time, with a pause between two to
// one site; and safely: from public addresses only, held to limits of time and size.
#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <stop_token>
#include <string>

#include "base/result.h"
#include "page/fetch/address_filter.h"
#include "page/fetch/http_client.h"
#include "page/fetch/robots.h"
#include "page/fetch/web_address.h"
#include "page/input/records.h"

namespace sumario::page {

inline constexpr int kMostRedirects = 5;

struct FetchOptions {
  std::string agent = "sumario";  // the User-Agent line; its product is the name that robots.txt knows us by
  HttpLimits limits = {};
  std::chrono::milliseconds pause{1000};  // at least, between two requests to one site
  size_t most_bytes = kRecordLimit;       // of one page or feed
  bool ignore_robots = false;
  PeerJudge judge = why_not_public;  // of every address connected to, after redirects too; none allows all
};

struct Fetched {
  std::string address;  // where it was found in the end
  std::optional<std::string> charset;
  Validators validators;
  bool unchanged = false;  // since the validators given; then there are no bytes
  std::string bytes;
};

// Remembers, as long as it lives, each site's robots.txt (for a day) and when it was last asked. One thread at a time.
class Fetcher {
 public:
  explicit Fetcher(FetchOptions options, std::stop_token stop = {});

  // Up to kMostRedirects redirects are followed, each looked at like the first address. Errors, naming the address and
  // where it led: kInvalid (no address, robots.txt, the judge), kUnsupported (another scheme), kNotFound (no such host,
  // nobody there; answers 404 and 410), kTooLarge, kDamaged (its compression), kUnreadable (all else: other answers,
  // limits of time, a site that asked to wait). A stop request ends the wait within a tenth of a second, as
  // kUnreadable.
  Result<Fetched> fetch(std::string_view address, const Validators& known = {});

 private:
  using Clock = std::chrono::steady_clock;
  struct Site {
    std::optional<Result<RobotsRules>> rules;  // or why they cannot be had
    Clock::time_point rules_until, free_from;  // when they are asked for again; when a page may be
  };
  Result<Fetched> follow(WebAddress& at, const Validators& known);
  Result<HttpAnswer> page(const WebAddress& at, const Validators& known, std::chrono::milliseconds& time_left);
  Result<void> allowed(const WebAddress& at, Site& site);
  Result<RobotsRules> robots_of(WebAddress at);
  Result<void> wait_for(const Site& site);
  Site& site_of(const WebAddress& at);

  FetchOptions options_;
  std::stop_token stop_;
  HttpClient client_;
  std::map<std::string, Site> sites_;  // by origin
};

// What was fetched, cut into its records: one for a page, more for a feed or an archive. Errors as RecordReader's.
Result<RecordReader> records_of(Fetched fetched);

}  // namespace sumario::page
