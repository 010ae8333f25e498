#include "read/frames/endings.h"

#include <set>

namespace sumario::read {
namespace {

bool opens_a_case(const Draft& draft) {
  return draft.kind == ClaimKind::kProceeding && draft.modality == Modality::kAsserted &&
         (draft.type == "charge" || draft.type == "arrest" || draft.type == "plea" || draft.type == "trial");
}

// "he", "the minister": somebody already spoken of, so no further defendant.
bool refers_back(const Scene& scene, int head) {
  const Tree& tree = scene.tree;
  if (head < 0 || tree.pos(head) == nlp::Pos::kPron) return true;
  for (int c : tree.children(head))
    if (tree.dep(c) == Dep::kPoss || (tree.dep(c) == Dep::kDet && tree.lower(c) == "the")) return true;
  return false;
}

// The last mention by name before the token; the first of all where none precedes it.
int nearest_name(const Cast& cast, int entity, int token) {
  int best = -1;
  for (int m : cast.entities[static_cast<size_t>(entity)].mentions) {
    const CastMention& mention = cast.mentions[static_cast<size_t>(m)];
    if (mention.form != MentionForm::kName) continue;
    if (best < 0 || mention.head < token) best = m;
  }
  return best;
}

}  // namespace

void complete_endings(const Scene& scene, std::vector<Draft>& drafts) {
  std::set<int> open;
  for (const Draft& draft : drafts) {
    if (!opens_a_case(draft)) continue;
    auto defendants = draft.roles.find("defendant");
    if (defendants == draft.roles.end()) continue;
    for (const DraftFiller& f : defendants->second)
      if (f.entity >= 0 || !refers_back(scene, f.head)) open.insert(f.entity);  // -1: somebody else, not known
  }
  if (open.size() != 1 || *open.begin() < 0) return;
  int mention = nearest_name(scene.cast, *open.begin(), 0);
  if (mention < 0) return;
  for (Draft& draft : drafts) {
    if (draft.kind != ClaimKind::kProceeding || draft.type != "dismiss" || draft.roles.contains("defendant")) continue;
    const CastMention& name =
        scene.cast.mentions[static_cast<size_t>(nearest_name(scene.cast, *open.begin(), draft.predicate))];
    draft.roles["defendant"] = {{name.head, scene.tree.bytes(name.span), *open.begin()}};
    draft.confidence *= 0.9;
  }
}

}  // namespace sumario::read
