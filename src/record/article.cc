#include "record/article.h"

#include <algorithm>

namespace sumario {
namespace {

// Captions, credits, teasers and the like stand beside the article's text and are not read.
bool is_text(BlockRole role) {
  switch (role) {
    case BlockRole::kTitle:
    case BlockRole::kStandfirst:
    case BlockRole::kBody:
    case BlockRole::kSubhead:
    case BlockRole::kList:
    case BlockRole::kQuote:
      return true;
    default:
      return false;
  }
}

}  // namespace

std::vector<ByteRange> readable_ranges(const Article& article) {
  std::vector<ByteRange> ranges;
  size_t at = 0;  // the first residue that may still overlap
  for (const Block& block : article.blocks) {
    if (!is_text(block.role)) continue;
    uint32_t start = block.range.start;
    while (at < article.residue.size() && article.residue[at].range.end <= start) ++at;
    for (size_t i = at; i < article.residue.size() && article.residue[i].range.start < block.range.end; ++i) {
      ByteRange residue = article.residue[i].range;
      if (start < residue.start) ranges.push_back({start, residue.start});
      start = std::max(start, residue.end);
    }
    if (start < block.range.end) ranges.push_back({start, block.range.end});
  }
  return ranges;
}

}  // namespace sumario
