// Which language a text is in, told by its commonest words.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "page/text/page_knowledge.h"

namespace sumario::page {

// "en", "es", "fr", …: the languages of stopwords.txt; "und" for a text that is plainly in none of them (another
// script, or long and without their words). English where little can be told. Looks at the first 64 kB of `ranges`;
// thread-safe.
std::string language_of(std::string_view text, std::span<const ByteRange> ranges, const PageKnowledge& knowledge);

}  // namespace sumario::page
