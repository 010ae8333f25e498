// Half-open ranges of byte offsets into one immutable UTF-8 text: the thread that ties every claim to its words.
#pragma once

#include <algorithm>
#include <compare>
#include <cstdint>
#include <string_view>

namespace sumario {

// [start, end) in bytes, on code-point boundaries of the text it belongs to. A text is under 4 GiB.
struct ByteRange {
  uint32_t start = 0;
  uint32_t end = 0;

  constexpr uint32_t size() const { return end - start; }
  constexpr bool empty() const { return start >= end; }
  constexpr bool contains(ByteRange other) const { return start <= other.start && other.end <= end; }
  constexpr bool overlaps(ByteRange other) const { return start < other.end && other.start < end; }
  friend constexpr auto operator<=>(ByteRange, ByteRange) = default;
};

// The words of `range`. Precondition: range.start <= range.end <= text.size().
inline std::string_view words_of(std::string_view text, ByteRange range) {
  return text.substr(range.start, range.end - range.start);
}

// The smallest range that holds both.
constexpr ByteRange hull(ByteRange a, ByteRange b) { return {std::min(a.start, b.start), std::max(a.end, b.end)}; }

}  // namespace sumario
