// What marks the mood of a clause within it, function words only: modals, negation, "nobody", "if", inversion.
#pragma once

#include "read/syntax/mood.h"
#include "read/syntax/tree.h"

namespace sumario::read {

// Folds one more finding into the mood: the one that takes its content farther from fact decides. A negated possibility
// or plan ("may not be charged") stays what the text leaves open, but "will not", "has not" and "did not" negate.
void fold(Mood& mood, Modality m, int cue);

// Modal auxiliaries and "not" of one clause. A request in the past ("should have been charged") did not happen. A
// headline's "mayor to stand trial" is a plan.
void fold_auxiliaries(const Tree& tree, int verb, Mood& mood);
// The rest: nobody and nothing among its arguments, neither, if, whether, unless, inverted conditions.
void fold_marks(const Tree& tree, int verb, Mood& mood);

// "(The claim) that he lied": "that" is a mark, or an object to the parser where the verb takes none.
bool is_that_clause(const Tree& tree, int verb);
// The word that makes a noun phrase mean that there is no such thing: "nobody", "no charges", "neither man", "not a
// single officer"; -1 if none.
int none_in(const Tree& tree, int noun);

}  // namespace sumario::read
