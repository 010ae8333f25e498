#include "page/fetch/http_client.h"

#include <curl/curl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <new>
#include <string_view>

#include "base/byte_source.h"

namespace sumario::page {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr size_t kMostHeaderBytes = size_t{256} << 10;
constexpr int kTickMs = 100;  // how soon a stop request or a limit is noticed

struct EndEasy {
  void operator()(CURL* easy) const { curl_easy_cleanup(easy); }
};
struct EndMulti {
  void operator()(CURLM* multi) const { curl_multi_cleanup(multi); }
};
struct EndList {
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

// At the end, takes from curl all pointers to what one request had.
struct Forget {
  CURL* easy;
  ~Forget() { curl_easy_reset(easy); }
};

// What curl's callbacks share while one request is under way.
struct Exchange {
  const HttpRequest& request;
  const PeerJudge& judge;
  HttpAnswer answer;
  size_t header_bytes = 0;
  curl_off_t raw_bytes = 0;  // of the body, as they came
  Clock::time_point last_byte = Clock::now();
  std::optional<Error> fault = {};  // why we ended it
  bool cut = false;                 // the body was long enough

  size_t too_large(std::string_view what) {
    fault = Error{ErrorCode::kTooLarge, std::string(what)};
    return 0;
  }
  std::string body_limit() const { return "larger than " + size_text(request.most_bytes); }
};

size_t on_body(char* bytes, size_t, size_t count, void* context) {
  auto& exchange = *static_cast<Exchange*>(context);
  std::string& body = exchange.answer.body;
  size_t room = exchange.request.most_bytes - body.size();
  body.append(bytes, std::min(count, room));
  if (count <= room) return count;
  if (!exchange.request.cut_there) return exchange.too_large(exchange.body_limit());
  exchange.cut = true;
  return 0;
}

size_t on_header(char* bytes, size_t, size_t count, void* context) {
  auto& exchange = *static_cast<Exchange*>(context);
  exchange.last_byte = Clock::now();
  exchange.header_bytes += count;
  if (exchange.header_bytes > kMostHeaderBytes) return exchange.too_large("headers without end");
  std::string_view line(bytes, count);
  if (line.starts_with("HTTP/")) exchange.answer = {};  // another answer begins: the one before was of the kind 1xx
  return count;
}

int on_progress(void* context, curl_off_t, curl_off_t received, curl_off_t, curl_off_t) {
  auto& exchange = *static_cast<Exchange*>(context);
  if (received == exchange.raw_bytes) return 0;
  exchange.raw_bytes = received;
  exchange.last_byte = Clock::now();
  if (exchange.request.cut_there || static_cast<uint64_t>(received) <= exchange.request.most_bytes) return 0;
  exchange.too_large(exchange.body_limit());
  return 1;
}

// Called with the very address that is about to be connected to.
curl_socket_t on_socket(void* context, curlsocktype, curl_sockaddr* peer) {
  auto& exchange = *static_cast<Exchange*>(context);
  if (exchange.judge) {
    if (std::optional<std::string> why = exchange.judge(peer->addr)) {
      exchange.fault = Error{ErrorCode::kInvalid, std::move(*why)};
      return CURL_SOCKET_BAD;
    }
  }
  return ::socket(peer->family, peer->socktype | SOCK_CLOEXEC, peer->protocol);
}

Error failure(CURLcode code, const char* details) {
  switch (code) {
    case CURLE_COULDNT_RESOLVE_HOST:
      return {ErrorCode::kNotFound, "no such host"};
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
      return {ErrorCode::kUnreadable, fmt::format("its certificate does not hold: {}", details)};
    case CURLE_COULDNT_CONNECT:
      return {ErrorCode::kNotFound, "cannot connect"};
    case CURLE_OPERATION_TIMEDOUT:
      return {ErrorCode::kUnreadable, "no connection within the time allowed"};
    case CURLE_PARTIAL_FILE:
      return {ErrorCode::kUnreadable, "the connection ended before the whole of it had come"};
    case CURLE_GOT_NOTHING:
      return {ErrorCode::kUnreadable, "the server gave no answer"};
    case CURLE_BAD_CONTENT_ENCODING:
      return {ErrorCode::kDamaged, "its compressed content is damaged"};
    case CURLE_FILESIZE_EXCEEDED:
      return {ErrorCode::kTooLarge, details};
    default:
      return {ErrorCode::kUnreadable, *details ? details : curl_easy_strerror(code)};
  }
}

std::optional<std::string> header(CURL* easy, const char* name) {
  curl_header* found = nullptr;
  if (curl_easy_header(easy, name, 0, CURLH_HEADER, -1, &found) != CURLHE_OK) return std::nullopt;
  return std::string(found->value);
}

// A validator comes back in a request: it must be one line of it.
std::optional<std::string> validator(CURL* easy, const char* name) {
  std::optional<std::string> value = header(easy, name);
  constexpr size_t kLongest = 1024;
  if (!value || value->empty() || value->size() > kLongest) return std::nullopt;
  bool plain = std::all_of(value->begin(), value->end(), [](char c) { return c >= ' ' && c != 0x7F; });
  return plain ? value : std::nullopt;
}

}  // namespace

struct HttpClient::Handles {
  std::string agent;
  HttpLimits limits;
  PeerJudge judge;
  std::stop_token stop;
  std::unique_ptr<CURLM, EndMulti> multi;
  std::unique_ptr<CURL, EndEasy> easy;  // ended before `multi`, which it is part of

