// Where a person stands before each forum on a day, folded from claims as the reading contract's last section says.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "record/dossier.h"

namespace sumario::casefile {

// One standing per forum and matter that has begun by `as_of`: open ones first, the latest change before older ones.
// `claims` are all claims of the record that name `person` (an id as in Filler::entity), in any order: the same claims
// give the same standings. A pure function; thread-safe.
std::vector<Standing> standings_of(std::string_view person, std::span<const KeptClaim> claims, Day as_of);

}  // namespace sumario::casefile
