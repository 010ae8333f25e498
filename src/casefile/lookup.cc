#include "casefile/lookup.h"

#include <algorithm>
#include <tuple>

#include "casefile/name_key.h"

namespace sumario::casefile {
namespace {

// The index of the only candidate that `fits`; empty for none or several.
template <typename Fits>
std::optional<size_t> only_one(const std::vector<Candidate>& candidates, Fits fits) {
  std::optional<size_t> found;
  for (size_t i = 0; i < candidates.size(); ++i) {
    if (!fits(candidates[i])) continue;
    if (found) return std::nullopt;
    found = i;
  }
  return found;
}

bool is_called(const Candidate& candidate, const std::string& key) {
  return std::find(candidate.keys.begin(), candidate.keys.end(), key) != candidate.keys.end();
}

}  // namespace

Lookup look_up(std::string_view name, std::vector<Candidate> candidates) {
  std::string key = name_key(name);
  std::optional<size_t> meant;
  if (is_full_name(key)) {
    meant = only_one(candidates, [&](const Candidate& c) { return name_key(c.name) == key; });
    bool namesakes = !meant && std::any_of(candidates.begin(), candidates.end(),
                                           [&](const Candidate& c) { return name_key(c.name) == key; });
    if (!meant && !namesakes) meant = only_one(candidates, [&](const Candidate& c) { return is_called(c, key); });
  } else {
    meant = only_one(candidates, [](const Candidate& c) { return is_full_name(name_key(c.name)); });
  }
  if (!meant && candidates.size() == 1) meant = 0;

  Lookup lookup;
  if (meant) {
    lookup.meant = std::move(candidates[*meant]);
    candidates.erase(candidates.begin() + static_cast<std::ptrdiff_t>(*meant));
  }
  std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
    return std::tuple(-a.documents, a.name, a.id) < std::tuple(-b.documents, b.name, b.id);
  });
  lookup.others = std::move(candidates);
  return lookup;
}

bool may_be_mistyped(std::string_view typed_key, std::string_view key) {
  auto close = [](std::string_view a, std::string_view b) {
    int limit = std::max(1, static_cast<int>(a.size()) / 6);
    return a.size() > 3 && edit_distance(a, b, limit) <= limit;
  };
  if (close(typed_key, key)) return true;
  if (key_words(typed_key).size() != 1) return false;
  std::vector<std::string_view> words = key_words(key);
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return close(typed_key, word); });
}

}  // namespace sumario::casefile
