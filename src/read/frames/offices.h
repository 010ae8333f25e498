// Offices people wear in a text: at their names ("Foreign Minister Marcelo Ebrard"), by copula ("was defence minister")
// and behind "as".
#pragma once

#include <vector>

#include "read/frames/draft.h"

namespace sumario::read {

// One "hold" draft for every title of the cast.
std::vector<Draft> offices_at_names(const Scene& scene);

// An office held is one fact however often it is told; a telling that adds its time or body stays.
void tell_offices_once(const Scene& scene, std::vector<Draft>& drafts);

}  // namespace sumario::read
