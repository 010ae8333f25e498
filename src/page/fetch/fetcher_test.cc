#include "page/fetch/fetcher.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "page/fetch/address_filter.h"
#include "page/fetch/loopback_server_for_tests.h"

namespace sumario::page {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::HasSubstr;
using Send = LoopbackServer::Send;

bool asks(const std::string& request, std::string_view target) {
  return request.starts_with("GET " + std::string(target) + " ");
}

std::string answer(std::string_view status, std::string_view fields, std::string_view body) {
  return "HTTP/1.1 " + std::string(status) + "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n" +
         std::string(fields) + "\r\n" + std::string(body);
}

// A site of plain answers, by target; whatever else is asked for is not there.
LoopbackServer::Handler site(std::map<std::string, std::string> answers) {
  return [answers = std::move(answers)](const std::string& request, const Send& out) {
    auto found = answers.find(request.substr(4, request.find(' ', 4) - 4));
    out(found == answers.end() ? answer("404 Not Found", "", "") : found->second);
  };
}

FetchOptions open_options() {
  FetchOptions options;
  options.pause = 0ms;
  options.judge = nullptr;
  return options;
}

std::string error_of(const Result<Fetched>& fetched) { return fetched ? "fetched" : fetched.error().message; }

TEST(Fetcher, FetchesAPage) {
  LoopbackServer server(
      site({{"/a", answer("200 OK", "Content-Type: text/html; charset=koi8-r\r\nETag: \"1\"\r\n", "text")}}));
  Fetcher fetcher(open_options());
  auto fetched = fetcher.fetch(server.address("/a#part"));
  ASSERT_TRUE(fetched) << fetched.error().message;
  EXPECT_EQ(fetched->bytes, "text");
  EXPECT_EQ(fetched->address, server.address("/a"));
  EXPECT_EQ(fetched->charset, "koi8-r");
  EXPECT_EQ(fetched->validators.etag, "\"1\"");
  EXPECT_FALSE(fetched->unchanged);
}

TEST(Fetcher, TellsNothingButItsName) {
  std::string seen;
  LoopbackServer server([&](const std::string& request, const Send& out) {
    seen = request;
    out(answer("200 OK", "Set-Cookie: id=1; Path=/\r\n", "x"));
  });
  FetchOptions options = open_options();
  options.agent = "sumario/9 (+desk@example.org)";
  options.ignore_robots = true;
  Fetcher fetcher(options);
  ASSERT_TRUE(fetcher.fetch(server.address("/a")));
  ASSERT_TRUE(fetcher.fetch(server.address("/b")));
  EXPECT_THAT(seen, HasSubstr("User-Agent: sumario/9 (+desk@example.org)\r\n"));
  for (const char* field : {"Cookie", "Referer", "Authorization"}) EXPECT_EQ(seen.find(field), seen.npos) << field;
}

TEST(Fetcher, UnlessToldOtherwiseNoAddressButPublicOnesIsConnectedTo) {
  LoopbackServer server(site({{"/", answer("200 OK", "", "secret")}}));
  Fetcher fetcher(FetchOptions{});
  const std::string port = ":" + std::to_string(server.port()) + "/";
  for (const char* host : {"127.0.0.1", "localhost", "2130706433", "0x7f000001", "127.1", "[::ffff:127.0.0.1]",
                           "0.0.0.0", "[::]", "[::1]"})
    EXPECT_THAT(error_of(fetcher.fetch("http://" + std::string(host) + port)), HasSubstr("address")) << host;
  EXPECT_THAT(server.asked(), ElementsAre());
}

// The judge here lets one loopback address pass for a public one.
std::optional<std::string> only_the_first(const sockaddr& peer) {
  const auto& four = reinterpret_cast<const sockaddr_in&>(peer);
  if (peer.sa_family == AF_INET && four.sin_addr.s_addr == htonl(INADDR_LOOPBACK)) return std::nullopt;
  return why_not_public(peer);
}

TEST(Fetcher, EveryRedirectIsLookedAtLikeTheFirstAddress) {
  LoopbackServer* self = nullptr;
  LoopbackServer server([&](const std::string& request, const Send& out) {
    std::string to = "Location: http://127.0.0.2:" + std::to_string(self->port()) + "/secret\r\n";
    if (asks(request, "/file")) to = "Location: file:///etc/hostname\r\n";
    if (asks(request, "/user")) to = "Location: http://ann:secret@127.0.0.1/\r\n";
    if (asks(request, "/nowhere")) to = "";
    out(answer("302 Found", to, ""));
  });
  self = &server;
  FetchOptions options = open_options();
  options.judge = only_the_first;
  options.ignore_robots = true;
  Fetcher fetcher(options);
  EXPECT_THAT(error_of(fetcher.fetch(server.address("/to"))),
              testing::AllOf(HasSubstr(server.address("/to: redirected to http://127.0.0.2:")), HasSubstr("loopback")));
  EXPECT_THAT(error_of(fetcher.fetch(server.address("/file"))),
              HasSubstr("redirects to file:///etc/hostname: only http and https"));
  EXPECT_THAT(error_of(fetcher.fetch(server.address("/user"))), HasSubstr("a name or a password"));
  EXPECT_THAT(error_of(fetcher.fetch(server.address("/nowhere"))), HasSubstr("a redirect to nowhere"));
  EXPECT_THAT(server.asked(), ElementsAre("GET /to", "GET /file", "GET /user", "GET /nowhere"));
}

TEST(Fetcher, TheRobotsTxtOfARedirectIsNoWayAroundTheJudge) {
  LoopbackServer server(site({{"/robots.txt", answer("301 Moved", "Location: http://127.0.0.2:1/\r\n", "")}}));
  FetchOptions options = open_options();
  options.judge = only_the_first;
  Fetcher fetcher(options);
  EXPECT_THAT(error_of(fetcher.fetch(server.address("/a"))), HasSubstr("127.0.0.2 is a loopback address"));
  EXPECT_THAT(server.asked(), ElementsAre("GET /robots.txt"));
}

TEST(Fetcher, RedirectsEnd) {
  LoopbackServer server([](const std::string& request, const Send& out) {
    char last = request[request.find(' ', 4) - 1];
    std::string next(1, static_cast<char>(last + 1));
    bool there = last == '5' && request.starts_with("GET /few");
    out(there ? answer("200 OK", "", "x") : answer("307 T", "Location: " + request.substr(4, 4) + next + "\r\n", ""));
  });
  FetchOptions options = open_options();
  options.ignore_robots = true;
  Fetcher fetcher(options);
  auto few = fetcher.fetch(server.address("/few0"));
  ASSERT_TRUE(few) << few.error().message;
  EXPECT_EQ(few->address, server.address("/few5"));
  EXPECT_THAT(error_of(fetcher.fetch(server.address("/lot0"))), HasSubstr("more than 5 redirects"));
}

TEST(Fetcher, RobotsTxtIsAskedOnceAndObeyed) {
  LoopbackServer server(site({{"/robots.txt", answer("200 OK", "", "User-agent: sumario\nDisallow: /private\n")},
                              {"/a", answer("200 OK", "", "a")},
                              {"/to", answer("302 Found", "Location: /private/b\r\n", "")}}));
  Fetcher fetcher(open_options());
  EXPECT_TRUE(fetcher.fetch(server.address("/a")));
  auto refused = fetcher.fetch(server.address("/private/a"));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::kInvalid);
  EXPECT_THAT(refused.error().message, HasSubstr("robots.txt"));
  EXPECT_THAT(error_of(fetcher.fetch(server.address("/to"))), HasSubstr("/private/b: the site's robots.txt"));
  EXPECT_THAT(server.asked(), ElementsAre("GET /robots.txt", "GET /a", "GET /to"));
}

