// A claim of a reading in flat words, for tables and events.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "record/kept_reading.h"

namespace sumario::exports {

// Names of a reading's entities, by Entity::id.
using EntityNames = std::map<std::string, std::string>;
EntityNames names_in(const Reading& reading);

// Who fills the role, the name where an entity does and the words of the text where none is certain; "; " between
// several, "" where nobody does.
std::string fillers_in_words(const Claim& claim, std::string_view role, const EntityNames& names);

// "accuser: Ann Lee; conduct: fraud": all roles in the order of their names.
std::string roles_in_words(const Claim& claim, const EntityNames& names);

// The voices, the one nearest the content first.
std::string sources_in_words(const Claim& claim, const EntityNames& names);

// "2024-11-07", "" for none.
std::string day_text(std::optional<Day> day);

}  // namespace sumario::exports
