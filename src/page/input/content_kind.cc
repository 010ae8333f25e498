#include "page/input/content_kind.h"

#include <algorithm>
#include <string>

#include "base/ascii.h"

namespace sumario::page {
namespace {

std::string_view without_space(std::string_view text) {
  size_t start = text.find_first_not_of(" \t\r\n\f");
  return start == std::string_view::npos ? std::string_view() : text.substr(start);
}

// What markup it is, by its root element; kText for a text that merely begins with "<".
ContentKind markup_kind(std::string_view text) {
  std::string head = ascii_lowered(text);
  std::string_view rest = head;
  // Before the root: the XML declaration, comments, a document type with or without declarations of its own.
  for (;;) {
    rest = without_space(rest);
    size_t end = std::string_view::npos;
    if (rest.starts_with("<?")) {
      end = rest.find("?>");
    } else if (rest.starts_with("<!--")) {
      end = rest.find("-->");
    } else if (rest.starts_with("<!doctype")) {
      size_t open = rest.find_first_of("[>");
      end = open != std::string_view::npos && rest[open] == '[' ? rest.find(']') : open;
      if (end != std::string_view::npos) end = rest.find('>', end);
    } else {
      break;
    }
    if (end == std::string_view::npos) {  // the root lies behind what is looked at
      return head.find("<rss") != std::string::npos || head.find("<feed") != std::string::npos ? ContentKind::kFeed
                                                                                               : ContentKind::kHtml;
    }
    rest.remove_prefix(rest.find('>', end) + 1);
  }
  bool first = rest.size() == without_space(head).size();
  if (!rest.starts_with('<')) return first ? ContentKind::kText : ContentKind::kHtml;
  std::string_view name = rest.substr(1, rest.find_first_of(" \t\r\n\f/>") - 1);
  std::string_view bare = name.substr(name.find(':') + 1);  // of all prefixes
  if (bare == "rss" || bare == "feed" || bare == "rdf" || name == "channel") return ContentKind::kFeed;
  if (!first) return ContentKind::kHtml;
  for (std::string_view tag :
       {"html",    "head", "body",   "script", "style", "meta", "link", "div",   "span",   "article",
        "section", "main", "header", "title",  "p",     "h1",   "h2",   "table", "center", "font"}) {
    if (name == tag) return ContentKind::kHtml;
  }
  return ContentKind::kText;
}

// JSON Lines have a whole object on the first line.
ContentKind object_kind(std::string_view text) {
  if (text.find("jsonfeed.org/version") != std::string_view::npos) return ContentKind::kJson;
  std::string_view line = text.substr(0, text.find('\n'));
  return without_space(line.substr(1)).empty() && line.size() < text.size() ? ContentKind::kJson
                                                                            : ContentKind::kJsonLines;
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
  if (head.starts_with("WARC/1.") || head.starts_with("filedesc://")) return ContentKind::kArchive;
  std::string_view text = without_space(head);
  if (text.empty()) return ContentKind::kEmpty;
  if (text[0] == '<') return markup_kind(text);  // browsers pass over NUL
  if (text.find('\0') != std::string_view::npos) return ContentKind::kBinary;
  std::string_view inner = without_space(text.substr(1));
  if (text[0] == '{' && (inner.empty() || inner[0] == '"' || inner[0] == '}')) return object_kind(text);
  if (text[0] == '[' && inner.starts_with('{')) return ContentKind::kJson;
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
    case ContentKind::kArchive:
      return "a web archive";
    case ContentKind::kJson:
      return "JSON";
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