TEST(Fetcher, ARobotsTxtThatFailsAllowsNothing) {
  LoopbackServer server(site({{"/robots.txt", answer("503 Busy", "", "")}, {"/a", answer("200 OK", "", "a")}}));
  Fetcher fetcher(open_options());
  EXPECT_THAT(error_of(fetcher.fetch(server.address("/a"))),
              HasSubstr("robots.txt cannot be had: the server answered 503"));
  EXPECT_THAT(error_of(fetcher.fetch(server.address("/a"))), HasSubstr("robots.txt cannot be had"));
  EXPECT_THAT(server.asked(), ElementsAre("GET /robots.txt"));
}

TEST(Fetcher, RobotsTxtMayHaveMoved) {
  LoopbackServer server(site({{"/robots.txt", answer("301 Moved", "Location: /r\r\n", "")},
                              {"/r", answer("200 OK", "", "User-agent: *\nDisallow: /\n")}}));
  Fetcher fetcher(open_options());
  EXPECT_THAT(error_of(fetcher.fetch(server.address("/a"))), HasSubstr("asks programs not to read it"));
}

TEST(Fetcher, AsksOnlyForWhatIsNew) {
  LoopbackServer server([](const std::string& request, const Send& out) {
    bool known = request.find("If-None-Match: \"v1\"\r\n") != request.npos &&
                 request.find("If-Modified-Since: Tue, 05 Mar 2024 10:00:00 GMT\r\n") != request.npos;
    out(known ? "HTTP/1.1 304 Not Modified\r\n\r\n"
              : answer("200 OK", "ETag: \"v1\"\r\nLast-Modified: Tue, 05 Mar 2024 10:00:00 GMT\r\n", "text"));
  });
  FetchOptions options = open_options();
  options.ignore_robots = true;
  Fetcher fetcher(options);
  auto first = fetcher.fetch(server.address("/feed"));
  ASSERT_TRUE(first);
  auto again = fetcher.fetch(server.address("/feed"), first->validators);
  ASSERT_TRUE(again) << again.error().message;
  EXPECT_TRUE(again->unchanged);
  EXPECT_EQ(again->bytes, "");
  EXPECT_EQ(again->validators.etag, "\"v1\"");
}

