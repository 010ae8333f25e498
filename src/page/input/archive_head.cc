#include "page/input/archive_head.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <vector>

#include "page/input/http_message.h"

namespace sumario::page {
namespace {

std::optional<uint64_t> number(std::string_view digits) {
  uint64_t value = 0;
  auto [stop, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (digits.empty() || error != std::errc() || stop != digits.data() + digits.size()) return std::nullopt;
  return value;
}

bool all_digits(std::string_view text) {
  return std::ranges::all_of(text, [](unsigned char c) { return std::isdigit(c); });
}

ArchiveHead::Block block_of(std::string_view type, std::string_view media) {
  using Block = ArchiveHead::Block;
  if (type == "response") return media == "application/http" || media.empty() ? Block::kResponse : Block::kOther;
  return type == "resource" || type == "conversion" ? Block::kPage : Block::kOther;
}

// The 14 digits of a moment, 12 without its seconds.
bool is_arc_date(std::string_view field) { return (field.size() == 14 || field.size() == 12) && all_digits(field); }

// "93.184.216.34", an IPv6 address, or "0.0.0.0" where none was known.
bool is_address(std::string_view field) {
  return !field.empty() &&
         std::ranges::all_of(field, [](unsigned char c) { return std::isxdigit(c) || c == '.' || c == ':'; });
}

}  // namespace

std::optional<ArchiveHead> warc_head(std::string_view head) {
  if (!head.starts_with("WARC/")) return std::nullopt;
  auto length = number(header_field(head, "Content-Length").value_or(""));
  if (!length) return std::nullopt;
  ArchiveHead record;
  record.length = *length;
  if (auto type = header_field(head, "Content-Type")) record.type = content_type_of(*type);
  record.block = block_of(header_field(head, "WARC-Type").value_or(""), record.type ? record.type->media : "");
  std::string_view url = header_field(head, "WARC-Target-URI").value_or("");
  if (url.starts_with('<') && url.ends_with('>')) url = url.substr(1, url.size() - 2);  // as wget writes it
  record.url = url;
  return record;
}

std::optional<ArchiveHead> arc_head(std::string_view line) {
  while (line.ends_with('\r') || line.ends_with('\n') || line.ends_with(' ')) line.remove_suffix(1);
  if (line.find("://") == std::string_view::npos && !line.starts_with("dns:")) return std::nullopt;
  std::vector<std::string_view> fields;  // from the last to the first, as far as they are needed
  size_t end = line.size();
  while (fields.size() < 9 && end != std::string_view::npos && end > 0) {
    size_t space = line.rfind(' ', end - 1);
    if (space == std::string_view::npos) break;
    fields.push_back(line.substr(space + 1, end - space - 1));
    end = space;
    // The date tells where the fields of the address end: "URL address date type …".
    if (fields.size() < 4 || !is_address(fields.back()) || !is_arc_date(fields[fields.size() - 2])) continue;
    auto length = number(fields[0]);
    if (!length) return std::nullopt;
    ArchiveHead record;
    record.url = line.substr(0, end);
    record.length = *length;
    record.block = ArchiveHead::Block::kResponse;
    return record;
  }
  return std::nullopt;
}

}  // namespace sumario::page
