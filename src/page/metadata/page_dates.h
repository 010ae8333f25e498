// A page's day where nothing but its own text gives one.
#pragma once

#include <optional>
#include <string_view>

#include "base/day.h"
#include "page/html/tree.h"
#include "page/metadata/candidate.h"
#include "page/text/page_knowledge.h"

namespace sumario::page {

// The date in a short line of the page that is most likely its day of publication, as "YYYY-MM-DD": one in an element
// marked as a date, one near the heading, one behind a word of publication. Empty where no line has two of these signs.
std::optional<Candidate> day_on_page(const HtmlTree& tree, const PageKnowledge& knowledge);

// A date and the stretch of the line it takes.
struct LineDate {
  Day day;
  size_t start = 0, end = 0;
};

// The first date in a line that can be read in one way only: "2020-11-19", "19.11.2020" (a dot says day first), and
// dates with the name of a month in English, German, French, Spanish, Italian, Portuguese, Dutch or Swedish.
std::optional<LineDate> date_in_line(std::string_view line);

}  // namespace sumario::page
