// Ends of a case told without the name: "the judge dropped the charges". Where the document proceeds against one person
// only, the case that ends is theirs.
#pragma once

#include <vector>

#include "read/frames/draft.h"

namespace sumario::read {

// Fills the open defendant of every dismissal, where exactly one entity is charged, arrested, tried or has pleaded in
// the document. Never adds a defendant to a step that would accuse.
void complete_endings(const Scene& scene, std::vector<Draft>& drafts);

}  // namespace sumario::read
