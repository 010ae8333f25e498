// The article on a reading's page: passage by passage, its evidence marked, and beside each passage what it claims.
#pragma once

#include <string>

#include "cli/html.h"
#include "cli/story.h"

namespace sumario::cli {

// Blocks that one piece of evidence spans make one passage. Marks are numbered as the claims; a mark's number leads to
// its note and the note's back to the mark. Where several claims lie over the same words, the one with the shortest
// evidence gives the look, and all of them light up. Linear in the article and its claims.
// The title's block is no passage here: it is passage_of_title, "" where the article has no such block.
std::string passages(const Reading& reading, const Story& story, const PageNames& names);
std::string passage_of_title(const Reading& reading, const Story& story, const PageNames& names);

}  // namespace sumario::cli
