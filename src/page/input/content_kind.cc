#include "page/input/content_kind.h"

#include <algorithm>
#include <cctype>
#include <string>

namespace sumario::page {
namespace {

std::string_view without_space(std::string_view text) {
  size_t start = text.find_first_not_of(" \t\r\n\f");
  return start == std::string_view::npos ? std::string_view() : text.substr(start);
}

std::string lowered(std::string_view text) {
  std::string lower(text);
  std::ranges::transform(lower, lower.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return lower;
}

// What markup it is; kText for a text that merely begins with "<".
ContentKind markup_kind(std::string_view text) {
  std::string head = lowered(text.substr(0, 2048));
  if (head.find("<rss") != std::string::npos || head.find("<feed") != std::string::npos ||
      head.find("<rdf:rdf") != std::string::npos) {
    return ContentKind::kFeed;
  }
  for (std::string_view tag : {"<!doctype html", "<html", "<head", "<body", "<?xml", "<!--", "<script", "<meta", "<div",
                               "<article", "<title", "<p>", "<h1"}) {
    if (head.starts_with(tag)) return ContentKind::kHtml;
  }
  return ContentKind::kText;
}

bool is_wide(std::string_view head) {
  using namespace std::string_view_literals;
  for (std::string_view start : {"\xFF\xFE"sv, "\xFE\xFF"sv, "<\0"sv, "\0<"sv, "\0\0\xFE\xFF"sv, "\0\0\0<"sv}) {
    if (head.starts_with(start)) return true;
  }
  return false;
}

// UTF-16 or UTF-32 as it would look in one byte a letter: enough to know markup by.
std::string narrowed(std::string_view head) {
  std::string narrow;
  for (char c : head) {
    if (c != '\0' && c != '\xFE' && c != '\xFF') narrow += c;
  }
  return narrow;
}

}  // namespace

ContentKind content_kind(std::string_view head) {
  if (is_wide(head)) {
    std::string narrow = narrowed(head);
    size_t start = narrow.find_first_not_of(" \t\r\n");
    return start != std::string::npos && narrow[start] == '<' ? markup_kind(std::string_view(narrow).substr(start))
                                                              : ContentKind::kText;
  }
  if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  if (head.starts_with("%PDF-")) return ContentKind::kPdf;
  if (head.starts_with("PK\x03\x04")) return ContentKind::kZip;
  if (head.starts_with("WARC/")) return ContentKind::kWarc;
  std::string_view text = without_space(head);
  if (text.empty()) return ContentKind::kEmpty;
  if (text.find('\0') != std::string_view::npos) return ContentKind::kBinary;
  std::string_view inner = without_space(text.substr(1));
  if (text[0] == '{' && (inner.empty() || inner[0] == '"' || inner[0] == '}')) return ContentKind::kJsonLines;
  if (text[0] == '[' && inner.starts_with('{')) return ContentKind::kJsonArray;
  if (text[0] == '<') return markup_kind(text);
  return ContentKind::kText;
}

std::string_view words_for(ContentKind kind) {
  switch (kind) {
    case ContentKind::kEmpty:
      return "an empty file";
    case ContentKind::kText:
      return "plain text";
    case ContentKind::kJsonLines:
      return "JSON Lines";
    case ContentKind::kHtml:
      return "HTML";
    case ContentKind::kFeed:
      return "RSS or Atom";
    case ContentKind::kWarc:
      return "WARC";
    case ContentKind::kJsonArray:
      return "a JSON array";
    case ContentKind::kPdf:
      return "a PDF file";
    case ContentKind::kZip:
      return "a ZIP archive";
    case ContentKind::kBinary:
      return "no text";
  }
  return "";
}

}  // namespace sumario::page
