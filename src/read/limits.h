// What one document may cost the reading. All stages work in time linear in the text for sentences of bounded length;
// what goes past a limit is left out as a whole, never read by half, and a note in the reading says where.
// Smaller limits stand where they are used (names/gather.h, names/discourse.cc, speech/quotations.cc,
// syntax/proposition.h); past them the reading leaves open who is meant.
#pragma once

#include <vector>

#include "nlp/analysis.h"
#include "record/note.h"

namespace sumario::read {

struct Limits {
  // Tokens of the longest sentence that is read. The longest of news prose have about 150; lists run on for 400.
  int longest_sentence = 500;
  // Names of one document, as the language pipeline counts them. A long novel has 30,000.
  int most_names = 50'000;
};

// Takes out of the analysis every sentence over the limits: those that are too long, and all that begin behind the last
// name that counts. No token or name of theirs is left; the others keep their trees. Gives the notes. Linear.
std::vector<Note> keep_to(const Limits& limits, nlp::Analysis& analysis);

}  // namespace sumario::read
