// A clause around its verb: voice, and the subject and object it does not write but means.
#pragma once

#include "read/syntax/tree.h"

namespace sumario::read {

bool is_relative_pronoun(const Tree& tree, int token);
// What a phrase head means once a relative pronoun is replaced by its noun; the head itself for all others.
int meant(const Tree& tree, int head);
// "The denial *that* he lied": read by the parser as an object, where it only opens what the noun says.
bool is_mere_mark(const Tree& tree, int token);

bool is_infinitive(const Tree& tree, int verb);  // with "to"
// "The *first* person to face charges" does the facing; "a decision to charge" does not charge.
bool is_the_nth(const Tree& tree, int noun);
bool is_passive(const Tree& tree, int verb);
// The subject written in the verb's own clause, -1 if none.
int own_subject(const Tree& tree, int verb);
// The written or understood subject as the surface has it (the patient, if the clause is passive); -1 where there is
// none or it is not certain. Chains of clauses are followed for at most 12 steps.
int surface_subject(const Tree& tree, int verb);
// The object a verb in a relative clause takes from its noun: "the *man* (whom) police arrested".
int relative_object(const Tree& tree, int verb);
// "Police arrested, charged and jailed *Lee*": the first verbs' object stands at the last. Where something else of the
// verb's own stands between ("lied to the court and destroyed evidence"), nothing is shared.
int shared_object(const Tree& tree, int verb);

}  // namespace sumario::read
