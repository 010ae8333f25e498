// Whose words a cue introduces: the speaker of a cue verb, with understood subjects followed through the tree.
#pragma once

#include "read/speech/speech_text.h"

namespace sumario::read {

struct Speaker {
  int head = -1;  // -1: none is named
  int link = -1;  // the relative pronoun standing for it
};

// The subject of an active cue verb, the agent of a passive one; for participles, infinitives and coordinated verbs the
// subject they share with the verb above. Climbs at most a stated number of steps.
Speaker speaker_of(const SpeechText& speech, int verb);

bool in_passive(const Tree& tree, int verb);
// The words of the noun phrase under `head`: determiners, titles and close apposition, without clauses hung on it.
TokenSpan noun_phrase(const Tree& tree, int head);
// "told reporters": the person spoken to, -1.
int addressee_of(const SpeechText& speech, int verb);
// "did not say", "never said", "declined to say".
bool is_negated(const Tree& tree, int verb);
// "may say", "is expected to say", "if he says", "will say": not, or not yet, said.
bool is_doubtful(const Tree& tree, int verb);

}  // namespace sumario::read