TEST(Fetcher, LeavesAPauseBetweenTwoRequestsToOneSite) {
  LoopbackServer server(site({{"/a", answer("200 OK", "", "a")}}));
  FetchOptions options = open_options();
  options.pause = 150ms;
  Fetcher fetcher(options);
  ASSERT_TRUE(fetcher.fetch(server.address("/a")));
  auto begun = std::chrono::steady_clock::now();
  ASSERT_TRUE(fetcher.fetch(server.address("/a")));
  EXPECT_GE(std::chrono::steady_clock::now() - begun, 140ms);
}

TEST(Fetcher, ASiteThatAsksToWaitIsLeftAlone) {
  LoopbackServer server(site({{"/a", answer("429 Too Many", "Retry-After: 3600\r\n", "")}}));
  Fetcher fetcher(open_options());
  EXPECT_THAT(error_of(fetcher.fetch(server.address("/a"))), HasSubstr("asks to come back in 3600 s (429)"));
  EXPECT_THAT(error_of(fetcher.fetch(server.address("/b"))), HasSubstr("asked to wait 3600 s more"));
  EXPECT_THAT(server.asked(), ElementsAre("GET /robots.txt", "GET /a"));
}

TEST(Fetcher, SizeAndTimeHaveTheirLimits) {
  LoopbackServer server([](const std::string& request, const Send& out) {
    if (asks(request, "/big")) out(answer("200 OK", "", std::string(2000, 'x')));
    if (asks(request, "/lie")) out("HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\nshort");
    if (asks(request, "/headers")) {
      out("HTTP/1.1 200 OK\r\n");
      while (out("X-Field: " + std::string(1000, 'x') + "\r\n")) continue;
    }
    bool trickles = asks(request, "/trickle");
    if (trickles || asks(request, "/silent")) out("HTTP/1.1 200 OK\r\n\r\n");
    for (int i = 0; i < 40; ++i) {
      if (!trickles && !asks(request, "/silent")) break;
      if (!out(trickles ? "x" : "")) break;
      std::this_thread::sleep_for(50ms);
    }
  });
  FetchOptions options = open_options();
  options.ignore_robots = true;
  options.most_bytes = 1024;
  options.limits = {1000ms, 300ms, 900ms};
  Fetcher fetcher(options);
  EXPECT_THAT(error_of(fetcher.fetch(server.address("/big"))), HasSubstr("larger than 1 kB"));
  EXPECT_THAT(error_of(fetcher.fetch(server.address("/lie"))), HasSubstr("ended before the whole of it had come"));
  EXPECT_THAT(error_of(fetcher.fetch(server.address("/headers"))), HasSubstr("headers without end"));
  EXPECT_THAT(error_of(fetcher.fetch(server.address("/trickle"))), HasSubstr("not all there after 0.9 s"));
  EXPECT_THAT(error_of(fetcher.fetch(server.address("/silent"))), HasSubstr("silent for 0.3 s"));
}

TEST(Fetcher, RedirectsShareTheTimeOfAPage) {
  LoopbackServer server([](const std::string& request, const Send& out) {
    std::this_thread::sleep_for(200ms);
    out(answer("302 Found", "Location: " + request.substr(4, request.find(' ', 4) - 4) + "x\r\n", ""));
  });
  FetchOptions options = open_options();
  options.ignore_robots = true;
  options.limits.total = 500ms;
  EXPECT_THAT(error_of(Fetcher(options).fetch(server.address("/a"))), HasSubstr("not all there after 0.5 s"));
}

TEST(Fetcher, AStopRequestEndsTheWait) {
  LoopbackServer server([](const std::string&, const Send& out) {
    for (int i = 0; i < 100 && out(""); ++i) std::this_thread::sleep_for(50ms);
  });
  std::stop_source stop;
  Fetcher fetcher(open_options(), stop.get_token());
  std::jthread stopper([&] {
    std::this_thread::sleep_for(200ms);
    stop.request_stop();
  });
  auto begun = std::chrono::steady_clock::now();
  EXPECT_THAT(error_of(fetcher.fetch(server.address("/a"))), HasSubstr("stopped"));
  EXPECT_LT(std::chrono::steady_clock::now() - begun, 2s);
}

TEST(Fetcher, WhatCannotBeReachedIsAnError) {
  int port = LoopbackServer([](const std::string&, const Send&) {}).port();
  Fetcher fetcher(open_options());
  EXPECT_THAT(error_of(fetcher.fetch("http://127.0.0.1:" + std::to_string(port) + "/a")), HasSubstr("cannot connect"));
  EXPECT_THAT(error_of(fetcher.fetch("ftp://127.0.0.1/a")), HasSubstr("only http and https"));
}

TEST(RecordsOf, APageKnowsItsAddressAndItsServersCharset) {
  auto reader = records_of({"https://example.org/a", "koi8-r", {}, false, "<!doctype html><p>Text"});
  ASSERT_TRUE(reader);
  auto record = reader->next();
  ASSERT_TRUE(record && *record);
  EXPECT_EQ((*record)->name, "https://example.org/a");
  EXPECT_EQ((*record)->declared.url, "https://example.org/a");
  EXPECT_EQ((*record)->declared.charset, "koi8-r");
  EXPECT_EQ((*record)->bytes, "<!doctype html><p>Text");
}

}  // namespace
}  // namespace sumario::page
