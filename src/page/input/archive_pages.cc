#include <fmt/format.h>

#include <algorithm>

#include "page/input/archive_head.h"
#include "page/input/content_kind.h"
#include "page/input/http_message.h"
#include "page/input/record_cutter.h"

namespace sumario::page {
namespace {

constexpr size_t kHeadLimit = size_t{64} << 10;
constexpr size_t kNextHead = 4096;  // looked at to see whether a record follows

bool is_page(std::string_view media) { return media == "text/html" || media == "application/xhtml+xml"; }

// Walks over the records of an archive. A record that is damaged is an Error; the next one is then looked for by the
// way a record begins.
class ArchivePages final : public RecordCutter {
 public:
  ArchivePages(ByteWindow window, Origin origin) : window_(std::move(window)), origin_(std::move(origin)) {
    is_arc_ = !window_.held().starts_with("WARC/");
  }

  std::optional<Result<Record>> next() override {
    while (!finished_) {
      auto record = next_record();
      if (record && !*record) continue;
      if (record) return Result<Record>(std::move(**record));
      if (source_failed_) {  // a broken member of a compressed archive is left out, the next one read
        source_failed_ = false;
        lost_ = window_.resume();
        finished_ = !lost_;
      }
      return tl::unexpected(std::move(record.error()));
    }
    return std::nullopt;
  }

 private:
  // What one record holds: nothing where it is no page.
  Result<std::optional<Record>> next_record() {
    if (lost_) {
      if (auto found = find_record(); !found) return tl::unexpected(std::move(found.error()));
      lost_ = false;
    }
    if (auto blank = skip_line_ends(); !blank) return tl::unexpected(std::move(blank.error()));
    start_ = window_.offset();
    if (window_.held().empty()) {
      finished_ = true;
      return std::optional<Record>();
    }
    auto head = read_head();
    if (!head) return tl::unexpected(std::move(head.error()));
    return read_block(*head);
  }

  Result<std::optional<Record>> read_block(const ArchiveHead& head) {
    bool fetched = head.url.starts_with("http://") || head.url.starts_with("https://");
    if (head.block == ArchiveHead::Block::kOther || !fetched) return skip(head.length);
    if (head.length > origin_.limit) {
      auto skipped = skip(head.length);
      if (!skipped) return skipped;
      return fail(ErrorCode::kTooLarge, fmt::format("{}: a record larger than {}", name(), size_text(origin_.limit)));
    }
    auto whole = hold(head.length);
    if (!whole) return tl::unexpected(std::move(whole.error()));
    if (!*whole) return ends_early();
    std::string block(window_.held().substr(0, head.length));
    window_.take(head.length);
    if (auto sound = check_end(block); !sound) return tl::unexpected(std::move(sound.error()));
    return document(head, block);
  }

  // A wrong length shows in what follows. Where another record begins inside the block, it is read from there.
  Result<void> check_end(std::string_view block) {
    if (!window_.hold(kNextHead)) return {};  // the source fails: that is told when the next record is asked for
    std::string_view next = window_.held();
    next.remove_prefix(std::min(next.find_first_not_of("\r\n"), next.size()));
    if (next.empty() || begins_record(next)) return {};
    if (is_arc_ && next.find('\n') == std::string_view::npos) return {};  // a long address
    size_t inside = start_of_record(block, 1);
    lost_ = inside == std::string_view::npos;
    if (!lost_) window_.put_back(block.substr(inside));
    return fail(ErrorCode::kDamaged, name() + ": its length is wrong");
  }

  Result<std::optional<Record>> document(const ArchiveHead& head, std::string_view block) {
    std::optional<ContentType> type = head.type;
    std::string body;
    if (head.block == ArchiveHead::Block::kResponse) {
      auto http = http_head(block);
      if (!http || http->status != 200) return std::optional<Record>();
      type = http->type;
      if (type && !is_page(type->media) && type->media != "text/plain") return std::optional<Record>();
      auto plain = http_body(block, *http, origin_.limit, name());
      if (!plain) return tl::unexpected(std::move(plain.error()));
      body = std::move(*plain);
    } else {
      body = block;
    }
    auto kind = kind_of(type, body);
    if (!kind || head.url.ends_with("/robots.txt")) return std::optional<Record>();
    Record record{name(), *kind, std::move(body), origin_.declared};
    record.declared.url = head.url;
    if (type) record.declared.charset = type->charset;
    return std::optional<Record>(std::move(record));
  }

  static std::optional<RecordKind> kind_of(const std::optional<ContentType>& type, std::string_view body) {
    ContentKind looks = content_kind(body.substr(0, 4096));
    if (looks == ContentKind::kEmpty) return std::nullopt;
    if (type && is_page(type->media)) return RecordKind::kHtml;
    if (looks == ContentKind::kHtml && (!type || type->media == "text/plain")) return RecordKind::kHtml;
    if (type && type->media == "text/plain" && looks == ContentKind::kText) return RecordKind::kText;
    return std::nullopt;
  }

