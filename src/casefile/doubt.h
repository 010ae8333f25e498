// Where one sentence stands against all the rest of the record, it is the reading that is doubted.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "record/dossier.h"

namespace sumario::casefile {

struct Believed {
  std::vector<KeptClaim> claims;
  std::vector<KeptClaim> doubted;
  std::vector<KeptClaim> taken_back;  // by the outlet that told them
};

// Takes out what makes an accused of a judge, a prosecutor, a lawyer or a police officer whom three documents or more
// show at work, when all of it rests on one sentence of one document: parsers err on "Justice Ann Lee and the defendant
// was convicted", and nobody who is truly charged is charged in a single sentence of the record. The claims stay in the
// record and in the timeline. Takes out as well what an outlet told and a later article of the same outlet, in its own
// voice, says was not so, with all that the same sentence accused the person of; unless that article tells the step
// itself. Pure; the order of claims does not matter.
Believed weigh(std::string_view person, std::span<const KeptClaim> claims);

}  // namespace sumario::casefile
