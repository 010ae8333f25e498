// Parts of JSON that a dossier and its changes share. Internal to this folder.
#pragma once

#include <map>
#include <string>

#include "record/dossier.h"
#include "record/json_writer.h"

namespace sumario {

// "claims": each by its id, with its quote, document and place.
void write_kept_claims(JsonWriter& json, const std::map<std::string, KeptClaim>& claims);

}  // namespace sumario
