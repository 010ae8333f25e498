// Dependency trees drawn for a person at a terminal.
#pragma once

#include <string>

#include "nlp/analysis.h"

namespace sumario::nlp {

// Every sentence with its tree: one line a word in the order of the text, the branches in box-drawing characters on the
// left, then word, coarse tag, fine tag, label and, inside names, the entity's label on its first word.
//
//     ╭───── She      PRON PRP nsubj
//   ──┼───── faces   VERB VBZ ROOT
//     ├───── trial   NOUN NN  dobj
//     ╰───── .       PUNCT .  punct
//
// White space shows as ␣ ⇥ ↵ and other control characters as ␦, so that no text can steer the terminal. Columns line up
// by display width (combining marks take none, East Asian wide characters two). Branches deeper than 48 are drawn
// at 48. Linear in the number of tokens, but for a logarithm.
std::string tree_text(const Analysis& analysis);

}  // namespace sumario::nlp
