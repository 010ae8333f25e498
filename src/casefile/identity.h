// Who is who across documents: narrow and safe. Wrongly joined namesakes put one person's case on another; people
// wrongly kept apart are found again by asking for either.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "record/entity.h"

namespace sumario::casefile {

// All that decides whether one name means one person or body: what the whole record says under it.
struct NameInRecord {
  EntityKind kind = EntityKind::kPerson;
  std::string key;      // name_key.h
  bool female = false;  // some document tells a woman of this name
  bool male = false;
  bool twice = false;  // some document keeps two of this name apart
};

// True when every document that uses the name means the same: for people a full name, on whose gender the documents do
// not disagree, and that no document uses of two. A surname alone joins nothing.
bool joins_documents(const NameInRecord& name);

// The id in the record of entity `entity` of document `document`, which bears that name: "p-" for people, "b-" for all
// else, and 16 hexadecimal digits. Depends on nothing but its arguments.
std::string record_id(const NameInRecord& name, std::string_view document, std::string_view entity);

// The fullest of the names: most words, then longest, then first in the alphabet; "" of none.
std::string fullest_name(std::span<const std::string> names);

}  // namespace sumario::casefile
