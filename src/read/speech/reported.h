// Reported speech that the tree shows: clauses, infinitives and objects of cue verbs, what cue nouns govern, and
// "according to".
#pragma once

#include <vector>

#include "read/speech/speech_text.h"

namespace sumario::read {

// One candidate for each cue that has content, in text order of cues. Quotation marks are not yet heeded.
std::vector<AttributionCandidate> reported_by_verbs(const SpeechText& speech);
std::vector<AttributionCandidate> reported_by_nouns(const SpeechText& speech);
std::vector<AttributionCandidate> reported_by_prepositions(const SpeechText& speech);

// The tokens under `head` but for those in `holes`; punctuation at the edges of each piece left out.
std::vector<TokenSpan> words_under(const SpeechText& speech, int head, std::vector<TokenSpan> holes);

}  // namespace sumario::read
