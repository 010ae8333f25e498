#include "exports/claim_cells.h"

namespace sumario::exports {
namespace {

std::string listed(const std::vector<Filler>& fillers, const EntityNames& names) {
  std::string words;
  for (const Filler& filler : fillers) {
    auto named = filler.entity ? names.find(*filler.entity) : names.end();
    if (!words.empty()) words += "; ";
    words += named == names.end() ? filler.text : named->second;
  }
  return words;
}

}  // namespace

EntityNames names_in(const Reading& reading) {
  EntityNames names;
  for (const Entity& entity : reading.entities) names.emplace(entity.id, entity.name);
  return names;
}

std::string fillers_in_words(const Claim& claim, std::string_view role, const EntityNames& names) {
  auto filled = claim.roles.find(std::string(role));
  return filled == claim.roles.end() ? "" : listed(filled->second, names);
}

std::string roles_in_words(const Claim& claim, const EntityNames& names) {
  std::string words;
  for (const auto& [role, fillers] : claim.roles) {
    if (!words.empty()) words += "; ";
    words += role + ": " + listed(fillers, names);
  }
  return words;
}

std::string sources_in_words(const Claim& claim, const EntityNames& names) { return listed(claim.sources, names); }

std::string day_text(std::optional<Day> day) { return day ? to_string(*day) : ""; }

}  // namespace sumario::exports
