#include "casefile/identity.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "base/sha256.h"
#include "casefile/name_key.h"
#include "record/names.h"

namespace sumario::casefile {
namespace {

std::string id_from(const NamedHere& named, std::string_view what_joins) {
  std::string seed = std::string(name_of(named.kind)) + "\n" + name_key(named.name) + "\n" + std::string(what_joins);
  return (named.kind == EntityKind::kPerson ? "p-" : "b-") + sha256_hex(seed).substr(0, 16);
}

bool joins_documents(std::span<const NamedHere> named) {
  if (named.front().kind == EntityKind::kPerson && !is_full_name(name_key(named.front().name))) return false;
  if (name_key(named.front().name).empty()) return false;
  bool female = false, male = false;
  std::map<std::string, int> in_document;
  for (const NamedHere& one : named) {
    female |= one.gender == Gender::kFemale;
    male |= one.gender == Gender::kMale;
    if (++in_document[one.document] > 1) return false;
  }
  return !(female && male);
}

}  // namespace

std::vector<std::string> identify(std::span<const NamedHere> named) {
  std::vector<std::string> ids;
  if (named.empty()) return ids;
  bool joined = joins_documents(named);
  for (const NamedHere& one : named) ids.push_back(id_from(one, joined ? "" : one.document + "/" + one.entity));
  return ids;
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
