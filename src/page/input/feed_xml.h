// RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0, as items.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "page/input/feed_item.h"

namespace sumario::page {

struct FeedItems {
  std::vector<Result<FeedItem>> items;  // in the order of the feed; a damaged one in its place
};

// Reads a feed. Of an item: title, link (alternate, else a permanent guid), authors (its own, else the feed's), times,
// language, outlet (the source it names, else the feed's title), and the fullest of its accounts: content:encoded, then
// Atom content, XHTML body, description or summary. `declared.url` is the feed's own address. Errors: those of
// parse_xml; kDamaged for a document that is no feed. An item in which the document breaks off is an Error, naming it.
Result<FeedItems> parse_feed(std::string_view bytes, const Declared& declared, const std::string& name);

// "feed.xml:item 3"; counted from one.
std::string item_name(const std::string& feed, size_t index);

}  // namespace sumario::page
