// Pronouns, resolved where one candidate is by far the likeliest and left open otherwise.
#pragma once

#include <functional>
#include <span>

#include "read/names/antecedents.h"
#include "read/names/draft.h"

namespace sumario::read {

// A mention a pronoun may refer to; with head -1, that it refers to nobody mentioned.
struct AntecedentOption {
  int head = -1;
  int referent = -1;  // as in Occurrence
  PairValues pair;
};
// Told of every personal pronoun that is ranked, and of the mentions grammar rules out, for the program that finds the
// weights.
using AntecedentSink =
    std::function<void(int pronoun, std::span<const AntecedentOption> options, std::span<const int> ruled_out)>;

// Appends the pronouns of the document to the draft's mentions. The mentions found before must have their entities.
//
// "he", "she" and their forms: every person mentioned shortly before, named or not ("the officer"), in this sentence or
// the few before it is ranked (antecedents.h), as is "nobody mentioned". Out of the question are those of other gender,
// those whom grammar forbids (clauses.h) and the speaker of the quotation the pronoun stands in. The likelihood of a
// person is the sum over their mentions, pronouns passing on what they may mean themselves; a named person whose
// likelihood reaches the weights' "certain from" is meant, otherwise the pronoun stays open. A reflexive means the
// subject of its clause; relative pronouns what their clause modifies. "I", "we", "you", "they", "it" stay open.
// Linear in the number of mentions.
void find_pronouns(CastDraft& draft, const AntecedentSink& sink = {});

}  // namespace sumario::read
