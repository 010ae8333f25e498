// The names in a byline.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "page/text/metadata_words.h"

namespace sumario::page {

// How much of a byline is looked at, and how many authors a page may have.
inline constexpr size_t kBylineLimit = 600;
inline constexpr size_t kMostAuthors = 40;

// The people, or else the bodies, that a byline names: without "By", jobs, places, addresses, handles and dates; lists
// taken apart; "Doe, Jane" turned round. Agencies stand only where nobody else is named. In order, each once.
std::vector<std::string> author_names(std::string_view byline, const MetadataWords& words);

// Two to five words as people's names are: no numbers, no words of jobs and papers, capitals at both ends.
bool is_like_person(std::string_view name, const MetadataWords& words);

}  // namespace sumario::page
