#include "casefile/identity.h"

#include <algorithm>
#include <tuple>

#include "base/sha256.h"
#include "casefile/name_key.h"
#include "record/names.h"

namespace sumario::casefile {

bool joins_documents(const NameInRecord& name) {
  if (name.kind == EntityKind::kPerson && (!is_full_name(name.key) || (name.female && name.male))) return false;
  return !name.key.empty() && !name.twice;
}

std::string record_id(const NameInRecord& name, std::string_view document, std::string_view entity) {
  std::string seed = std::string(name_of(name.kind)) + "\n" + name.key;
  if (!joins_documents(name)) seed.append("\n").append(document).append("\n").append(entity);
  return (name.kind == EntityKind::kPerson ? "p-" : "b-") + sha256_hex(seed).substr(0, 16);
}

std::string fullest_name(std::span<const std::string> names) {
  auto fuller = [](const std::string& a, const std::string& b) {
    auto rank = [](const std::string& name) { return std::tuple(key_words(name_key(name)).size(), name.size()); };
    return rank(a) != rank(b) ? rank(a) > rank(b) : a < b;
  };
  auto fullest = std::min_element(names.begin(), names.end(), fuller);
  return fullest == names.end() ? "" : *fullest;
}

}  // namespace sumario::casefile
