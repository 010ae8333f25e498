// The people of a story on its page: each with the part they play in words, where they stand, and their claims.
#pragma once

#include <string>

#include "cli/html.h"
#include "cli/story.h"

namespace sumario::cli {

// "" where nobody is named. Those with something open against them come first, under a heading that says so; nothing
// is told by colour alone.
std::string people_html(const Reading& reading, const Story& story, const PageNames& names);

// Bodies, places, laws and the rest by name, folded up; "" where there are none.
std::string others_html(const Reading& reading);

}  // namespace sumario::cli
