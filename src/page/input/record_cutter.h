// The ways to cut an input into its documents, one for each kind of input.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "page/input/byte_window.h"
#include "page/input/records.h"

namespace sumario::page {

// Gives the documents of one input in order, as RecordReader::next does.
class RecordCutter {
 public:
  virtual ~RecordCutter() = default;
  virtual std::optional<Result<Record>> next() = 0;
};

// The input as a whole: its name, what is known of it, and the most bytes of one document.
struct Origin {
  std::string name;
  Declared declared;
  size_t limit = kRecordLimit;
};

// All of it is one document.
std::unique_ptr<RecordCutter> whole_document(ByteWindow window, Origin origin, RecordKind kind);
// A document a line.
std::unique_ptr<RecordCutter> json_lines(ByteWindow window, Origin origin);
// One JSON value over any number of lines: a JSON Feed, a list of documents, or one document. Holds all of it.
std::unique_ptr<RecordCutter> json_value(ByteWindow window, Origin origin);
// RSS 0.9x, 1.0, 2.0; Atom 0.3, 1.0: a document an item. Holds all of it.
std::unique_ptr<RecordCutter> feed_items(ByteWindow window, Origin origin);
// WARC 1.0, 1.1 and ARC 1, 2: a document a page that was fetched well. Holds one record.
std::unique_ptr<RecordCutter> archive_pages(ByteWindow window, Origin origin);

}  // namespace sumario::page
