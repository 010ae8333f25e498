// A document as the page stage hands it on: one immutable text, its blocks, and where it came from.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/byte_range.h"
#include "base/day.h"

namespace sumario {

enum class BlockRole { kTitle, kStandfirst, kBody, kSubhead, kList, kQuote, kCaption, kCredit, kPromo, kOther };
enum class ResidueWhy { kTeaser, kFooter, kBroken, kBoilerplate };
enum class PublishedFrom { kArgument, kMetadata, kText, kUrl };
// What kind of page an article stood on, where that changes how its text is to be taken.
enum class PageFlag { kPaywall, kLive, kVideo, kAudio, kGallery, kIndex };

// A stretch of the text with one part to play on the page. Blocks ascend and do not overlap.
struct Block {
  BlockRole role = BlockRole::kBody;
  ByteRange range;
};

// Text that is not the article's own: never evidence. Residues ascend and do not overlap; one may lie inside a block.
struct Residue {
  ByteRange range;
  ResidueWhy why = ResidueWhy::kBoilerplate;
};

struct Article {
  std::string id;  // SHA-256 of the source bytes, 64 lower-case hex digits
  std::optional<std::string> url;
  std::optional<std::string> outlet;
  std::optional<std::string> title;
  std::vector<std::string> authors;
  std::optional<Day> published;
  std::optional<PublishedFrom> published_from;       // set if and only if published is
  std::optional<std::string> published_at, updated;  // moments (or days) as the page writes them, with their zone
  std::optional<std::string> canonical;              // the address the page gives itself, where it is not `url`
  std::optional<std::string> original_outlet;        // from whom the outlet took the text
  std::vector<PageFlag> flags;                       // ascending
  std::string language = "en";
  std::string text;  // valid UTF-8; every offset of the reading points into it
  std::vector<Block> blocks;
  std::vector<Residue> residue;
};

// The stretches that may be read for claims: each block of the article's own text (title to quote) without its residue,
// ascending, none empty. Nothing read from one of them can run over residue.
std::vector<ByteRange> readable_ranges(const Article& article);

}  // namespace sumario
