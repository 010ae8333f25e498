// Before which forum a step stands, where its own words do not say.
#pragma once

#include <vector>

#include "casefile/tellings.h"

namespace sumario::casefile {

// The forum that the claim's own roles name; "" where none does. A place tells a country only.
std::string forum_named_by(const Claim& claim);

// Fills `forum` of the tellings that name none, drops those that fit several forums, and joins the forums of one
// country where only one of them has a court's steps. Precondition: `tellings` are of one person.
void settle_forums(std::vector<Telling>& tellings);

}  // namespace sumario::casefile
