// Offices at names: before them, in apposition before or behind them.
#pragma once

#include "read/names/draft.h"

namespace sumario::read {

// Fills draft.titles, and for every name of a person what it is described as ("minister", "suspect"). The names must be
// final. Linear in the number of names.
void find_titles(CastDraft& draft);

}  // namespace sumario::read
