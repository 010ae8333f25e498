// Which network addresses a page may come from: those of the public Internet. Whoever names an address to be fetched,
// or answers with a redirect, must not be able to reach this machine, its neighbours or a cloud's metadata through us.
#pragma once

#include <sys/socket.h>

#include <optional>
#include <string>

namespace sumario::page {

// Why a peer is not on the public Internet ("127.0.0.1 is a loopback address; …"), by the IANA special-purpose
// registries (RFC 6890): unspecified, loopback, private, link-local, shared (CGNAT), multicast, reserved and
// documentation addresses, and whatever is not global unicast in IPv6; of addresses that carry an IPv4 address within
// (mapped, 6to4, NAT64) that one counts. Empty for a public peer. Pure; thread-safe.
std::optional<std::string> why_not_public(const sockaddr& peer);

}  // namespace sumario::page
