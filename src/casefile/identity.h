// Who is who across documents: narrow and safe. Wrongly joined namesakes put one person's case on another; people wrongly
// kept apart are found again by asking for either.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "record/entity.h"

namespace sumario::casefile {

// Somebody or something as one document names it.
struct NamedHere {
  std::string document;  // Article::id
  std::string entity;    // Entity::id
  EntityKind kind = EntityKind::kPerson;
  std::string name;
  std::vector<std::string> also;
  std::optional<Gender> gender;
};

// One id for each of `named`, in their order; equal ids are one person or body of the record. All of `named` must share
// one kind and one name_key, and be all there are in the record with these: then the ids depend on nothing else, not on the
// order of documents. A full name (name_key.h) joins documents unless they disagree on the gender, or one document keeps
// two people of that name apart; anything less stays in its document. Ids are "p-" (people) or "b-" and 16 hexadecimal
// digits.
std::vector<std::string> identify(std::span<const NamedHere> named);

// The fullest of the names: most words, then longest, then first in the alphabet; "" of none.
std::string fullest_name(std::span<const std::string> names);

}  // namespace sumario::casefile
