#include "nlp/analysis.h"

#include <array>
#include <cstring>

namespace sumario::nlp {
namespace {

constexpr std::array<std::string_view, 21> kNames = {"",     "ADJ",  "ADP",  "ADV",   "AUX",   "CONJ", "CCONJ",
                                                     "DET",  "INTJ", "NOUN", "NUM",   "PART",  "PRON", "PROPN",
                                                     "PUNCT", "SCONJ", "SYM", "VERB", "X",     "EOL",  "SPACE"};

}  // namespace

std::string_view name_of(Pos pos) { return kNames[static_cast<size_t>(pos)]; }

std::optional<Pos> pos_named(std::string_view name) {
  for (size_t i = 0; i < kNames.size(); ++i)
    if (kNames[i] == name) return static_cast<Pos>(i);
  return std::nullopt;
}

std::string_view Analysis::keep(std::string_view value) {
  if (value.empty()) return {};
  auto* bytes = static_cast<char*>(arena->allocate(value.size(), 1));
  std::memcpy(bytes, value.data(), value.size());
  return {bytes, value.size()};
}

}  // namespace sumario::nlp
