#include "record/article.h"

#include <algorithm>

namespace sumario {

std::vector<ByteRange> readable_ranges(const Article& article) {
  std::vector<ByteRange> ranges;
  size_t at = 0;  // the first residue that may still overlap
  for (const Block& block : article.blocks) {
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
