// Rough sentences of a block, from punctuation alone: good enough to tell where residue begins and ends.
#pragma once

#include <string_view>
#include <vector>

#include "base/byte_range.h"
#include "page/text/page_knowledge.h"

namespace sumario::page {

// The sentences of `range`, in order, without the space between them. A full stop behind an abbreviation, an initial or
// before a small letter ends none, unless a space stands before it (a lost link); a spaced ellipsis (". . .") ends
// none. When in doubt two sentences stay one. Linear.
std::vector<ByteRange> sentences_in(std::string_view text, ByteRange range, const PageKnowledge& knowledge);

}  // namespace sumario::page
