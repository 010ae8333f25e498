// Frames: kinds of events as text files. A file in knowledge/frames describes one type of claim: the words that tell it
// (patterns), where each role stands, and examples that the tests run. docs/frames.md describes the format.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "read/frames/role_path.h"
#include "record/claim.h"

namespace sumario::read {

// Words that tell an event. A verb phrase's head is its first word ("take into custody"), a noun's its last
// ("arrest warrant"); the others must hang from it.
struct Trigger {
  std::vector<std::string> words;  // lemmas
  bool nominal = false;
};

using RolePaths = std::map<std::string, std::vector<RolePath>>;

// A verb that lends an event noun its participants: "*faces* charges", "*brought* charges against".
struct CarrierRule {
  std::vector<std::string> verbs;  // lemmas
  std::string preposition;         // between verb and noun; "" when the noun is object, subject or complement
  RolePaths roles;                 // from the carrier verb
};

// What may be an action's recipient: somebody; or whoever is behind the words ("the minister's plan"); or the deed
// itself.
enum class Reach { kParty, kOwner, kDeed };

struct Pattern {
  std::vector<Trigger> triggers;
  RolePaths roles;
  std::vector<CarrierRule> carriers;
  std::vector<std::string> not_under;  // verbs and nouns under which the noun tells nothing new
  bool carried_only = false;           // the noun counts only under one of its carriers
  Reach reach = Reach::kOwner;
  bool people = true;                           // false: said of a person the words are a figure of speech
  bool mutual = false;                          // of several actors the first acts, the others receive
  std::vector<std::vector<std::string>> needs;  // each: one of these roles must be filled
  std::vector<std::pair<std::vector<RolePath>, bool>>
      tests;                         // one of the paths must (true), none may (false) lead somewhere
  std::optional<Modality> modality;  // what the words themselves say, when not asserted
  bool passive_only = false, active_only = false;
  bool takes_people = false;  // whatever many its words act on are people ("50 arrested")
  bool takes_states = false;  // states, too, stand where somebody is wanted ("sued Peru")
  bool definite = false;      // the noun counts only where it points back: "the trial"
  bool known_case = false;    // counts only for people whom another claim of the document accuses
  bool grants = false;        // grants what the document says was asked for: counts only where that is of this type
  double confidence = 0.9;
};

struct Example {
  std::string text;
  std::vector<std::string> gives;  // empty: the sentence tells nothing of this frame's type
  int line = 0;
};

struct Frame {
  ClaimKind kind = ClaimKind::kProceeding;
  std::string type;
  std::string name;  // file name without ending: "arrest"
  std::filesystem::path file;
  std::vector<Pattern> patterns;
  std::vector<Example> examples;
};

// Errors: kNotFound, kDamaged. Unknown keys, duplicates and malformed paths name the file and the line.
Result<Frame> parse_frame(std::string_view text, const std::filesystem::path& file);
// All *.toml of the folder, in order of name.
Result<std::vector<Frame>> load_frames(const std::filesystem::path& folder);

}  // namespace sumario::read
