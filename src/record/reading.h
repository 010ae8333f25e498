// The reading of one document, and its JSON: one object a line, as the reading contract fixes it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "record/article.h"
#include "record/claim.h"
#include "record/entity.h"
#include "record/note.h"

namespace sumario {

struct Reading {
  Article document;
  std::vector<Entity> entities;
  std::vector<Claim> claims;  // ordered by evidence start, then end, kind, type
  std::vector<Note> notes;    // in text order; empty for all but odd documents
};

// One line without the newline; keys in the contract's order, the same bytes for the same reading.
std::string to_json_line(const Reading& reading);
// The "document" object alone.
std::string to_json_line(const Article& article);

// The reading a line of JSON holds. Errors: kDamaged, naming the field.
Result<Reading> reading_from_json(std::string_view line);

// The first broken rule of the contract in words (offsets, quotes, code-point boundaries, closed lists, dangling ids,
// evidence on residue), or "" when the reading keeps them all.
std::string broken_rule(const Reading& reading);

}  // namespace sumario
