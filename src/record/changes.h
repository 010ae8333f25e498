// What differs for one person between two states of the record: two days, or before and after a retraction.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "record/dossier.h"

namespace sumario {

// A matter that moved. Statuses as in Standing; "none" where the matter is not there.
struct StandingChange {
  std::string forum;
  std::string matter;
  std::string before;
  std::string after;
  std::optional<Day> since;         // the day on which it came to stand as `after`
  std::vector<std::string> claims;  // what only one of the two states has of the matter
};

enum class OfficeTurn {
  kTaken,   // began between the two days
  kLeft,    // ended between the two days
  kUntold,  // held in the first state and not in the second, where nothing tells that it ended
};

struct OfficeChange {
  OfficeTurn turn = OfficeTurn::kTaken;
  std::string office;
  std::string body;
  std::optional<Day> day;
  std::vector<std::string> claims;
};

struct PersonChanges {
  std::string person_id;
  std::string name;
  std::vector<StandingChange> standing;
  std::vector<OfficeChange> offices;
  std::map<std::string, KeptClaim> claims;  // every claim named above

  bool empty() const { return standing.empty() && offices.empty(); }
};

// "taken", "left", "untold".
std::string_view name_of(OfficeTurn turn);

// One line without the newline: {"from", "to", "people": [{"person", "standing", "offices", "claims"}]}.
std::string to_json_line(std::span<const PersonChanges> people, Day from, Day to);

}  // namespace sumario
