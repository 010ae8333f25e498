// A dossier for a person at a terminal.
#pragma once

#include <string>

#include "cli/ask.h"
#include "cli/terminal.h"
#include "record/dossier.h"

namespace sumario::cli {

// First where the person stands, in words; then each case step by step, offices, allegations with their answers, and
// the parts played; under each line the sentence that says so and where it was published. `articles` holds the
// documents of all claims of the dossier; `documents` is how many name the person.
std::string dossier_text(const Dossier& dossier, const Articles& articles, int documents, const Look& look);

}  // namespace sumario::cli
