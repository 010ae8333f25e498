// An input, cut into the documents it holds: one for a plain text or a page, one a line for JSON Lines, one an item for
// a feed, one a page for a web archive. Cheap and sequential;
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
  std::optional<std::string> url = {}, title = {}, published = {}, updated = {}, outlet = {}, language = {};
  std::optional<std::string> charset = {};  // the label of the Content-Type header
  std::vector<std::string> authors = {};
};

struct Record {
  std::string
      name;  // for messages: "news.txt"; "list.jsonl:12" for a line, "feed.xml:item 3", "crawl.warc.gz:byte 4096"
  RecordKind kind = RecordKind::kText;
  std::string bytes;  // as they stand in the input, decompressed; a line without its end
  Declared declared = {};
};

class RecordCutter;

// Movable; not thread-safe. Holds one record and a small buffer, however large the input; of a feed and of a JSON value
// all of it, which may not be larger than one record.
class RecordReader {
 public:
  RecordReader(RecordReader&&) noexcept;
  RecordReader& operator=(RecordReader&&) noexcept;
  ~RecordReader();

  // Opens a file, or standard input for "-", decompressing gzip and zstd, and tells its kind by its first bytes.
  // Errors, naming the file: the source's own; kUnsupported for PDF and ZIP; kDamaged for an empty or a binary file.
  static Result<RecordReader> open(const std::filesystem::path& path, std::stop_token stop = {},
                                   size_t record_limit = kRecordLimit);
  // The same over any bytes; `name` is used in messages. `declared` is what is known of the input from elsewhere: the
  // address and the character set that a server named. Feeds resolve their links against that address.
  static Result<RecordReader> over(std::unique_ptr<ByteSource> source, std::string name,
                                   size_t record_limit = kRecordLimit, Declared declared = {});

  // The next document; empty at the end. A bad record is an Error in its place, naming file and line, item or byte
  // (of the unpacked input), and the records behind it follow: kTooLarge past the limit (skipped while streaming),
  // kDamaged for what does not hold what its format promises. In archives, all but pages in HTML or plain text that
  // were fetched with status 200 are passed over. When the input itself fails (kUnreadable, kDamaged for a truncated
  // compressed file), whole records before the fault are given, then the Error, then the end; archives compressed
  // record by record go on at the next whole member. After a stop request: the end, so that no document is read by
  // half.
  std::optional<Result<Record>> next();

 private:
  explicit RecordReader(std::unique_ptr<RecordCutter> cutter);

  std::unique_ptr<RecordCutter> cutter_;
  std::stop_token stop_;
  bool finished_ = false;  // nothing more will be given
};

}  // namespace sumario::page
