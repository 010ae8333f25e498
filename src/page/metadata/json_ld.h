// JSON-LD: the contents of <script type="application/ld+json">.
#pragma once

#include <string>
#include <string_view>

#include "page/metadata/structured_data.h"

namespace sumario::page {

// How deep a script's values may nest; a script that goes deeper is left out.
inline constexpr size_t kJsonDepth = 128;

// Adds the items of one script, those of arrays and "@graph" as top items. Nothing for a script that is not JSON, nor
// becomes it by repair (see repaired_json). Linear.
void add_json_ld(std::string_view script, StructuredData& data);

// The script with what people's templates break most often put right: comments and CDATA marks around it and between
// values, raw line ends and other control characters in strings, stray backslashes, commas before a closing bracket or
// doubled, semicolons behind the end, brackets that are never closed. Linear.
std::string repaired_json(std::string_view script);

}  // namespace sumario::page