  void prepare(Exchange& exchange, const curl_slist* fields, char* details);
  CURLcode perform(Exchange& exchange);
};

HttpClient::HttpClient(std::string agent, HttpLimits limits, PeerJudge judge, std::stop_token stop) {
  static const CURLcode kReady = curl_global_init(CURL_GLOBAL_DEFAULT);
  handles_ = std::make_unique<Handles>();
  *handles_ = {std::move(agent), limits, std::move(judge), std::move(stop), nullptr, nullptr};
  handles_->multi.reset(curl_multi_init());
  handles_->easy.reset(curl_easy_init());
  if (kReady != CURLE_OK || !handles_->multi || !handles_->easy) throw std::bad_alloc();
}

HttpClient::~HttpClient() = default;
HttpClient::HttpClient(HttpClient&&) noexcept = default;
HttpClient& HttpClient::operator=(HttpClient&&) noexcept = default;

void HttpClient::Handles::prepare(Exchange& exchange, const curl_slist* fields, char* details) {
  CURL* handle = easy.get();
  curl_easy_reset(handle);
  auto set = [&](CURLoption option, auto value) { curl_easy_setopt(handle, option, value); };
  set(CURLOPT_URL, exchange.request.address.c_str());
  set(CURLOPT_PROTOCOLS_STR, "http,https");
  set(CURLOPT_USERAGENT, agent.c_str());
  set(CURLOPT_HTTPHEADER, fields);
  set(CURLOPT_ACCEPT_ENCODING, "");  // all that curl can undo
  set(CURLOPT_PROXY, "");            // whatever the environment says: behind a proxy no peer could be judged
  set(CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
  set(CURLOPT_QUICK_EXIT, 1L);  // do not wait for a name server that does not answer
  set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(limits.connect.count()));
  set(CURLOPT_ERRORBUFFER, details);
  set(CURLOPT_OPENSOCKETFUNCTION, on_socket);
  set(CURLOPT_OPENSOCKETDATA, &exchange);
  set(CURLOPT_WRITEFUNCTION, on_body);
  set(CURLOPT_WRITEDATA, &exchange);
  set(CURLOPT_HEADERFUNCTION, on_header);
  set(CURLOPT_HEADERDATA, &exchange);
  set(CURLOPT_XFERINFOFUNCTION, on_progress);
  set(CURLOPT_XFERINFODATA, &exchange);
  set(CURLOPT_NOPROGRESS, 0L);
}

// Runs the request until it ends or a limit ends it; then `exchange.fault` says which.
CURLcode HttpClient::Handles::perform(Exchange& exchange) {
  const Clock::time_point begun = Clock::now();
  auto end_for = [&](std::string why) { exchange.fault = Error{ErrorCode::kUnreadable, std::move(why)}; };
  auto seconds = [](milliseconds span) { return fmt::format("{:g} s", static_cast<double>(span.count()) / 1000); };
  curl_multi_add_handle(multi.get(), easy.get());
  CURLcode code = CURLE_ABORTED_BY_CALLBACK;
  for (int running = 1; running > 0;) {
    if (curl_multi_perform(multi.get(), &running) != CURLM_OK) break;
    int left = 0;
    while (const CURLMsg* message = curl_multi_info_read(multi.get(), &left)) code = message->data.result;
    if (running == 0) break;
    const Clock::time_point now = Clock::now();
    if (stop.stop_requested()) end_for("stopped");
    if (now - exchange.last_byte > limits.silence) end_for("silent for " + seconds(limits.silence));
    if (now - begun > exchange.request.time_left) end_for("not all there after " + seconds(limits.total));
    if (exchange.fault && exchange.fault->code == ErrorCode::kUnreadable) break;
    curl_multi_poll(multi.get(), nullptr, 0, kTickMs, nullptr);
  }
  curl_multi_remove_handle(multi.get(), easy.get());
  return code;
}

Result<HttpAnswer> HttpClient::get(const HttpRequest& request) {
  CURL* easy = handles_->easy.get();
  Exchange exchange{request, handles_->judge, {}};
  std::unique_ptr<curl_slist, EndList> fields;
  auto add_field = [&](const char* name, const std::optional<std::string>& value) {
    if (!value) return;
    curl_slist* longer = curl_slist_append(fields.get(), fmt::format("{}: {}", name, *value).c_str());
    if (!longer) throw std::bad_alloc();
    static_cast<void>(fields.release());
    fields.reset(longer);
  };
  add_field("If-None-Match", request.known.etag);
  add_field("If-Modified-Since", request.known.last_modified);
  std::string details(CURL_ERROR_SIZE, '\0');
  handles_->prepare(exchange, fields.get(), details.data());
  CURLcode code = handles_->perform(exchange);
  const Forget forget{easy};
  if (code != CURLE_OK && !exchange.cut) {
    return tl::unexpected(exchange.fault ? std::move(*exchange.fault) : failure(code, details.c_str()));
  }
  HttpAnswer answer = std::move(exchange.answer);
  curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &answer.status);
  answer.location = header(easy, "location");
  answer.content_type = header(easy, "content-type");
  answer.retry_after = header(easy, "retry-after");
  answer.validators = {validator(easy, "etag"), validator(easy, "last-modified")};
  return answer;
}

}  // namespace sumario::page
