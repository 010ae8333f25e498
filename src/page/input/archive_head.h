// The heads of archive records: WARC 1.0 and 1.1 (ISO 28500), ARC 1 and 2 (Internet Archive, 1996).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "page/input/content_type.h"

namespace sumario::page {

struct ArchiveHead {
  // What the block behind the head is: an HTTP response, a page as it stands, or nothing that is read.
  enum class Block { kResponse, kPage, kOther } block = Block::kOther;
  std::string url;
  std::optional<ContentType> type;
  uint64_t length = 0;  // of the block
};

// `head` is "WARC/1.x" and the fields up to the empty line. Empty where it is no such thing or gives no length.
std::optional<ArchiveHead> warc_head(std::string_view head);

// `line` is "URL address date type length", version 2 with five fields more before the length; the address may hold
// spaces. Empty where it is no such thing.
std::optional<ArchiveHead> arc_head(std::string_view line);

}  // namespace sumario::page
