// Addresses of the web, as RFC 3986 and curl read them.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace sumario::page {

// An http or https address in normal form: without dot segments, fragment, name or password.
struct WebAddress {
  std::string text;    // "https://example.org/news?page=2"
  std::string origin;  // "https://example.org:443": whose robots.txt and pace it keeps
  std::string target;  // "/news?page=2"
};

// Is it an address ("https://…", also of a scheme that is not fetched) and no file name?
bool is_address(std::string_view argument);

// Reads an address; with a base, one relative to it. Errors, naming the address: kUnsupported for other schemes than
// http and https, kInvalid for what is none, is longer than 8 kB, or carries a name or a password. Thread-safe.
Result<WebAddress> web_address(std::string_view text);
Result<WebAddress> web_address(std::string_view reference, const WebAddress& base);

// The address as messages show it: without control characters, cut where it is very long.
std::string shown_address(std::string_view text);

}  // namespace sumario::page
