// A reading as a web page that needs nothing but itself.
#pragma once

#include <string>
#include <string_view>

#include "record/reading.h"

namespace sumario::cli {

// A page is page_head(), any number of readings, page_tail(). In it each article stands with its evidence marked by
// kind, what it claims beside each passage, its people with their parts, and a timeline; each leads to the others by
// links, and what belongs together lights up under the pointer or the keyboard's focus. It is usable in print, on a
// narrow screen, in light and in dark. No script and no outside resource: the page's policy lets nothing in but the one
// style sheet it carries, and whatever the documents hold is shown as text.

// `title` names the page: the first document's.
std::string page_head(std::string_view title);
// `number` tells the readings of one page apart; from 1. Linear in the reading but for the sorting.
std::string reading_html(const Reading& reading, size_t number);
std::string page_tail();

}  // namespace sumario::cli
