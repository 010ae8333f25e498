// What changed for a person between two dossiers.
#pragma once

#include "record/changes.h"

namespace sumario::casefile {

// The dossiers are of one person: of one record on two days, the earlier first, or of two records on one day (a
// document fewer, say). Either may be empty but for its day. Matters are the same where they share a claim, posts where
// they share one or are called the same.
// A post that is first told of between the days, without a day on which it was taken, is no change. Ordered as in the
// second dossier; what only the first has comes last. Pure.
PersonChanges changes_between(const Dossier& before, const Dossier& after);

}  // namespace sumario::casefile
