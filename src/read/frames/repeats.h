// One fact told again is told once: "the arrest of Lee" after "Lee was arrested in Porto on 3 May" adds nothing.
#pragma once

#include <vector>

#include "read/frames/draft.h"
#include "read/syntax/lexicon.h"

namespace sumario::read {

// Leaves out proceedings and offices that say nothing beyond another draft of the document: the same type, modality and
// people, no role and no time that the other lacks, and told in passing, by a noun or as an office worn before. Of two
// that say the same, the first stays. Drafts about people who are not certain are kept.
// `like_offices` (lexicons/like_offices.txt) holds words for one office.
void leave_out_repeats(const Scene& scene, const Lexicon& like_offices, std::vector<Draft>& drafts);

}  // namespace sumario::read
