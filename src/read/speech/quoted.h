// Whose a quotation is: outermost quotations tied to the cues around them, by what stands before and after.
#pragma once

#include <vector>

#include "read/speech/speech_text.h"

namespace sumario::read {

// A colon or a dash, which parts a quotation from the clause before it.
bool is_break(std::string_view word);

// Candidates whose content is one or more quotations, in text order. A quotation that has no cue of its own but follows
// on another speech goes to that speech. Scare quotes, titles of works and the like are in none.
// `reported` is what the tree gave: a cue found there is preferred, and a quotation inside reported speech is left to
// it.
std::vector<AttributionCandidate> quoted(const SpeechText& speech, const std::vector<AttributionCandidate>& reported);

}  // namespace sumario::read
