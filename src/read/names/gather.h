// Which names mean the same person, body, place: name coreference inside one document.
#pragma once

#include "read/names/draft.h"

namespace sumario::read {

// Makes the entities and sets `entity` of the names. A surname that two known people share stays without an entity
// unless a courtesy title, an office or the order of introduction leaves one of them. Entities are numbered by first
// mention. Linear in the number of names for a bounded number of people per surname (kMostNamesakes).
void gather_people(CastDraft& draft);
// Everything that is no person: bodies with their acronyms, places, groups, laws.
void gather_others(CastDraft& draft);
// Numbers the entities by first mention, chooses their display names, fills `also`, gender and mentions.
void finish_entities(CastDraft& draft);

// All that comes before pronouns: names, titles, people and others, noun phrases.
void find_names_and_nouns(CastDraft& draft);

inline constexpr size_t kMostNamesakes = 16;

}  // namespace sumario::read
