// The action inventory of a transition system (`<component>/moves`), in the order of the network's outputs.
// Source: spacy/pipeline/_parser_internals/transition_system.pyx.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace sumario::nlp {

struct TransitionAction {
  int move = 0;  // the system's own number: 0 SHIFT … or 1 BEGIN …
  std::string label;
};

// Orders the actions as spaCy does: by move, within a move by falling frequency, then falling label; labels with a
// negative frequency last. `unlabelled` lists moves that exist only without a label, `without_units` those that are
// left out altogether. `bytes` is the file's content, `file` its name. Errors: kDamaged (file and field).
struct ActionRules {
  int moves = 0;                    // moves are numbered from 0 to this, exclusive
  std::vector<int> without_units;   // never an action
  std::vector<int> never_labelled;  // an action only with an empty label
};
Result<std::vector<TransitionAction>> read_actions(std::string_view bytes, const std::string& file,
                                                   const ActionRules& rules);

}  // namespace sumario::nlp
