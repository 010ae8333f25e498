// Pronouns, resolved where one candidate fits and left open otherwise.
#pragma once

#include "read/names/draft.h"

namespace sumario::read {

// Appends the pronouns of the document to the draft's mentions. The mentions found before must have their entities.
//
// A personal pronoun of one person gets an entity by the first of these rules that leaves exactly one candidate, who
// must be named; candidates are the people, named or not ("the officer"), of fitting gender:
//   - a reflexive: the subject of its clause;
//   - the window of this and the previous sentence holds one candidate only;
//   - the clause hangs below a verb whose subject fits, and nobody else who fits stands in the sentence ("Lee said
//   he");
// Inside quotation marks the speaker is no candidate for "he" or "she", and what stands in a quotation is none for
// pronouns outside. Relative pronouns take what their clause modifies. "I", "we", "you", "they", "it" stay open.
// Linear in the number of mentions (bounded window).
void find_pronouns(CastDraft& draft);

}  // namespace sumario::read
