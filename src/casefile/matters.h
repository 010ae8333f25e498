// From tellings to matters: which of them tell one step, which steps make one case, and how it stands on a day.
#pragma once

#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "casefile/tellings.h"
#include "record/dossier.h"

namespace sumario::casefile {

// One step as all documents together tell it. The closest source gives its interval: a day refines a month.
struct ToldStep {
  const StepMeaning* meaning = nullptr;
  std::optional<Day> from;
  std::optional<Day> to;   // as told; absent where no source bounds it
  std::optional<Day> day;  // the day from which it counts; absent where no document has a date
  std::set<std::string> words;
  std::set<std::string> document_words;
  std::set<std::string> documents;
  std::vector<const KeptClaim*> told;  // ordered by publication, document, claim

  std::string_view type() const { return meaning->type; }
};

// Joins the tellings of one forum. Two tellings are one step when their types agree and their days can be the same.
// A step counts from the last day of its interval; an undated one from the publication day of the first document that
// tells it, or from the day of a dated step that presupposes it if that is earlier. Ordered by day.
std::vector<ToldStep> join_steps(std::span<const Telling> tellings);

// Steps that belong to one case before one forum, ordered by day.
struct Matter {
  std::vector<ToldStep> steps;
  std::set<std::string> words;
};

// Parts the steps of one forum into cases. An end closes the open cases it answers to; only what surely began after an
// end, or went back to an earlier stage for other words on another day, opens a case anew.
std::vector<Matter> part_matters(std::span<const ToldStep> steps);

struct Position {
  std::string_view status = "none";
  std::optional<Day> since;
  bool ended = false;
};

// Where the matter stands on the day `as_of`, from its steps up to that day.
Position position_of(const Matter& matter, Day as_of);

}  // namespace sumario::casefile
