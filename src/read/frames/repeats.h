// One fact told again is told once: "the arrest of Lee" after "Lee was arrested in Porto on 3 May" adds nothing.
#pragma once

#include <vector>

#include "read/frames/draft.h"

namespace sumario::read {

// Leaves out proceedings and offices that say nothing beyond another draft of the document: the same type, modality and
// people, no role and no time that the other lacks, and told in passing, by a noun or as an office worn before. Of two
// that say the same, the first stays. Drafts about people who are not certain are kept.
void leave_out_repeats(const Scene& scene, std::vector<Draft>& drafts);

}  // namespace sumario::read
