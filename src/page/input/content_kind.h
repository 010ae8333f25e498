// What kind of document bytes are, told by their content alone.
#pragma once

#include <string_view>

namespace sumario::page {

enum class ContentKind {
  kEmpty,
  kText,
  kJsonLines,  // one object a line
  kJson,       // one value over several lines, a list, or a JSON Feed
  kHtml,
  kFeed,     // RSS, RDF, Atom
  kArchive,  // WARC, ARC
  kPdf,
  kZip,
  kBinary,
};

// From the first bytes; 4 kB are enough.
ContentKind content_kind(std::string_view head);

// "HTML", "a PDF file": for messages.
std::string_view words_for(ContentKind kind);

}  // namespace sumario::page
