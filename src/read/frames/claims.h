// Drafts written out as the claims of the reading contract: offsets in bytes, evidence, sources, order and ids.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "read/frames/draft.h"
#include "record/article.h"
#include "record/claim.h"
#include "record/entity.h"

namespace sumario::read {

// The entities of the cast, "e1" for its first, each with its mentions.
std::vector<Entity> write_entities(const Scene& scene);

// Drafts that say the same of the same words are written once. Sorted by evidence; ids "c1", "c2", …
// What would take its evidence from both sides of some `residue` (ascending) is left out.
std::vector<Claim> write_claims(const Scene& scene, std::vector<Draft> drafts, std::span<const Residue> residue);

}  // namespace sumario::read
