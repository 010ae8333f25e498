// Standings in plain words: "case dismissed".
#pragma once

#include <string>
#include <string_view>

#include "record/dossier.h"

namespace sumario::cli {

struct StatusWords {
  std::string_view status, words;
  bool open;  // it still stands against the person
};

// For any status of the reading contract; an unknown one reads as "nothing open".
const StatusWords& status_in_words(std::string_view status);

// "United States", or "Country not told".
std::string forum_in_words(const Standing& standing);

}  // namespace sumario::cli
