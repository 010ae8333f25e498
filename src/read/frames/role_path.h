// The little language in which a frame says where a role stands in the sentence:
//     "object"                          the predicate's object
//     "with | of"                       behind "with", else behind "of"
//     "on(suspicion, charge) of"        behind "of", under the noun "suspicion" or "charge", itself behind "on"
//     "clause subject"                  the subject of the complement clause
// Relation words: subject object recipient complement clause poss compound modifier appos adverbial auxiliary,
// predicate (the trigger's own phrase); any other word is a preposition. Alternatives are tried in order.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "read/syntax/proposition.h"

namespace sumario::read {

struct PathStep {
  bool itself = false;  // "predicate"
  Relation relation = Relation::kPreposition;
  std::string preposition;          // for kPreposition
  std::vector<std::string> lemmas;  // the head must be one of these; empty: any
};

using RolePath = std::vector<PathStep>;

// Errors: kDamaged, the message without file and line.
Result<std::vector<RolePath>> parse_role_paths(std::string_view text);

// The arguments at the end of the path; more than one where the sentence repeats a relation.
std::vector<Argument> follow(const Tree& tree, const Proposition& from, const RolePath& path);

}  // namespace sumario::read
