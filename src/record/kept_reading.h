// A reading as the case file keeps it, and the bodies that documents name.
#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "record/reading.h"

namespace sumario {

// Which program, model and knowledge read a document.
struct ReadWith {
  std::string program, model, knowledge;
};

struct KeptReading {
  Reading reading;
  ReadWith with;
  std::map<std::string, std::string> ids;  // Entity::id to the id of that person or body in the case file
};

// The reading's line with "read_with": {"program", "model", "knowledge"} behind its other fields.
std::string to_json_line(const KeptReading& kept);
// Reads such a line, and one without "read_with", whose names are then empty. No ids. Errors as reading_from_json.
Result<KeptReading> kept_reading_from_json(std::string_view line);

// An organisation of the case file. Lists ascend.
struct KeptBody {
  std::string id;
  std::set<std::string> names;
  std::set<std::string> documents;                    // Article::id of those that name it
  std::set<std::pair<ClaimKind, std::string>> parts;  // the roles it fills in claims of which kind
};

// How a claim of a document is named in the case file.
inline std::string kept_claim_id(const std::string& document, const std::string& claim) {
  constexpr size_t kDocumentDigits = 16;  // enough to tell documents of one record apart
  return document.substr(0, kDocumentDigits) + "-" + claim;
}

}  // namespace sumario
