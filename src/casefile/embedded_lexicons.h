// Lexicons of knowledge/lexicons that are built into the library: one entry a line, fields apart by tabs, "#" comments.
#pragma once

#include <string_view>
#include <vector>

namespace sumario::casefile {

std::string_view jurisdictions_text();
std::string_view parts_text();
std::string_view outlet_words_text();

// The fields of each entry. Views into `text`.
std::vector<std::vector<std::string_view>> lexicon_entries(std::string_view text);

}  // namespace sumario::casefile
