#include "page/fetch/fetcher.h"

#include <fmt/format.h>

#include <algorithm>
#include <condition_variable>
#include <ctime>
#include <mutex>

#include "base/byte_source.h"
#include "page/fetch/retry_after.h"
#include "page/input/content_type.h"

namespace sumario::page {
namespace {

using namespace std::chrono_literals;

constexpr auto kRulesKept = 24h;           // RFC 9309, 2.4
constexpr auto kMissingRulesKept = 10min;  // until a robots.txt that could not be had is asked for again
constexpr auto kLongestPatience = 60s;     // a longer wait that a site asks for is the caller's to decide
constexpr size_t kMostSites = 4096;        // remembered

bool is_redirect(long status) {
  return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

// Why an answer brings nothing to read.
Error refusal(const HttpAnswer& answer) {
  switch (long status = answer.status) {
    case 404:
    case 410:
      return {ErrorCode::kNotFound, fmt::format("the server has no such page ({})", status)};
    case 401:
    case 402:
    case 403:
    case 451:
      return {ErrorCode::kUnreadable, fmt::format("the server does not give it out ({})", status)};
    case 429:
    case 503: {
      auto wait = answer.retry_after ? wait_asked(*answer.retry_after, std::time(nullptr)) : std::nullopt;
      return {ErrorCode::kUnreadable, fmt::format("the server asks to come back {} ({})",
                                                  wait ? fmt::format("in {} s", wait->count()) : "later", status)};
    }
    default:
      return {ErrorCode::kUnreadable, fmt::format("the server answered {}", status)};
  }
}

class OwnedBytes final : public ByteSource {
 public:
  explicit OwnedBytes(std::string bytes) : bytes_(std::move(bytes)), left_(memory_bytes(bytes_)) {}
  Result<size_t> read(std::span<char> buffer) override { return left_->read(buffer); }

 private:
  std::string bytes_;
  std::unique_ptr<ByteSource> left_;  // of `bytes_`
};

// The product of a User-Agent line: "sumario" of "sumario/0.1".
std::string_view product_of(std::string_view agent) { return agent.substr(0, agent.find_first_of("/ ")); }

// What the address a redirect leads to, or why it is not followed.
Result<WebAddress> next_address(const HttpAnswer& answer, const WebAddress& at) {
  if (!answer.location) return fail(ErrorCode::kUnreadable, "a redirect to nowhere");
  auto next = web_address(*answer.location, at);
  if (!next) return fail(next.error().code, "redirects to " + next.error().message);
  return next;
}

}  // namespace

Fetcher::Fetcher(FetchOptions options, std::stop_token stop)
    : options_(std::move(options)), stop_(stop), client_(options_.agent, options_.limits, options_.judge, stop) {}

Result<Fetched> Fetcher::fetch(std::string_view address, const Validators& known) {
  auto at = web_address(address);
  if (!at) return tl::unexpected(std::move(at.error()));
  const std::string asked = at->text;
  auto fetched = follow(*at, known);
  if (fetched) return fetched;
  std::string where = shown_address(address) + ": ";
  if (at->text != asked) where += "redirected to " + shown_address(at->text) + ": ";
  return fail(fetched.error().code, where + shown_address(fetched.error().message));
}

// `at` becomes the address at which the page was found, or the fault. Errors give the reason alone.
Result<Fetched> Fetcher::follow(WebAddress& at, const Validators& known) {
  std::string last_site;
  std::chrono::milliseconds time_left = options_.limits.total;
  for (int redirects = 0;; ++redirects) {
    Site& site = site_of(at);
    if (auto may = allowed(at, site); !may) return tl::unexpected(std::move(may.error()));
    if (at.origin != last_site) {
      if (auto free = wait_for(site); !free) return tl::unexpected(std::move(free.error()));
    }
    last_site = at.origin;
    auto answer = page(at, known, time_left);
    if (!answer) return tl::unexpected(std::move(answer.error()));
    if (answer->status == 304) return Fetched{at.text, {}, known, true, {}};
    if (answer->status == 200 || answer->status == 203) {
      auto charset = content_type_of(answer->content_type.value_or("")).charset;
      return Fetched{at.text, std::move(charset), std::move(answer->validators), false, std::move(answer->body)};
    }
    if (!is_redirect(answer->status)) return tl::unexpected(refusal(*answer));
    if (redirects == kMostRedirects) {
      return fail(ErrorCode::kUnreadable, fmt::format("more than {} redirects", kMostRedirects));
    }
    auto next = next_address(*answer, at);
    if (!next) return tl::unexpected(std::move(next.error()));
    at = std::move(*next);
  }
}

Result<HttpAnswer> Fetcher::page(const WebAddress& at, const Validators& known, std::chrono::milliseconds& time_left) {
  const Clock::time_point begun = Clock::now();
  auto answer = client_.get({at.text, known, time_left, options_.most_bytes, false});
  time_left -= std::chrono::floor<std::chrono::milliseconds>(Clock::now() - begun);
  Site& site = site_of(at);
  std::chrono::milliseconds pause = options_.pause;
  if (site.rules && *site.rules) pause = std::max(pause, (*site.rules)->delay());
  if (answer && (answer->status == 429 || answer->status == 503) && answer->retry_after) {
    if (auto wait = wait_asked(*answer->retry_after, std::time(nullptr))) {
      pause = std::max<std::chrono::milliseconds>(pause, *wait);
    }
  }
  site.free_from = Clock::now() + pause;
  return answer;
}

Result<void> Fetcher::allowed(const WebAddress& at, Site& site) {
  if (options_.ignore_robots) return {};
  if (!site.rules || Clock::now() > site.rules_until) {
    site.rules = robots_of(at);
    site.rules_until = Clock::now() + (*site.rules ? kRulesKept : kMissingRulesKept);
  }
  if (!*site.rules) return tl::unexpected(site.rules->error());
  if ((*site.rules)->allows(at.target)) return {};
  return fail(ErrorCode::kInvalid, "the site's robots.txt asks programs not to read it; --ignore-robots does");
}

// RFC 9309, 2.3.1: what is not there allows all, what cannot be reached allows nothing.
Result<RobotsRules> Fetcher::robots_of(WebAddress at) {
  auto first = web_address("/robots.txt", at);
  if (!first) return tl::unexpected(std::move(first.error()));
  at = std::move(*first);
  const Clock::time_point end = Clock::now() + options_.limits.total;
  for (int redirects = 0; redirects <= kMostRedirects; ++redirects) {
    auto answer = client_.get(
        {at.text, {}, std::chrono::floor<std::chrono::milliseconds>(end - Clock::now()), kRobotsLimit, true});
    if (!answer) {
      Error error = std::move(answer.error());
      if (error.code != ErrorCode::kNotFound && error.code != ErrorCode::kInvalid) {
        error.message = "its robots.txt cannot be had: " + error.message;
      }
      return tl::unexpected(std::move(error));
    }
    if (answer->status >= 500 || answer->status == 429) {
      return fail(ErrorCode::kUnreadable, fmt::format("its robots.txt cannot be had: the server answered {}; "
                                                      "--ignore-robots does without",
                                                      answer->status));
    }
    if (answer->status >= 200 && answer->status < 300) {
      return RobotsRules::parse(answer->body, product_of(options_.agent));
    }
    if (!is_redirect(answer->status)) break;
    auto next = next_address(*answer, at);
    if (!next) break;
    at = std::move(*next);
  }
  return RobotsRules();
}

Result<void> Fetcher::wait_for(const Site& site) {
  const Clock::time_point now = Clock::now();
  if (site.free_from > now + kLongestPatience) {
    auto left = std::chrono::ceil<std::chrono::seconds>(site.free_from - now);
    return fail(ErrorCode::kUnreadable, fmt::format("the server asked to wait {} s more", left.count()));
  }
  std::mutex mutex;
  std::unique_lock lock(mutex);
  std::condition_variable_any woken;
  woken.wait_until(lock, stop_, site.free_from, [] { return false; });
  if (stop_.stop_requested()) return fail(ErrorCode::kUnreadable, "stopped");
  return {};
}

Fetcher::Site& Fetcher::site_of(const WebAddress& at) {
  if (sites_.size() >= kMostSites && !sites_.contains(at.origin)) sites_.clear();
  return sites_[at.origin];
}

Result<RecordReader> records_of(Fetched fetched) {
  Declared declared;
  declared.url = fetched.address;
  declared.charset = std::move(fetched.charset);
  return RecordReader::over(std::make_unique<OwnedBytes>(std::move(fetched.bytes)), shown_address(fetched.address),
                            kRecordLimit, std::move(declared));
}

}  // namespace sumario::page
