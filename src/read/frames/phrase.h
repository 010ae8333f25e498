// Which words of the sentence fill a role: people and bodies by their names or noun phrases, offences and penalties by
// the whole phrase.
#pragma once

#include <string_view>
#include <vector>

#include "read/frames/draft.h"
#include "read/syntax/lexicon.h"

namespace sumario::read {

// The phrase headed by `head` without relative and adverbial clauses, edge punctuation and leading determiners kept.
TokenSpan words_of_phrase(const Tree& tree, int head);
// As above, from the subject on and without the verbs coordinated with `verb`: "deleted messages" of "lied, deleted
// messages and hid a phone".
TokenSpan words_of_deed(const Tree& tree, int verb);
// A noun phrase from its first modifier to its head, with a following "of" phrase.
TokenSpan whole_phrase(const Tree& tree, int head);

// Whom a noun means: the name apposed to it where it is a description, else its own words.
DraftFiller person_at(const Scene& scene, int head);
// Those whom a phrase means as an argument of the predicate: coordination expanded, each as person_at has it.
std::vector<DraftFiller> people_of(const Scene& scene, int head, int predicate);

// Whether the head can be somebody who acts or is acted on by the law: a person, body or group by its entity, a
// personal pronoun, or a noun listed in lexicons/people.txt.
bool is_somebody(const Scene& scene, const Lexicon& people, int head);

// Whether the head is many or counted, and no name of a place, law or work: "looters", "120", "dozens", "all those".
bool is_many(const Scene& scene, int head);

// Whether the noun points back to what was told before: "the trial", "this arrest", "these charges".
bool points_back(const Tree& tree, int noun);

// "The Lee investigation" may be one against Lee or one that Lee leads.
bool bears_a_name(const Scene& scene, int noun);
// "Pledges to support the investigation": which one, and whether there is any, is left open.
bool is_under_a_plan(const Tree& tree, const MoodReader& moods, int noun);

}  // namespace sumario::read
