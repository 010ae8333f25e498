// Numbers of strings as spaCy counts them: the keys of its hash embeddings, vectors and lookup tables.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/string_map.h"

namespace sumario::nlp {

using StringId = uint64_t;

// 0 for the empty string, the symbol number for the 456 names spaCy reserves ("X" is 101), MurmurHash64A with seed 1 of
// the UTF-8 bytes for all others. Pure; safe from any thread. Source: spacy/strings.pyx, spacy/symbols.pyx.
StringId string_id(std::string_view text);

// The reserved number of `text`, or 0 where it has none.
StringId symbol_number(std::string_view text);

}  // namespace sumario::nlp
