#include "read/frames/repeats.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace sumario::read {
namespace {

constexpr size_t kCompared = 32;  // drafts of a group that each is held against: bounds the work

const char* deciding_role(const Draft& draft) { return draft.kind == ClaimKind::kOffice ? "holder" : "defendant"; }

// The people the draft is about; empty when one of them is not certain.
std::set<int> people(const Draft& draft) {
  std::set<int> found;
  auto role = draft.roles.find(deciding_role(draft));
  if (role == draft.roles.end()) return {};
  for (const DraftFiller& f : role->second) {
    if (f.entity < 0) return {};
    found.insert(f.entity);
  }
  return found;
}

// An office worn again, or a noun that is no clause's subject: "tensions over Lee's arrest", not "Lee's arrest caused
// …".
// Likewise "the decision to seek dismissal", where no subject goes with the verb.
bool is_in_passing(const Tree& tree, const Draft& draft) {
  if (draft.kind == ClaimKind::kOffice) return true;
  Dep dep = draft.predicate < 0 ? Dep::kRoot : tree.dep(draft.predicate);
  if (dep == Dep::kAcl && tree.tag(draft.predicate) == "VB" && !tree.has_child(draft.predicate, Dep::kNsubj))
    return true;
  return draft.predicate >= 0 && !tree.is_verbal(draft.predicate) && dep != Dep::kNsubj && dep != Dep::kNsubjpass &&
         dep != Dep::kRoot;
}

// The office's last word, "minister" of "the former defence minister", or the word it counts as.
std::string_view office_word(const Tree& tree, const Lexicon& like, const Draft& draft) {
  auto office = draft.roles.find("office");
  if (office == draft.roles.end() || office->second.front().head < 0) return {};
  const std::string_view word = tree.lemma(office->second.front().head);
  const std::string* kind = like.find(tree.lower(office->second.front().head));
  return kind ? std::string_view(*kind) : word;
}

bool says_no_more(const Draft& one, const Draft& other) {
  if (one.time && !other.time) return false;
  return std::all_of(one.roles.begin(), one.roles.end(),
                     [&](const auto& role) { return other.roles.contains(role.first); });
}

}  // namespace

void leave_out_repeats(const Scene& scene, const Lexicon& like_offices, std::vector<Draft>& drafts) {
  using Key = std::tuple<ClaimKind, std::string, Modality, std::set<int>, std::string_view>;
  std::map<Key, std::vector<size_t>> same;
  for (size_t i = 0; i < drafts.size(); ++i) {
    const Draft& draft = drafts[i];
    if (draft.kind != ClaimKind::kProceeding && draft.kind != ClaimKind::kOffice) continue;
    if (std::set<int> who = people(draft); !who.empty())
      same[{draft.kind, draft.type, draft.modality, std::move(who), office_word(scene.tree, like_offices, draft)}]
          .push_back(i);
  }
  std::vector<bool> repeated(drafts.size(), false);
  for (const auto& [key, group] : same)
    for (size_t i : group) {
      if (!is_in_passing(scene.tree, drafts[i])) continue;
      auto last = group.begin() + static_cast<std::ptrdiff_t>(std::min(group.size(), kCompared));
      repeated[i] = std::any_of(group.begin(), last, [&](size_t other) {
        if (other == i || repeated[other] || !says_no_more(drafts[i], drafts[other])) return false;
        return !says_no_more(drafts[other], drafts[i]) || drafts[other].predicate < drafts[i].predicate ||
               !is_in_passing(scene.tree, drafts[other]);
      });
    }
  size_t at = 0;
  std::erase_if(drafts, [&](const Draft&) { return repeated[at++]; });
}

}  // namespace sumario::read
