// Headlines and transcripts: "LEE: I did not go.", "Minister: no talks planned", "Suspect held: police".
#pragma once

#include <vector>

#include "read/speech/speech_text.h"

namespace sumario::read {

// A paragraph's first words before a colon, when they name a person or a body and nothing else, speak what follows to
// the end of the paragraph. A paragraph that ends in a colon and a few words that name one is read likewise.
std::vector<AttributionCandidate> reported_by_labels(const SpeechText& speech);

}  // namespace sumario::read
