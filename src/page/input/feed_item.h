// An item of a feed, whatever its format, and the document it becomes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "page/input/records.h"

namespace sumario::page {

struct FeedItem {
  Declared declared;  // links resolved, texts without markup
  std::string html;   // the fullest account the item gives
  std::string base;   // the address that links inside `html` are relative to; empty if not known
};

// A page that holds the item's account as its article, with its title, language and base address in its head; in
// UTF-8. Two items are the same bytes only if they agree in all of these.
std::string page_of(const FeedItem& item);

// The text as HTML that shows it: & < > " as references.
std::string escaped_html(std::string_view text);

// What a reader sees of a piece of HTML: its text with references resolved, tags, scripts and styles left out, white
// space folded. `html` is UTF-8; beyond 16 kB it is cut.
std::string text_of_html(std::string_view html);

// `address` resolved against `base` (RFC 3986); as it stands where either is no URI; empty if longer than
// 8 kB.
std::string resolved(std::string_view address, std::string_view base);

}  // namespace sumario::page
