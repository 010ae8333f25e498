// The day a document was published, from its metadata, its first lines or its address. Never guessed: a numeric date
// that could be read two ways, a date without a year and a weekday that does not fit its date give nothing.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/day.h"
#include "page/text/page_knowledge.h"
#include "record/article.h"

namespace sumario::page {

// A day as metadata write it: "2020-11-19", with a time behind it (ISO 8601), "Thu, 19 Nov 2020 10:00:00 GMT"
// (RFC 5322), "November 19, 2020", "19 November 2020". The day as written, whatever the time zone.
std::optional<Day> day_in_metadata(std::string_view text);

// The day a text gives for itself in its first lines: a line that is a date and no more, "Published 19 November 2020",
// or a dateline ("LIMA, Nov 19, 2020 (Agency) -"). A line of publication wins over a plain date, that over an update.
std::optional<Day> day_in_text(std::string_view text, const std::vector<Block>& blocks, const PageKnowledge& knowledge);

// "…/2020/11/19/…", "…/2020/nov/19/…", "…/2020-11-19…".
std::optional<Day> day_in_url(std::string_view url);

}  // namespace sumario::page
