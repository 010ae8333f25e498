// Finds the names of a document: the tagger's spans, trimmed of titles and possessives, completed with parts it missed,
// typed after the contract. The mapping from OntoNotes labels to the contract's kinds:
//   PERSON -> person; ORG -> organisation; GPE, LOC, FAC -> place; NORP -> group; LAW -> law; WORK_OF_ART -> work;
//   EVENT, PRODUCT, LANGUAGE -> other; numbers, dates and times are no entities.
// A title before the name makes it a person's; a noun for bodies at its end an organisation's; a country's name a
// place's; a noun for laws a law's.
#pragma once

#include "read/names/draft.h"

namespace sumario::read {

// Appends the names found to the draft's mentions, in text order, with kind, key and notes set, and fills name_at.
// Linear in the number of tokens.
void find_names(CastDraft& draft);

// Second look, once the names are known: surnames of known people the tagger left out, and labels outvoted by the other
// mentions of the same name ("Cienfuegos" as ORG beside "Salvador Cienfuegos"). Keeps text order.
void repair_names(CastDraft& draft);

}  // namespace sumario::read
