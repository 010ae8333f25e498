// Pronouns, resolved where one candidate fits and left open otherwise.
#pragma once

#include "read/names/draft.h"

namespace sumario::read {

// Appends the pronouns of the document to the draft's mentions. The mentions found before must have their entities.
//
// A personal pronoun of one person gets an entity by the first of these rules that applies and leaves one candidate,
// who must be named; candidates are the people, named or not ("the officer"), of fitting gender:
//   - a reflexive: the subject of its clause;
//   - somebody introduced later in the sentence may be meant ("In his statement, Lee …"): open;
//   - this and the previous sentence hold one candidate only; or none, and the few sentences before hold one;
//   - the sentence holds one, who is its subject or the subject of a clause above ("Lee said he …");
//   - a possessive: the subject of its own clause, nobody else between;
//   - several in the sentence before, one of them its subject.
// The last rules never choose somebody introduced as holding an office: judges, prosecutors and officers act upon
// others, who are then spoken of. The speaker of a quotation is no candidate for "he" or "she" inside it. Relative
// pronouns take what their clause modifies. "I", "we", "you", "they", "it" stay open. Linear in the number of mentions.
void find_pronouns(CastDraft& draft);

}  // namespace sumario::read
