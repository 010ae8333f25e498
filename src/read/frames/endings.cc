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

// The entity that every opening step of the document names; -1 where there are several, none, or somebody not known.
int only_defendant(const Scene& scene, const std::vector<Draft>& drafts) {
  std::set<int> open;
  for (const Draft& draft : drafts) {
    if (!opens_a_case(draft)) continue;
    auto defendants = draft.roles.find("defendant");
    if (defendants == draft.roles.end()) continue;
    for (const DraftFiller& f : defendants->second)
      if (f.entity >= 0 || !refers_back(scene, f.head)) open.insert(f.entity);  // -1: somebody else, not known
  }
  return open.size() == 1 && *open.begin() >= 0 && nearest_name(scene.cast, *open.begin(), 0) >= 0 ? *open.begin() : -1;
}

DraftFiller named_before(const Scene& scene, int entity, int token) {
  const CastMention& name = scene.cast.mentions[static_cast<size_t>(nearest_name(scene.cast, entity, token))];
  return {name.head, scene.tree.bytes(name.span), entity};
}

// The one country that the sentence names, as a filler; empty range where it names none or several.
DraftFiller only_country(const Scene& scene, const std::function<std::string(std::string_view)>& country_of, int token) {
  DraftFiller found;
  std::string name;
  TokenSpan sentence = scene.tree.sentence(scene.tree.sentence_of(token));
  for (int i = sentence.begin; i < sentence.end; ++i) {
    std::string country = country_of(scene.tree.words(i));
    if (country.empty()) continue;
    if (!name.empty() && country != name) return {};
    name = country;
    if (found.range.empty()) found = {i, scene.tree.bytes(i), scene.cast.entity_of_head(i)};
  }
  return found;
}

bool tells_of(const Scene& scene, const Draft& draft, int entity) {
  auto defendants = draft.roles.find("defendant");
  if (draft.kind != ClaimKind::kProceeding || defendants == draft.roles.end()) return false;
  for (const DraftFiller& f : defendants->second)
    if (f.entity != entity && (f.entity >= 0 || f.head < 0 || scene.tree.pos(f.head) != nlp::Pos::kPron)) return false;
  return true;
}

}  // namespace

void complete_endings(const Scene& scene, std::vector<Draft>& drafts) {
  int entity = only_defendant(scene, drafts);
  if (entity < 0) return;
  for (Draft& draft : drafts) {
    if (draft.kind != ClaimKind::kProceeding || draft.type != "dismiss" || draft.roles.contains("defendant")) continue;
    draft.roles["defendant"] = {named_before(scene, entity, draft.predicate)};
    draft.confidence *= 0.9;
  }
}

void complete_investigations(const Scene& scene, const std::function<std::string(std::string_view)>& country_of,
                             std::vector<Draft>& drafts) {
  int entity = only_defendant(scene, drafts);
  std::set<int> told;  // sentences with another step against that person
  if (entity >= 0)
    for (const Draft& draft : drafts)
      if (tells_of(scene, draft, entity)) told.insert(scene.tree.sentence_of(draft.predicate));
  for (Draft& draft : drafts) {
    bool open = draft.kind == ClaimKind::kProceeding && draft.type == "investigate" && !draft.roles.contains("defendant") &&
                !draft.roles.contains("charge");
    if (!open || draft.modality != Modality::kAsserted) continue;
    if (!draft.roles.contains("forum"))
      if (DraftFiller country = only_country(scene, country_of, draft.predicate); !country.range.empty())
        draft.roles["forum"] = {country};
    if (told.contains(scene.tree.sentence_of(draft.predicate)))
      draft.roles["defendant"] = {named_before(scene, entity, draft.predicate)};
  }
}

}  // namespace sumario::read
