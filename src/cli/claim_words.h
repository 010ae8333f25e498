// Claims in plain words: "arrested · 12 March 2024 · by FBI agents".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "record/claim.h"

namespace sumario::cli {

// The role that a claim of this kind is about: defendant, accused, holder, speaker, subject, actor, law.
std::string_view main_role_of(ClaimKind kind);

// What is told, in a few words, with what the modality takes from it: "arrested", "not charged", "to be returned".
std::string deed_in_words(const Claim& claim);
// The type alone: "charged", "trial".
std::string deed_in_words(std::string_view type);

// "" for asserted; "alleged", "denied", "said not to be so", "planned", "requested", "possible".
std::string_view modality_in_words(Modality modality);

// All roles but the main one, in an order that reads well: "by FBI agents", "for fraud", "in Lima".
std::vector<std::string> details_of(const Claim& claim);

// Whose word it is: "according to Ebrard, told by Proceso"; "" for the article's own.
std::string sources_in_words(const Claim& claim);

}  // namespace sumario::cli
