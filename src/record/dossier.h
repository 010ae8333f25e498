// Where a person stands: the answers of the case file as plain data.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/day.h"
#include "record/claim.h"

namespace sumario {

// A claim as kept in the case file: which document said it, and where.
struct KeptClaim {
  std::string id;        // unique in the case file
  std::string document;  // Article::id
  std::optional<std::string> url;
  std::optional<std::string> outlet;
  std::optional<std::string> title;
  std::optional<Day> published;
  Claim claim;  // Filler::entity holds the ids of the case file's people and bodies
};

// One step of a matter, told by one or more claims.
struct Step {
  std::string type;
  DayInterval days;
  std::vector<std::string> claims;
};

// Standing of one person before one forum in one matter on one day. Statuses as in the reading contract:
// none, accused, investigated, wanted, arrested, charged, on trial, convicted, sentenced;
// dismissed, acquitted, overturned, pardoned, settled, released.
struct Standing {
  std::string forum;   // English short name; "" where it cannot be told
  std::string matter;  // a short label of what it is about
  std::string status;
  std::optional<Day> since;
  std::vector<Step> steps;
};

struct Tenure {
  std::string office;
  std::string body;
  DayInterval days;
  std::vector<std::string> claims;
};

struct Allegation {
  std::string accuser;  // "" where nobody is named
  std::string conduct;
  Modality modality = Modality::kAlleged;
  std::optional<std::string> answer;  // "denied" or "admitted"
  std::vector<std::string> claims;
};

// In how many documents the person appears in a part: defendant, suspect, victim, witness, judge, prosecutor, lawyer,
// police, official, speaker, other.
struct Part {
  std::string part;
  int documents = 0;
};

struct Dossier {
  std::string person_id;
  std::string name;
  std::vector<std::string> also;
  Day as_of;
  std::vector<Standing> standing;
  std::vector<Tenure> offices;
  std::vector<Allegation> allegations;
  std::vector<Part> parts;
  std::map<std::string, KeptClaim> claims;  // every claim named above
  std::vector<KeptClaim> doubted;           // left out of all that: casefile/doubt.h says why
};

// One line without the newline, in the shape that the command line contract fixes for `who --format json`.
std::string to_json_line(const Dossier& dossier);

}  // namespace sumario
