// Which part of the record an export as of a day holds.
#pragma once

#include <set>
#include <string>

#include "exports/exporter.h"

namespace sumario::exports {

// Without a limit all of it. With one: claims that may tell of a day up to it, documents with such a claim or published
// by then, and whatever standings of that day rest on besides.
class Held {
 public:
  explicit Held(AsOf as_of) : as_of_(as_of) {}

  Day day() const { return as_of_.day; }

  // The person's dossier of the day; its claims are held from now on.
  Dossier dossier(const casefile::PersonRecord& person);

  bool claim(const KeptClaim& kept) const { return claim(kept.id, kept.claim, kept.published); }
  bool claim(const KeptReading& kept, const Claim& claim) const;
  bool document(const KeptReading& kept) const;

 private:
  bool claim(const std::string& id, const Claim& claim, std::optional<Day> published) const;

  AsOf as_of_;
  std::set<std::string> besides_;  // ids of claims; few, since a later document seldom dates an earlier step
};

}  // namespace sumario::exports
