// A timeline for a person at a terminal, and for programs.
#pragma once

#include <span>
#include <string>

#include "casefile/timeline.h"
#include "cli/ask.h"
#include "cli/claim_words.h"
#include "cli/terminal.h"

namespace sumario::cli {

// The day, who and what, and under it the sentence that says so. `articles` holds the first document of every event.
std::string timeline_text(std::span<const casefile::Event> events, const Names& names, const Articles& articles,
                          const Look& look);

// {"events": [{"from", "to", "kind", "type", "modality", "roles": {role: [{"entity", "name", "text"}]},
//              "claims": [{"id", "quote", "document", "url", "outlet", "published", "start", "end"}]}]}
std::string timeline_json(std::span<const casefile::Event> events, const Names& names);

}  // namespace sumario::cli
