#include "page/fetch/address_filter.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/un.h>

#include <cstring>
#include <string_view>
#include <vector>

namespace sumario::page {
namespace {

// The kind by which an address is refused ("loopback"); "" for a public one.
std::string kind_of(const std::string& text) {
  sockaddr_storage storage{};
  auto& four = reinterpret_cast<sockaddr_in&>(storage);
  auto& six = reinterpret_cast<sockaddr_in6&>(storage);
  if (inet_pton(AF_INET, text.c_str(), &four.sin_addr) == 1) {
    storage.ss_family = AF_INET;
  } else {
    EXPECT_EQ(inet_pton(AF_INET6, text.c_str(), &six.sin6_addr), 1) << text;
    storage.ss_family = AF_INET6;
  }
  std::optional<std::string> why = why_not_public(reinterpret_cast<const sockaddr&>(storage));
  if (!why) return "";
  size_t is = why->find(" is a"), end = why->rfind(" address");
  size_t start = why->find(' ', is + 4) + 1;
  return why->substr(start, end - start);
}

struct Row {
  std::string_view kind;
  std::vector<std::string> addresses;
};

TEST(AddressFilter, KnowsWhatIsNotPublic) {
  const std::vector<Row> rows = {
      {"",
       {"1.1.1.1", "8.8.8.8", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255",
        "128.0.0.0", "169.253.255.255", "169.255.0.0", "172.15.255.255", "172.32.0.0", "192.0.1.0", "192.0.3.0",
        "192.167.255.255", "192.169.0.0", "198.17.255.255", "198.20.0.0", "223.255.255.255"}},
      {"unspecified", {"0.0.0.0", "0.1.2.3", "0.255.255.255", "::"}},
      {"loopback", {"127.0.0.1", "127.0.0.0", "127.255.255.255", "::1"}},
      {"private",
       {"10.0.0.0", "10.255.255.255", "172.16.0.0", "172.31.255.255", "192.168.0.0", "192.168.255.255", "fc00::1",
        "fd12:3456:789a::1", "fec0::1"}},
      {"shared", {"100.64.0.0", "100.127.255.255"}},
      {"link-local", {"169.254.0.0", "169.254.169.254", "169.254.255.255", "fe80::1", "febf::1"}},
      {"multicast", {"224.0.0.1", "239.255.255.255", "ff02::1", "ff0e::1"}},
      {"broadcast", {"255.255.255.255"}},
      {"reserved", {"192.0.0.0", "192.0.0.255", "192.88.99.1", "240.0.0.1", "255.255.255.254"}},
      {"documentation", {"192.0.2.1", "198.51.100.1", "203.0.113.1", "2001:db8::1", "3fff::1"}},
      {"benchmarking", {"198.18.0.0", "198.19.255.255"}},
      // IPv6: global unicast only, and what tunnels within it only by its ends.
      {"", {"2606:4700:4700::1111", "2001:4860:4860::8888", "2a00:1450::1", "3ffe:ffff::1"}},
      {"reserved",
       {"::2", "::8.8.8.8", "100::1", "4000::1", "5f00::1", "2001::1", "2001:10::1", "2001:20::1", "64:ff9b:1::1",
        "::ffff:0:8.8.8.8", "1fff::1"}},
      // An IPv4 address within is the one that counts.
      {"", {"::ffff:8.8.8.8", "64:ff9b::8.8.8.8", "2002:808:808::1"}},
      {"loopback", {"::ffff:127.0.0.1", "64:ff9b::127.0.0.1", "2002:7f00:1::1"}},
      {"private", {"::ffff:10.1.2.3", "::ffff:192.168.1.1", "64:ff9b::172.16.0.1", "2002:c0a8:101::1"}},
      {"link-local", {"::ffff:169.254.169.254", "64:ff9b::a9fe:a9fe", "2002:a9fe:a9fe::1"}},
      {"unspecified", {"::ffff:0.0.0.0", "2002::1"}},
      {"shared", {"::ffff:100.64.0.1"}},
      {"multicast", {"::ffff:224.0.0.1"}},
  };
  for (const Row& row : rows) {
    for (const std::string& address : row.addresses) EXPECT_EQ(kind_of(address), row.kind) << address;
  }
}

TEST(AddressFilter, SaysWhy) {
  sockaddr_in peer{};
  peer.sin_family = AF_INET;
  peer.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  EXPECT_EQ(why_not_public(reinterpret_cast<const sockaddr&>(peer)),
            "127.0.0.1 is a loopback address; --allow-private fetches from it");
}

TEST(AddressFilter, RefusesWhatIsNoInternetAddress) {
  sockaddr_un peer{};
  peer.sun_family = AF_UNIX;
  EXPECT_TRUE(why_not_public(reinterpret_cast<const sockaddr&>(peer)));
}

}  // namespace
}  // namespace sumario::page
