// A reading as a web page that needs nothing but itself.
#pragma once

#include <string>
#include <string_view>

#include "record/reading.h"

namespace sumario::cli {

// A page is page_head(), any number of readings, page_tail(). In it each article stands with its evidence marked by
// kind, and its claims beside it, each leading to its words. No script, no outside resource; whatever the documents
// hold is shown as text. `number` tells the readings of one page apart.
std::string page_head();
std::string reading_html(const Reading& reading, size_t number);
std::string page_tail();

// `text` with &, <, >, quotes and control characters made harmless.
std::string escaped(std::string_view text);

}  // namespace sumario::cli
