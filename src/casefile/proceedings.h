// What each step of a proceeding means for where somebody stands: the Standing section of the reading contract as
// tables. Pure and thread-safe.
#pragma once

#include <string_view>

namespace sumario::casefile {

// How far a step takes a case; also the order of steps told for one day.
enum class Stage {
  kNone,        // no step of the contract
  kAccusation,  // accuse
  kInquiry,     // investigate, search, seize
  kCustody,     // warrant, arrest, extradite, deport
  kCourt,       // charge, appear, plea, hearing, motion, trial, appeal
  kVerdict,     // convict, sentence, fine
  kEnd,         // release, acquit, dismiss, overturn, pardon, settle, exonerate
};

struct StepMeaning {
  std::string_view type;
  Stage stage = Stage::kNone;
  int order = 0;            // among the steps of one day
  std::string_view status;  // what it makes of the person; "" where it moves nothing
  int weight = 0;           // of two open statuses the heavier shows
};

// The meaning of a claim type; stage kNone for types that are no step (statement, office, ...).
const StepMeaning& meaning_of(std::string_view type);

// True when `later` cannot happen unless `earlier` has: a plea presupposes a charge, a sentence a conviction.
// Transitive.
bool presupposes(std::string_view later, std::string_view earlier);

}  // namespace sumario::casefile
