#include "page/input/records.h"

#include <fmt/format.h>

#include <algorithm>

#include "page/input/content_kind.h"
#include "page/input/decompress.h"

namespace sumario::page {
namespace {

constexpr size_t kPiece = size_t{1} << 16;
constexpr size_t kHead = 4096;

Result<RecordKind> readable_kind(std::string_view head, const std::string& name) {
  ContentKind kind = content_kind(head);
  switch (kind) {
    case ContentKind::kText:
      return RecordKind::kText;
    case ContentKind::kJsonLines:
      return RecordKind::kJson;
    case ContentKind::kEmpty:
      return fail(ErrorCode::kDamaged, name + ": the file is empty");
    case ContentKind::kBinary:
      return fail(ErrorCode::kDamaged, name + ": no text: a NUL character near the start");
    case ContentKind::kHtml:
      return RecordKind::kHtml;
    case ContentKind::kFeed:
    case ContentKind::kWarc:
      return fail(ErrorCode::kUnsupported, fmt::format("{}: {} is not read yet", name, words_for(kind)));
    case ContentKind::kJsonArray:
      return fail(ErrorCode::kUnsupported, name + ": a JSON array; one object a line is needed");
    case ContentKind::kPdf:
    case ContentKind::kZip:
      break;
  }
  return fail(ErrorCode::kUnsupported, fmt::format("{}: {} is not read", name, words_for(kind)));
}

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t\r\f") == std::string_view::npos; }

}  // namespace

Result<RecordReader> RecordReader::open(const std::filesystem::path& path, std::stop_token stop, size_t record_limit) {
  auto source = open_bytes(path, stop);
  if (!source) return tl::unexpected(std::move(source.error()));
  auto reader = over(std::move(*source), path == "-" ? "standard input" : path.string(), record_limit);
  if (reader) reader->stop_ = std::move(stop);
  return reader;
}

Result<RecordReader> RecordReader::over(std::unique_ptr<ByteSource> source, std::string name, size_t record_limit) {
  auto plain = decompressed(std::move(source), name);
  if (!plain) return tl::unexpected(std::move(plain.error()));
  RecordReader reader(std::move(*plain), std::move(name), record_limit);
  while (reader.buffer_.size() < kHead && !reader.drained_) {
    if (auto more = reader.fill(); !more) return tl::unexpected(std::move(more.error()));
  }
  auto kind = readable_kind(std::string_view(reader.buffer_).substr(0, kHead), reader.name_);
  if (!kind) return tl::unexpected(std::move(kind.error()));
  reader.kind_ = *kind;
  if (*kind == RecordKind::kJson) {
    if (reader.buffer_.starts_with("\xEF\xBB\xBF")) reader.at_ = 3;
    size_t first = reader.buffer_.find_first_not_of(" \t\r\n\f", reader.at_);
    std::string_view line = std::string_view(reader.buffer_).substr(first, reader.buffer_.find('\n', first) - first);
    if (is_blank(line.substr(1))) {
      return fail(ErrorCode::kUnsupported,
                  reader.name_ + ": a JSON object over several lines; one object a line is needed");
    }
  }
  return reader;
}

// Reads one more piece into the buffer; false at the end of the source.
Result<bool> RecordReader::fill() {
  if (drained_) return false;
  if (at_ > 0) {
    buffer_.erase(0, at_);
    at_ = 0;
  }
  size_t held = buffer_.size();
  buffer_.resize(held + kPiece);
  auto count = source_->read(std::span(buffer_).subspan(held));
  buffer_.resize(held + (count ? *count : 0));
  if (!count) return tl::unexpected(std::move(count.error()));
  drained_ = *count == 0;
  return !drained_;
}

std::string RecordReader::line_name() const { return fmt::format("{}:{}", name_, line_); }

std::optional<Result<Record>> RecordReader::next() {
  if (finished_) return std::nullopt;
  auto record = kind_ == RecordKind::kJson ? next_line() : whole_text();
  if (!stop_.stop_requested()) return record;
  finished_ = true;
  return std::nullopt;
}

std::optional<Result<Record>> RecordReader::whole_text() {
  finished_ = true;
  while (!drained_) {
    if (auto more = fill(); !more) return tl::unexpected(std::move(more.error()));
    if (buffer_.size() > limit_) {
      return fail(ErrorCode::kTooLarge, fmt::format("{}: a text larger than {}", name_, size_text(limit_)));
    }
  }
  return Record{name_, kind_, std::move(buffer_)};
}

std::optional<Result<Record>> RecordReader::next_line() {
  bool too_long = false;
  size_t searched = 0;  // of the line at hand, known to hold no line end
  ++line_;
  for (;;) {
    size_t end = buffer_.find('\n', at_ + searched);
    bool found = end != std::string::npos;
    if (!found && !drained_) {
      searched = buffer_.size() - at_;
      if (searched > limit_) {
        too_long = true;
        at_ = buffer_.size();
        searched = 0;
      }
      if (auto more = fill(); !more) {
        finished_ = true;
        return tl::unexpected(std::move(more.error()));
      }
      continue;
    }
    if (!found) {
      finished_ = true;
      end = buffer_.size();
    }
    std::string_view line = std::string_view(buffer_).substr(at_, end - at_);
    at_ = std::min(end + 1, buffer_.size());
    if (too_long || line.size() > limit_) {
      return fail(ErrorCode::kTooLarge, fmt::format("{}: a line longer than {}", line_name(), size_text(limit_)));
    }
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (!is_blank(line)) return Record{line_name(), RecordKind::kJson, std::string(line)};
    if (finished_) return std::nullopt;
    searched = 0;
    ++line_;
  }
}

}  // namespace sumario::page
