// What FollowTheMoney's topics say of somebody, from where the person stands.
#pragma once

#include <string>
#include <vector>

#include "record/dossier.h"

namespace sumario::exports {

// "crime" for whoever stands convicted or sentenced, "wanted" under a warrant, "poi" (person of interest) while an
// investigation, an arrest, charges or a trial are open. Nothing for anybody else: not for an accusation alone, not
// once a matter ended otherwise, and never for the part of prosecutor, judge, victim or speaker. Ascending, each once.
std::vector<std::string> topics_of(const Dossier& dossier);

}  // namespace sumario::exports
