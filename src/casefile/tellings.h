// What claims tell about the steps of one person's proceedings, each laid before its forum.
#pragma once

#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "casefile/proceedings.h"
#include "record/dossier.h"

namespace sumario::casefile {

// One claim about one step.
struct Telling {
  const KeptClaim* kept = nullptr;  // borrowed from the claims given
  const StepMeaning* meaning = nullptr;
  std::optional<Day> from;      // the step lies on or after it
  std::optional<Day> latest;    // it has surely happened by this day: the end of its interval, not after publication
  bool dated = false;           // the claim itself bounds its end
  std::string forum;            // "" where it cannot be told
  std::set<std::string> words;  // what it is about, from the charge or the conduct
  std::set<std::string> document_words;  // what the document's other steps before this forum are about

  std::string_view type() const { return meaning->type; }
  Stage stage() const { return meaning->stage; }
};

// The steps that `claims` tell about the person: asserted proceedings with the person as defendant, alleged accusations
// of the person, asserted exonerations. Every other modality moves nothing. Forums come from the claim's own roles
// (forum, court, authority, place), else from the matter that the step belongs to in its document, else from the only
// matter of the record that it fits; a step that fits several is left out. Sorted so that the same claims in any order
// give the same tellings. Pure; `claims` must outlive the result.
std::vector<Telling> tellings_of(std::string_view person, std::span<const KeptClaim> claims);

// The stems of its charge and its conduct.
std::set<std::string> words_of(const Claim& claim);

// Stems of the words that say what a charge or an accusation is about; "trafficking drugs" and "drug trafficking"
// agree.
std::set<std::string> subject_words(std::string_view text);

// True when both say what they are about and share nothing.
bool words_differ(const std::set<std::string>& a, const std::set<std::string>& b);
bool words_agree(const std::set<std::string>& a, const std::set<std::string>& b);

}  // namespace sumario::casefile
