// The dossier of one person: standings, offices, allegations and parts, folded from claims.
#pragma once

#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "record/dossier.h"

namespace sumario::casefile {

// A document that names the person, and by which names.
struct NamedHere {
  std::string document;  // Article::id
  std::string name;
  std::vector<std::string> also;
};

// What the record holds about one person. Any order.
struct PersonRecord {
  std::string id;
  std::vector<NamedHere> named;   // one for each document that names the person
  std::vector<KeptClaim> claims;  // all that name the person in a role or as a source
};

// Everything known of the person as of a day. The same record in any order gives the same dossier. A pure function.
Dossier dossier_of(const PersonRecord& record, Day as_of);

// Offices held, merged over claims; those that had not begun by `as_of` are left out. Ordered by begin, undated ones
// last.
std::vector<Tenure> tenures_of(std::string_view person, std::span<const KeptClaim> claims, Day as_of);

// What the person is accused of, each accusation once, with the person's last answer. Ordered by publication; the
// claims of an accusation are followed by those that answer it.
std::vector<Allegation> allegations_of(std::string_view person, std::span<const KeptClaim> claims, Day as_of);

// The parts that the person plays in each document that gives one.
using PartsPlayed = std::map<std::string, std::set<std::string>>;  // by Article::id
PartsPlayed parts_played(std::string_view person, std::span<const KeptClaim> claims);

// In how many documents the person plays which part; `documents` are all that name the person. Contract's order, parts
// played nowhere left out.
std::vector<Part> parts_of(std::string_view person, std::span<const KeptClaim> claims,
                           std::span<const std::string> documents);

}  // namespace sumario::casefile
