// Whom a document proceeds against.
#pragma once

#include <vector>

#include "read/frames/draft.h"

namespace sumario::read {

// The people and bodies whom every opening step of the document names (arrest, charge, plea, trial, conviction,
// sentence, warrant; asserted), in order of their entities. One, or several whom one step names together, or those
// `identified` as the defendants. Empty where there are none in the first sentences, where a step is against somebody
// not known, or where the document tells of separate cases.
std::vector<int> case_defendants(const Scene& scene, const std::vector<Draft>& drafts,
                                 const std::vector<int>& identified = {});

// Whether the head is an indefinite "a man", "three women" of the first sentences, which news names in later ones.
bool is_lead_description(const Scene& scene, int head);

// Whether the head is a description of one person, of the first sentences and before the entity's first name, that a
// story opens with before it names whom it means: "A man has been jailed", "Ann Lee's neighbour was arrested". False
// where the genders differ. Only sure where the document proceeds against that entity alone.
bool is_introduced_by(const Scene& scene, int head, int entity);

// The mentions by name of one entity, ascending.
std::vector<int> names_of(const Cast& cast, int entity);
// The last of the names before the token as a filler; the first of all where none precedes it. `names` is not empty.
DraftFiller named_before(const Scene& scene, const std::vector<int>& names, int token);

}  // namespace sumario::read
