#include <fmt/format.h>
#include <simdjson.h>

#include "base/utf8.h"
#include "page/input/feed_item.h"
#include "page/input/feed_xml.h"
#include "page/input/record_cutter.h"

namespace sumario::page {
namespace {

namespace dom = simdjson::dom;

std::optional<std::string> text_at(dom::object object, std::string_view field) {
  std::string_view text;
  if (object[field].get(text) || text.empty()) return std::nullopt;
  return std::string(text);
}

std::vector<std::string> authors_at(dom::object object) {
  std::vector<std::string> names;
  auto add = [&](dom::element author) {
    dom::object fields;
    if (author.get(fields)) return;
    if (auto name = text_at(fields, "name")) names.push_back(std::move(*name));
  };
  dom::array authors;
  dom::element author;
  if (!object["authors"].get(authors)) {
    for (dom::element one : authors) add(one);
  } else if (!object["author"].get(author)) {
    add(author);
  }
  return names;
}

// JSON Feed 1.1; what 1.0 calls otherwise is read too. Empty for an item that is no object.
std::optional<FeedItem> item_of(dom::element element, dom::object feed, const Declared& declared) {
  dom::object fields;
  if (element.get(fields)) return std::nullopt;
  FeedItem item;
  Declared& said = item.declared;
  said = declared;
  said.charset.reset();
  item.base = text_at(feed, "home_page_url").value_or(declared.url.value_or(""));
  if (auto url = text_at(fields, "url")) said.url = resolved(*url, item.base);
  if (auto title = text_at(fields, "title")) said.title = text_of_html(escaped_html(*title));
  said.authors = authors_at(fields);
  if (said.authors.empty()) said.authors = authors_at(feed);
  said.published = text_at(fields, "date_published");
  said.updated = text_at(fields, "date_modified");
  said.language = text_at(fields, "language");
  if (!said.language) said.language = text_at(feed, "language");
  if (auto outlet = text_at(feed, "title")) said.outlet = std::move(outlet);
  if (auto html = text_at(fields, "content_html")) {
    item.html = std::move(*html);
  } else if (auto text = text_at(fields, "content_text")) {
    item.html = "<pre>" + escaped_html(*text) + "</pre>";
  } else if (auto summary = text_at(fields, "summary")) {
    item.html = "<p>" + escaped_html(*summary) + "</p>";
  }
  return item;
}

class JsonValue final : public RecordCutter {
 public:
  JsonValue(ByteWindow window, Origin origin) : window_(std::move(window)), origin_(std::move(origin)) {}

  std::optional<Result<Record>> next() override {
    if (!read_) {
      read_ = true;
      if (auto whole = read(); !whole) return tl::unexpected(std::move(whole.error()));
    }
    if (single_) {
      single_ = false;
      return Record{origin_.name, RecordKind::kJson, std::string(window_.held()), origin_.declared};
    }
    if (at_ == list_.size()) return std::nullopt;
    return listed(at_++);
  }

 private:
  Result<void> read() {
    auto over = window_.hold(origin_.limit + 1);
    if (!over) return tl::unexpected(std::move(over.error()));
    if (*over) {
      return fail(ErrorCode::kTooLarge, fmt::format("{}: JSON larger than {}", origin_.name, size_text(origin_.limit)));
    }
    if (window_.held().starts_with("\xEF\xBB\xBF")) window_.take(3);
    if (auto broken = first_broken_utf8(window_.held())) {
      return fail(ErrorCode::kDamaged, fmt::format("{}: broken UTF-8 at byte {}", origin_.name, *broken));
    }
    if (auto error = parser_.parse(window_.held().data(), window_.held().size()).get(root_)) {
      return fail(ErrorCode::kDamaged, fmt::format("{}: no JSON: {}", origin_.name, simdjson::error_message(error)));
    }
    dom::array list;
    is_feed_ = !root_.get(feed_) && !feed_["items"].get(list);
    single_ = !is_feed_ && root_.get(list);
    if (!single_) {
      for (dom::element element : list) list_.push_back(element);
    }
    return {};
  }

  Result<Record> listed(size_t index) {
    std::string name = item_name(origin_.name, index);
    if (!is_feed_) return Record{name, RecordKind::kJson, simdjson::minify(list_[index]), origin_.declared};
    auto item = item_of(list_[index], feed_, origin_.declared);
    if (!item) return fail(ErrorCode::kDamaged, name + ": no JSON object");
    return Record{name, RecordKind::kHtml, page_of(*item), std::move(item->declared)};
  }

  ByteWindow window_;
  Origin origin_;
  dom::parser parser_;  // owns what the elements point to
  dom::element root_;
  dom::object feed_;
  std::vector<dom::element> list_;
  size_t at_ = 0;
  bool read_ = false, single_ = false, is_feed_ = false;
};

}  // namespace

std::unique_ptr<RecordCutter> json_value(ByteWindow window, Origin origin) {
  return std::make_unique<JsonValue>(std::move(window), std::move(origin));
}

}  // namespace sumario::page
