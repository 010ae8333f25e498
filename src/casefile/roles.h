// Small questions about who fills which role of a claim. Pure; "" and empty where nobody does.
#pragma once

#include <string>
#include <string_view>

#include "record/claim.h"

namespace sumario::casefile {

// True when an entity with this id fills the role.
bool fills(const Claim& claim, std::string_view role, std::string_view entity);
// True when it fills any role, or is one of the sources.
bool takes_part(const Claim& claim, std::string_view entity);
// The words of the role's first filler.
std::string words_in(const Claim& claim, std::string_view role);

}  // namespace sumario::casefile
