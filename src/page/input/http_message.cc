#include "page/input/http_message.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/ascii.h"
#include "page/input/coding.h"

namespace sumario::page {
namespace {

constexpr size_t kMostCodings = 3;

std::string_view stripped(std::string_view text) { return sumario::stripped(text, " \t\r"); }

// Where the body starts: behind the first empty line, or at the end.
size_t end_of_head(std::string_view message) {
  for (size_t at = 0; at < message.size();) {
    size_t end = message.find('\n', at);
    if (end == std::string_view::npos) return message.size();
    if (stripped(message.substr(at, end - at)).empty()) return end + 1;
    at = end + 1;
  }
  return message.size();
}

std::vector<std::string> listed(std::string_view value) {
  std::vector<std::string> items;
  for (size_t at = 0; at <= value.size();) {
    size_t comma = std::min(value.find(',', at), value.size());
    if (std::string_view item = stripped(value.substr(at, comma - at)); !item.empty()) items.emplace_back(item);
    at = comma + 1;
  }
  return items;
}

// The chunks joined; what no longer looks like a chunk is given as it stands, as is a body that never did.
std::string joined_chunks(std::string_view body) {
  std::string joined;
  for (size_t at = 0; at < body.size();) {
    size_t end = body.find('\n', at);
    std::string_view line = stripped(body.substr(at, std::min(end, body.size()) - at));
    uint64_t size = 0;
    auto [stop, error] = std::from_chars(line.data(), line.data() + line.size(), size, 16);
    bool is_size = error == std::errc() && (stop == line.data() + line.size() || *stop == ';' || *stop == ' ');
    if (!is_size || end == std::string_view::npos) {
      joined += body.substr(at);
      break;
    }
    if (size == 0) break;
    std::string_view chunk = body.substr(end + 1).substr(0, size);
    joined += chunk;
    at = end + 1 + chunk.size();
    if (body.substr(at).starts_with("\r\n"))
      at += 2;
    else if (body.substr(at).starts_with("\n"))
      at += 1;
  }
  return joined;
}

bool looks_like(std::string_view body, Coding coding) {
  switch (coding) {
    case Coding::kGzip:
      return body.starts_with("\x1F\x8B");
    case Coding::kZstd:
      return body.starts_with("\x28\xB5\x2F\xFD");
    case Coding::kDeflate:
    case Coding::kBrotli:  // any bytes may begin one: what is plainly markup or text is taken for that
      return std::any_of(
          body.begin(), body.begin() + static_cast<std::ptrdiff_t>(std::min<size_t>(body.size(), 16)),
          [](char c) { return static_cast<unsigned char>(c) < 9 || static_cast<unsigned char>(c) > 126; });
  }
  return false;
}

}  // namespace

std::optional<std::string_view> header_field(std::string_view head, std::string_view name) {
  for (size_t at = 0; at < head.size();) {
    size_t end = std::min(head.find('\n', at), head.size());
    std::string_view line = head.substr(at, end - at);
    size_t colon = line.find(':');
    if (colon != std::string_view::npos && same_ignoring_case(stripped(line.substr(0, colon)), name)) {
      return stripped(line.substr(colon + 1));
    }
    at = end + 1;
  }
  return std::nullopt;
}

std::optional<HttpHead> http_head(std::string_view message) {
  if (!message.starts_with("HTTP/")) return std::nullopt;
  HttpHead head;
  head.size = end_of_head(message);
  std::string_view fields = message.substr(0, head.size);
  std::string_view status = fields.substr(0, fields.find('\n'));
  status.remove_prefix(std::min(status.find(' '), status.size()));
  status = stripped(status);
  std::from_chars(status.data(), status.data() + status.size(), head.status);
  if (auto type = header_field(fields, "Content-Type")) head.type = content_type_of(*type);
  if (auto transfer = header_field(fields, "Transfer-Encoding")) {
    for (const std::string& coding : listed(*transfer))
      head.chunked = head.chunked || same_ignoring_case(coding, "chunked");
  }
  if (auto coded = header_field(fields, "Content-Encoding")) head.codings = listed(*coded);
  return head;
}

Result<std::string> http_body(std::string_view message, const HttpHead& head, size_t limit, const std::string& name) {
  std::string_view raw = message.substr(head.size);
  std::string body = head.chunked ? joined_chunks(raw) : std::string(raw);
  if (head.codings.size() > kMostCodings) return fail(ErrorCode::kUnsupported, name + ": coded too many times over");
  for (auto at = head.codings.rbegin(); at != head.codings.rend(); ++at) {
    if (same_ignoring_case(*at, "identity") || same_ignoring_case(*at, "none")) continue;
    auto coding = coding_named(*at);
    if (!coding) return fail(ErrorCode::kUnsupported, fmt::format("{}: content coding '{}'", name, at->substr(0, 40)));
    if (!looks_like(body, *coding)) continue;
    auto source = unpacked(memory_bytes(body), *coding, name, {.most_bytes = limit, .most_ratio = 300});
    auto plain = read_all(*source, name, limit);
    if (!plain) return tl::unexpected(std::move(plain.error()));
    body = std::move(*plain);
  }
  if (body.size() > limit) {
    return fail(ErrorCode::kTooLarge, fmt::format("{}: a page larger than {}", name, size_text(limit)));
  }
  return body;
}

}  // namespace sumario::page
