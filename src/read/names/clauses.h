// Clauses around a token, and whom grammar forbids a pronoun to mean.
#pragma once

#include "read/syntax/tree.h"

namespace sumario::read {

// True for a verb or auxiliary that heads a clause.
bool heads_clause(const Tree& tree, int token);
// The verb that heads the clause around a token (never the token itself); -1 where there is none.
int clause_of(const Tree& tree, int token);
// The subject of a clause, looking through joined verbs ("Lee came and left"); -1 where there is none.
int subject_of(const Tree& tree, int verb);

// The token stands in a phrase joined to the one headed by `other`: "Lee and his wife".
bool joined_before(const Tree& tree, int other, int token);

// True when the pronoun at `pronoun` cannot mean whom the name, noun or pronoun headed by `other` means:
//   "Lee saw him": an object is not the subject of its own clause;
//   "Lee, his lawyer", "his lawyer Lee": nobody is part of the phrase that describes them;
//   "Lee is his lawyer": nor of what they are said to be;
//   "he said that Lee left": whoever is named inside a clause is not its pronoun subject.
bool disjoint(const Tree& tree, int pronoun, int other);

}  // namespace sumario::read
