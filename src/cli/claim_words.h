// Claims in plain words: "arrested · 12 March 2024 · by FBI agents".
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "record/claim.h"
#include "record/note.h"

namespace sumario::cli {

// The role that a claim of this kind is about: defendant, accused, holder, speaker, subject, actor, law.
std::string_view main_role_of(ClaimKind kind);

// Names of people and bodies, by Filler::entity. Where a filler's entity has none, its words stand.
using Names = std::map<std::string, std::string>;
const std::string& name_of_filler(const Filler& filler, const Names& names);
// Who fills the main role: "Ann Lee, Bob Ray"; "" where nobody does.
std::string who_in_words(const Claim& claim, const Names& names);

// What is told, in a few words, negated where it is said not to be so: "arrested", "not charged", "case dismissed".
std::string deed_in_words(const Claim& claim);
// The type alone: "charged", "trial".
std::string deed_in_words(std::string_view type);

// "alleged", "denied", "planned", "requested", "possible"; "" for asserted, and for negated, which the deed itself
// says.
std::string_view modality_in_words(Modality modality);

// All roles but the main one and the content of a statement, which is its evidence, in an order that reads well:
// "by FBI agents", "for fraud", "in Lima".
std::vector<std::string> details_of(const Claim& claim, const Names& names);

// "Not read: a sentence of more words than are read as one, “It was on …”".
std::string note_in_words(const Note& note, std::string_view text);

// Whose word it is: "according to Ebrard, told by Proceso"; "" for the article's own.
std::string sources_in_words(const Claim& claim, const Names& names);

}  // namespace sumario::cli
