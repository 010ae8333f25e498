// The dated events of a story on its page, drawn to scale.
#pragma once

#include <string>

#include "cli/html.h"
#include "cli/story.h"

namespace sumario::cli {

// One row an event: its days in words, its place on the scale as drawing, who and what, and the numbers of its claims.
// A dot is a day; a hollow bar some day within it; a full bar a time that lasts; a broken line an end that is not told.
// The scale runs by the square root of the distance from the day of publication (or from the last day, where there is
// none), so that years fit and days are still told apart. "" where nothing is dated.
std::string timeline_html(const Reading& reading, const Story& story, const PageNames& names);

}  // namespace sumario::cli
