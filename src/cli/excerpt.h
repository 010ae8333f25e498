// The sentence that a piece of evidence stands in.
#pragma once

#include <string_view>
#include <vector>

#include "base/byte_range.h"
#include "cli/paragraph.h"
#include "record/article.h"

namespace sumario::cli {

// The sentences that `evidence` touches, inside its block; longer than `limit` bytes, the words around the evidence.
// Sentences are ICU's (UAX #29) with the usual English abbreviations (CLDR) kept inside.
ByteRange sentence_around(const Article& article, ByteRange evidence, size_t limit = 400);

// Adds the sentence with the evidence marked, "…" where it was cut.
void add_excerpt(Paragraph& paragraph, const Article& article, ByteRange evidence);

}  // namespace sumario::cli
