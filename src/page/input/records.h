// An input, cut into the documents it holds: one for a plain text, one a line for JSON Lines. Cheap and sequential;
// what a record says is read by article_from (page/article_reader.h), which many threads may do at once.
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "base/byte_source.h"
#include "base/result.h"

namespace sumario::page {

// The most bytes of one document, be it a file or a line.
inline constexpr size_t kRecordLimit = size_t{64} << 20;

enum class RecordKind { kText, kJson, kHtml };

// What a document's container says of it (a feed of its item, an archive or a server of its page): as written there.
struct Declared {
  std::optional<std::string> url, title, published, updated, outlet, language;
  std::optional<std::string> charset;  // the label of the Content-Type header
  std::vector<std::string> authors;
};

struct Record {
  std::string name;  // "news.txt"; "feed.jsonl:12" for a line; for messages
  RecordKind kind = RecordKind::kText;
  std::string bytes;  // as they stand in the input, decompressed; a line without its end
  Declared declared = {};
};

// Movable; not thread-safe. Holds one record and a small buffer, however large the input.
class RecordReader {
 public:
  // Opens a file, or standard input for "-", decompressing gzip and zstd, and tells its kind by its first bytes.
  // Errors, naming the file: the source's own; kUnsupported for feeds, WARC, PDF, ZIP and JSON arrays, which are
  // not read (yet); kDamaged for an empty or a binary file.
  static Result<RecordReader> open(const std::filesystem::path& path, std::stop_token stop = {},
                                   size_t record_limit = kRecordLimit);
  // The same over any bytes; `name` is used in messages.
  static Result<RecordReader> over(std::unique_ptr<ByteSource> source, std::string name,
                                   size_t record_limit = kRecordLimit);

  // The next document; empty at the end. A bad record is an Error in its place (kTooLarge, naming file and line: the
  // line is skipped while streaming) and the records behind it follow. When the input itself fails (kUnreadable,
  // kDamaged for a truncated compressed file), whole lines before the fault are given, then the Error, then the end.
  // After a stop request: the end, so that no document is read by half.
  std::optional<Result<Record>> next();

 private:
  RecordReader(std::unique_ptr<ByteSource> source, std::string name, size_t limit)
      : source_(std::move(source)), name_(std::move(name)), limit_(limit) {}
  Result<bool> fill();
  std::optional<Result<Record>> next_line();
  std::optional<Result<Record>> whole_text();
  std::string line_name() const;

  std::unique_ptr<ByteSource> source_;
  std::stop_token stop_;
  std::string name_;
  size_t limit_;
  RecordKind kind_ = RecordKind::kText;
  std::string buffer_;     // read, not yet given
  size_t at_ = 0;          // start of what is left in the buffer
  size_t line_ = 0;        // number of the line being read
  bool drained_ = false;   // the source has ended
  bool finished_ = false;  // nothing more will be given
};

}  // namespace sumario::page
