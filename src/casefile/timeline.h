// Dated claims in the order of the days they lie on, each event once however many documents tell it.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "record/dossier.h"

namespace sumario::casefile {

struct Event {
  DayInterval days;
  std::vector<const KeptClaim*> told;  // ordered by publication, document, claim; at least one; borrowed
};

// The events on days from `from` to `to` (inclusive, open where absent) that the claims tell. Claims are one event when
// kind, type, modality, days and the people in every role agree; a claim without days is no event. Ordered by first
// day, then last day, kind and type. A pure function: the order of claims does not matter.
std::vector<Event> timeline_of(std::span<const KeptClaim> claims, std::optional<Day> from, std::optional<Day> to);

}  // namespace sumario::casefile
