#include "page/input/records.h"

#include <fmt/format.h>

#include "page/input/content_kind.h"
#include "page/input/decompress.h"
#include "page/input/record_cutter.h"

namespace sumario::page {
namespace {

constexpr size_t kHead = 4096;

tl::unexpected<Error> not_read(ContentKind kind, const std::string& name) {
  if (kind == ContentKind::kEmpty) return fail(ErrorCode::kDamaged, name + ": the file is empty");
  if (kind == ContentKind::kBinary) {
    return fail(ErrorCode::kDamaged, name + ": no text: a NUL character near the start");
  }
  return fail(ErrorCode::kUnsupported, fmt::format("{}: {} is not read", name, words_for(kind)));
}

Result<std::unique_ptr<RecordCutter>> cutter_for(ByteWindow window, Origin origin) {
  ContentKind kind = content_kind(window.held().substr(0, kHead));
  switch (kind) {
    case ContentKind::kText:
      return whole_document(std::move(window), std::move(origin), RecordKind::kText);
    case ContentKind::kHtml:
      return whole_document(std::move(window), std::move(origin), RecordKind::kHtml);
    case ContentKind::kJsonLines:
      return json_lines(std::move(window), std::move(origin));
    case ContentKind::kJson:
      return json_value(std::move(window), std::move(origin));
    case ContentKind::kFeed:
      return feed_items(std::move(window), std::move(origin));
    case ContentKind::kArchive:
      return archive_pages(std::move(window), std::move(origin));
    case ContentKind::kEmpty:
    case ContentKind::kPdf:
    case ContentKind::kZip:
    case ContentKind::kBinary:
      break;
  }
  return not_read(kind, origin.name);
}

}  // namespace

RecordReader::RecordReader(std::unique_ptr<RecordCutter> cutter) : cutter_(std::move(cutter)) {}
RecordReader::RecordReader(RecordReader&&) noexcept = default;
RecordReader& RecordReader::operator=(RecordReader&&) noexcept = default;
RecordReader::~RecordReader() = default;

Result<RecordReader> RecordReader::open(const std::filesystem::path& path, std::stop_token stop, size_t record_limit) {
  auto source = open_bytes(path, stop);
  if (!source) return tl::unexpected(std::move(source.error()));
  auto reader = over(std::move(*source), path == "-" ? "standard input" : path.string(), record_limit);
  if (reader) reader->stop_ = std::move(stop);
  return reader;
}

Result<RecordReader> RecordReader::over(std::unique_ptr<ByteSource> source, std::string name, size_t record_limit,
                                        Declared declared) {
  auto plain = decompressed(std::move(source), name);
  if (!plain) return tl::unexpected(std::move(plain.error()));
  ByteWindow window(std::move(*plain));
  // A source that fails early on has given what came before; it fails again when more is asked for.
  auto head = window.hold(kHead);
  if (!head && window.held().empty()) return tl::unexpected(std::move(head.error()));
  auto cutter = cutter_for(std::move(window), {std::move(name), std::move(declared), record_limit});
  if (!cutter) return tl::unexpected(std::move(cutter.error()));
  return RecordReader(std::move(*cutter));
}

std::optional<Result<Record>> RecordReader::next() {
  if (finished_) return std::nullopt;
  auto record = cutter_->next();
  finished_ = !record || stop_.stop_requested();
  return finished_ ? std::nullopt : std::move(record);
}

}  // namespace sumario::page
