// People, bodies, places and laws of one document, with every place where the text mentions them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/byte_range.h"

namespace sumario {

enum class EntityKind { kPerson, kOrganisation, kPlace, kLaw, kGroup, kWork, kOther };
enum class Gender { kFemale, kMale };
enum class MentionForm { kName, kPronoun, kNominal };

struct Mention {
  ByteRange range;
  MentionForm form = MentionForm::kName;
};

struct Entity {
  std::string id;  // unique in its reading: "e1", "e2", … by first mention
  EntityKind kind = EntityKind::kOther;
  std::string name;               // the fullest form, titles left off
  std::vector<std::string> also;  // other forms used in the text
  std::optional<Gender> gender;
  std::vector<Mention> mentions;  // in text order, at least one
};

}  // namespace sumario