  Result<std::optional<Record>> skip(uint64_t length) {
    while (length > 0) {
      if (window_.held().empty()) {
        auto more = fill();
        if (!more) return tl::unexpected(std::move(more.error()));
        if (!*more) return ends_early();
      }
      size_t count = static_cast<size_t>(std::min<uint64_t>(length, window_.held().size()));
      window_.take(count);
      length -= count;
    }
    return std::optional<Record>();
  }

  Result<ArchiveHead> read_head() {
    size_t end = 0;
    while ((end = end_of_head()) == std::string_view::npos) {
      if (window_.held().size() > kHeadLimit) return no_record();
      auto more = fill();
      if (!more) return tl::unexpected(std::move(more.error()));
      if (!*more) {
        end = window_.held().size();
        break;
      }
    }
    std::string_view text = window_.held().substr(0, end);
    auto head = is_arc_ ? arc_head(text) : warc_head(text);
    if (!head) return no_record();
    window_.take(end);
    return *head;
  }

  // Behind the line (ARC) or the empty line (WARC) that ends a head; npos where it is not held yet.
  size_t end_of_head() const {
    std::string_view held = window_.held().substr(0, kHeadLimit);
    if (is_arc_) {
      size_t line = held.find('\n');
      return line == std::string_view::npos ? line : line + 1;
    }
    size_t crlf = held.find("\r\n\r\n"), lf = held.find("\n\n");
    if (crlf == std::string_view::npos && lf == std::string_view::npos) return std::string_view::npos;
    return crlf < lf ? crlf + 4 : lf + 2;
  }

  Result<void> skip_line_ends() {
    for (;;) {
      std::string_view held = window_.held();
      size_t start = held.find_first_not_of("\r\n");
      window_.take(std::min(start, held.size()));
      if (start != std::string_view::npos) return {};
      auto more = fill();
      if (!more) return tl::unexpected(std::move(more.error()));
      if (!*more) return {};
    }
  }

  bool begins_record(std::string_view bytes) const {
    if (!is_arc_) return bytes.starts_with("WARC/1.");
    size_t line = bytes.substr(0, kHeadLimit).find('\n');
    return line != std::string_view::npos && arc_head(bytes.substr(0, line)).has_value();
  }

  // The first record that begins in `bytes` at `from` or behind it; npos where there is none.
  size_t start_of_record(std::string_view bytes, size_t from) const {
    if (from == 0 && begins_record(bytes)) return 0;
    const std::string_view mark = is_arc_ ? "\n" : "WARC/1.";
    for (size_t at = from; (at = bytes.find(mark, at)) != std::string_view::npos; ++at) {
      size_t start = is_arc_ ? at + 1 : at;
      if (begins_record(bytes.substr(start))) return start;
    }
    return std::string_view::npos;
  }

  // Goes to the next record, or to the end.
  Result<void> find_record() {
    for (;;) {
      size_t at = start_of_record(window_.held(), 0);
      if (at != std::string_view::npos) {
        window_.take(at);
        return {};
      }
      // What may be the beginning of a record stays.
      size_t kept = std::min(window_.held().size(), is_arc_ ? kHeadLimit : size_t{8});
      window_.take(window_.held().size() - kept);
      auto more = fill();
      if (!more) return tl::unexpected(std::move(more.error()));
      if (!*more) {
        window_.take(window_.held().size());
        return {};
      }
    }
  }

  Result<bool> fill() {
    auto more = window_.fill();
    source_failed_ = !more;
    return more;
  }
  Result<bool> hold(size_t count) {
    auto held = window_.hold(count);
    source_failed_ = !held;
    return held;
  }

  std::string name() const { return fmt::format("{}:byte {}", origin_.name, start_); }

  tl::unexpected<Error> no_record() {
    lost_ = true;
    window_.take(1);
    return fail(ErrorCode::kDamaged, name() + ": no record begins here");
  }
  tl::unexpected<Error> ends_early() {
    window_.take(window_.held().size());
    finished_ = true;
    return fail(ErrorCode::kDamaged, name() + ": the file ends within the record");
  }

  ByteWindow window_;
  Origin origin_;
  bool is_arc_ = false;
  uint64_t start_ = 0;  // of the record at hand
  bool source_failed_ = false;
  bool lost_ = false;      // where the next record begins is not known
  bool finished_ = false;  // nothing more will be given
};

}  // namespace

std::unique_ptr<RecordCutter> archive_pages(ByteWindow window, Origin origin) {
  return std::make_unique<ArchivePages>(std::move(window), std::move(origin));
}

}  // namespace sumario::page
