// Statements as claims, and the chain of voices behind every other claim.
#pragma once

#include <vector>

#include "read/frames/draft.h"

namespace sumario::read {

// One draft for every attribution whose speaker is named in words.
std::vector<Draft> statements(const Scene& scene);

// Index of the innermost attribution whose content holds the byte, -1 if none. Built once per document.
class Voices {
 public:
  explicit Voices(const Scene& scene);
  int over(ByteRange evidence) const;

 private:
  struct Span {
    ByteRange range;
    int attribution;
  };
  std::vector<Span> spans_;      // by start, then widest first
  std::vector<uint32_t> reach_;  // largest end among spans_[0..i]: bounds the search backwards
};

}  // namespace sumario::read
