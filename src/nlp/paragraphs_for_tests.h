// Texts cut as the article reader cuts them, for tests and measures that have no article.
#pragma once

#include <algorithm>
#include <string_view>
#include <vector>

#include "base/byte_range.h"

namespace sumario::nlp {

// Paragraphs are parted by a blank line; each is a segment of its own. None is empty.
inline std::vector<ByteRange> paragraphs_of(std::string_view text) {
  std::vector<ByteRange> found;
  for (size_t at = 0; at < text.size();) {
    size_t stop = std::min(text.find("\n\n", at), text.size());
    if (stop > at) found.push_back({static_cast<uint32_t>(at), static_cast<uint32_t>(stop)});
    at = stop + 2;
  }
  return found;
}

}  // namespace sumario::nlp
