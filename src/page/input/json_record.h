// One line of JSON Lines: a document with its metadata.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace sumario::page {

// The fields that sumario knows, as they stand; other fields are passed over. An empty text counts as absent.
struct JsonRecord {
  std::optional<std::string> text, html, url, title, published, outlet;
  std::vector<std::string> authors;  // from a list of texts or one text
};

// Errors, naming `name`: kDamaged for a line that is no JSON object, is not UTF-8, nests deeper than 1024, or has a
// known field of the wrong kind (the field is named). Thread-safe.
Result<JsonRecord> parse_json_record(std::string_view line, std::string_view name);

}  // namespace sumario::page
