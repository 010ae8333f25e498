// Who tells what, sentence by sentence, where an accusation runs on: "According to the indictment, Lee opened an
// account. She then moved the money." The second sentence names no voice and still stands under the first one's.
#pragma once

#include <vector>

#include "read/frames/draft.h"
#include "read/syntax/lexicon.h"

namespace sumario::read {

// The article's own account of what the case is about, opened by words such as "Circumstances of the case".
constexpr int kFactsOfTheCase = -2;

// For every sentence, the index of the attribution that tells it or ran on from an earlier sentence; -1 for the
// article's own voice; kFactsOfTheCase after one of the `openings`. An attribution runs on only where `carries` holds
// for it, and until another voice is heard.
std::vector<int> narrators(const Scene& scene, const std::vector<bool>& carries, const Lexicon& openings);

}  // namespace sumario::read
