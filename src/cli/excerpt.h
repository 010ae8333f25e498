// The sentence that a piece of evidence stands in.
#pragma once

#include <string_view>
#include <vector>

#include "base/byte_range.h"
#include "cli/paragraph.h"
#include "record/article.h"

namespace sumario::cli {

// The sentences that `evidence` touches, inside its block and within 2,000 bytes of it; longer than `limit` bytes, the
// words around the evidence. Bounded work, however long the block.
// Sentences are ICU's (UAX #29) with the usual English abbreviations (CLDR) kept inside.
inline constexpr size_t kLongestExcerpt = 400;
ByteRange sentence_around(const Article& article, ByteRange evidence, size_t limit = kLongestExcerpt);

// Adds the sentence with the evidence marked, "…" where it was cut.
void add_excerpt(Paragraph& paragraph, const Article& article, ByteRange evidence);

}  // namespace sumario::cli
