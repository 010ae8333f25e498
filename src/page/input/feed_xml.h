// RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0, as items.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"
#include "page/input/feed_item.h"

namespace sumario::page {

// A feed that has been parsed; its items are made one at a time. Movable; immutable, and so thread-safe.
class Feed {
 public:
  // Reads a feed; `declared.url` is its own address. Errors: those of parse_xml; kDamaged for XML that is no feed.
  static Result<Feed> parse(std::string_view bytes, const Declared& declared, const std::string& name);

  Feed(Feed&&) noexcept;
  Feed& operator=(Feed&&) noexcept;
  ~Feed();

  size_t size() const;
  // Of an item: title, link (alternate, else a permanent guid), authors (its own, else the feed's; at most 32), times,
  // language, outlet (the source it names, else the feed's title), and the fullest of its accounts: content:encoded,
  // then Atom content, XHTML body, description or summary. Links are resolved. An item in which the feed breaks off is
  // an Error, as is the end of a feed that breaks off between items. Precondition: index < size().
  Result<FeedItem> item(size_t index) const;

 private:
  struct Parsed;
  explicit Feed(std::unique_ptr<Parsed> parsed);
  std::unique_ptr<Parsed> parsed_;
};

// "feed.xml:item 3"; counted from one.
std::string item_name(const std::string& feed, size_t index);

}  // namespace sumario::page
