// What changed for people, for a person at a terminal.
#pragma once

#include <string>

#include "cli/ask.h"
#include "cli/terminal.h"
#include "record/changes.h"

namespace sumario::cli {

// Name, then a line for each matter and post that changed with the sentence that says so, and where it stands.
std::string changes_text(const PersonChanges& changes, const Articles& articles, const Look& look);

// The documents of all claims named.
std::set<std::string> documents_of(const PersonChanges& changes);

}  // namespace sumario::cli
