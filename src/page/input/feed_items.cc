#include <fmt/format.h>

#include "page/input/feed_xml.h"
#include "page/input/record_cutter.h"

namespace sumario::page {
namespace {

class FeedCutter final : public RecordCutter {
 public:
  FeedCutter(ByteWindow window, Origin origin) : window_(std::move(window)), origin_(std::move(origin)) {}

  std::optional<Result<Record>> next() override {
    if (!read_) {
      read_ = true;
      if (auto all = read(); !all) return tl::unexpected(std::move(all.error()));
    }
    if (!feed_ || given_ == feed_->size()) return std::nullopt;
    size_t index = given_++;
    Result<FeedItem> item = feed_->item(index);
    if (!item) return tl::unexpected(std::move(item.error()));
    return Record{item_name(origin_.name, index), RecordKind::kHtml, page_of(*item), std::move(item->declared)};
  }

 private:
  Result<void> read() {
    auto over = window_.hold(origin_.limit + 1);
    if (!over) return tl::unexpected(std::move(over.error()));
    if (*over) {
      return fail(ErrorCode::kTooLarge,
                  fmt::format("{}: a feed larger than {}", origin_.name, size_text(origin_.limit)));
    }
    auto feed = Feed::parse(window_.held(), origin_.declared, origin_.name);
    if (!feed) return tl::unexpected(std::move(feed.error()));
    feed_ = std::move(*feed);
    window_.take(window_.held().size());
    return {};
  }

  ByteWindow window_;
  Origin origin_;
  std::optional<Feed> feed_;
  size_t given_ = 0;
  bool read_ = false;
};

}  // namespace

std::unique_ptr<RecordCutter> feed_items(ByteWindow window, Origin origin) {
  return std::make_unique<FeedCutter>(std::move(window), std::move(origin));
}

}  // namespace sumario::page
