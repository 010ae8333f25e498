// A reading for a person at a terminal.
#pragma once

#include <string>

#include "cli/terminal.h"
#include "record/reading.h"

namespace sumario::cli {

// Title and origin; the people with their parts in the story and where they stand; what happened when; then what is
// said of each, in the order of the text, every claim with the sentence that says it.
std::string reading_text(const Reading& reading, const Look& look);

// The article alone: its origin and its blocks by role, residue told apart.
std::string article_text(const Article& article, const Look& look);

}  // namespace sumario::cli
