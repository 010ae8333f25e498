#include "page/fetch/address_filter.h"

#include <arpa/inet.h>
#include <netinet/in.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <string_view>
#include <vector>

namespace sumario::page {
namespace {

using Bytes4 = std::array<unsigned char, 4>;
using Bytes16 = std::array<unsigned char, 16>;

template <typename Bytes>
struct Network {
  Bytes prefix;
  size_t bits;
  std::string_view kind;

  bool holds(const Bytes& address) const {
    size_t whole = bits / 8;
    if (!std::equal(prefix.begin(), prefix.begin() + static_cast<std::ptrdiff_t>(whole), address.begin())) return false;
    if (bits % 8 == 0) return true;
    auto mask = static_cast<unsigned char>(0xFF << (8 - bits % 8));
    return ((prefix.at(whole) ^ address.at(whole)) & mask) == 0;
  }
};

template <typename Bytes>
Network<Bytes> network(const char* prefix, size_t bits, std::string_view kind = {}) {
  Network<Bytes> made{{}, bits, kind};
  inet_pton(sizeof(Bytes) == 4 ? AF_INET : AF_INET6, prefix, made.prefix.data());
  return made;
}

template <typename Bytes>
std::string_view kind_in(const std::vector<Network<Bytes>>& networks, const Bytes& address) {
  for (const Network<Bytes>& one : networks) {
    if (one.holds(address)) return one.kind;
  }
  return {};
}

// "a loopback", "a private": what an address is that is not public; empty where it is.
std::string_view kind_of(const Bytes4& address) {
  static const auto n = network<Bytes4>;
  static const std::vector<Network<Bytes4>> kNotPublic = {
      n("0.0.0.0", 8, "an unspecified"),       n("10.0.0.0", 8, "a private"),
      n("100.64.0.0", 10, "a shared"),         n("127.0.0.0", 8, "a loopback"),
      n("169.254.0.0", 16, "a link-local"),    n("172.16.0.0", 12, "a private"),
      n("192.0.0.0", 24, "a reserved"),        n("192.0.2.0", 24, "a documentation"),
      n("192.88.99.0", 24, "a reserved"),      n("192.168.0.0", 16, "a private"),
      n("198.18.0.0", 15, "a benchmarking"),   n("198.51.100.0", 24, "a documentation"),
      n("203.0.113.0", 24, "a documentation"), n("224.0.0.0", 4, "a multicast"),
      n("255.255.255.255", 32, "a broadcast"), n("240.0.0.0", 4, "a reserved"),
  };
  return kind_in(kNotPublic, address);
}

Bytes4 within(const Bytes16& address, size_t offset) {
  Bytes4 inner;
  std::copy_n(address.begin() + static_cast<std::ptrdiff_t>(offset), inner.size(), inner.begin());
  return inner;
}

std::string_view kind_of(const Bytes16& address) {
  static const auto n = network<Bytes16>;
  static const Network<Bytes16> kMapped = n("::ffff:0:0", 96, {}), kNat64 = n("64:ff9b::", 96, {}),
                                kSixToFour = n("2002::", 16, {}), kGlobal = n("2000::", 3, {});
  static const std::vector<Network<Bytes16>> kNotPublic = {
      n("::", 128, "an unspecified"),  n("::1", 128, "a loopback"),        n("fc00::", 7, "a private"),
      n("fe80::", 10, "a link-local"), n("fec0::", 10, "a private"),       n("ff00::", 8, "a multicast"),
      n("2001::", 23, "a reserved"),   n("3fff::", 20, "a documentation"), n("2001:db8::", 32, "a documentation"),
  };
  if (kMapped.holds(address) || kNat64.holds(address)) return kind_of(within(address, 12));
  if (kSixToFour.holds(address)) return kind_of(within(address, 2));
  std::string_view kind = kind_in(kNotPublic, address);
  return kind.empty() && !kGlobal.holds(address) ? "a reserved" : kind;
}

template <typename Bytes>
std::optional<std::string> verdict(int family, const void* raw) {
  Bytes address;
  std::memcpy(address.data(), raw, address.size());
  std::string_view kind = kind_of(address);
  if (kind.empty()) return std::nullopt;
  std::array<char, INET6_ADDRSTRLEN> text{};
  inet_ntop(family, raw, text.data(), text.size());
  return std::string(text.data()) + " is " + std::string(kind) + " address; --allow-private fetches from it";
}

}  // namespace

std::optional<std::string> why_not_public(const sockaddr& peer) {
  if (peer.sa_family == AF_INET) {
    return verdict<Bytes4>(AF_INET, &reinterpret_cast<const sockaddr_in&>(peer).sin_addr);
  }
  if (peer.sa_family == AF_INET6) {
    return verdict<Bytes16>(AF_INET6, &reinterpret_cast<const sockaddr_in6&>(peer).sin6_addr);
  }
  return "its address is none of the Internet";
}

}  // namespace sumario::page
