#include "casefile/roles.h"

#include <algorithm>

namespace sumario::casefile {
namespace {

bool any_is(const std::vector<Filler>& fillers, std::string_view entity) {
  return std::any_of(fillers.begin(), fillers.end(), [&](const Filler& filler) { return filler.entity == entity; });
}

}  // namespace

bool fills(const Claim& claim, std::string_view role, std::string_view entity) {
  auto fillers = claim.roles.find(std::string(role));
  return fillers != claim.roles.end() && any_is(fillers->second, entity);
}

bool takes_part(const Claim& claim, std::string_view entity) {
  return any_is(claim.sources, entity) || std::any_of(claim.roles.begin(), claim.roles.end(),
                                                      [&](const auto& role) { return any_is(role.second, entity); });
}

std::string words_in(const Claim& claim, std::string_view role) {
  auto fillers = claim.roles.find(std::string(role));
  return fillers == claim.roles.end() || fillers->second.empty() ? "" : fillers->second.front().text;
}

}  // namespace sumario::casefile
