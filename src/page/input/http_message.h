// A stored HTTP response (RFC 9112): its head, and its body as the server meant it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "page/input/content_type.h"

namespace sumario::page {

struct HttpHead {
  int status = 0;
  std::optional<ContentType> type;
  bool chunked = false;
  std::vector<std::string> codings;  // of the content, in the order they were put on
  size_t size = 0;                   // bytes up to the body
};

// The value of a header field ("Name: value" lines, CR LF or LF, up to an empty line); names in any case; the first of
// several. Pure.
std::optional<std::string_view> header_field(std::string_view head, std::string_view name);

// Empty where `message` does not begin with a status line.
std::optional<HttpHead> http_head(std::string_view message);

// The body behind the head with chunks joined and content codings undone. Archives often hold bodies that are already
// joined or unpacked though the head says otherwise: those are given as they stand. Errors, naming `name`: kDamaged for
// a coded body that breaks off, kUnsupported for a coding that is not known, kTooLarge for more than `limit` bytes or
// 300 times what went in. Memory: the limit, twice.
Result<std::string> http_body(std::string_view message, const HttpHead& head, size_t limit, const std::string& name);

}  // namespace sumario::page
