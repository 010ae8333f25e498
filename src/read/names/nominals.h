// Noun phrases that mean a person or a body without naming it: "the former minister", "his wife", "the general".
#pragma once

#include "read/names/draft.h"

namespace sumario::read {

// Appends the noun phrases for people and bodies to the draft's mentions and sets the entity of those that can mean one
// entity only:
//   - beside a name, as its apposition ("Ann Lee, the foreign minister"; "the defendant as Ann Lee");
//   - a definite phrase whose noun describes one person of the document so far, no other person at all, and no unnamed
//     one ("a judge … the judge").
// The names must have their entities. Linear in the number of tokens.
void find_nominals(CastDraft& draft);

}  // namespace sumario::read
