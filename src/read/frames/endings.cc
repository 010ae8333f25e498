#include "read/frames/endings.h"

#include <algorithm>
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

// The mentions by name of one entity, ascending.
std::vector<int> names_of(const Cast& cast, int entity) {
  std::vector<int> names = cast.entities[static_cast<size_t>(entity)].mentions;
  std::erase_if(names, [&](int m) { return cast.mentions[static_cast<size_t>(m)].form != MentionForm::kName; });
  return names;
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
  return open.size() == 1 && *open.begin() >= 0 && !names_of(scene.cast, *open.begin()).empty() ? *open.begin() : -1;
}

// The last of the names before the token; the first of all where none precedes it. `names` is not empty.
DraftFiller named_before(const Scene& scene, const std::vector<int>& names, int token) {
  auto behind = std::partition_point(names.begin(), names.end(), [&](int m) {
    return scene.cast.mentions[static_cast<size_t>(m)].head < token;
  });
  const CastMention& name = scene.cast.mentions[static_cast<size_t>(*(behind == names.begin() ? behind : behind - 1))];
  return {name.head, scene.tree.bytes(name.span), name.entity};
}

// The one country that the sentence names, as a filler; empty range where it names none or several.
DraftFiller only_country(const Scene& scene, const std::function<std::string(std::string_view)>& country_of,
                         int token) {
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
  const std::vector<int> names = names_of(scene.cast, entity);
  for (Draft& draft : drafts) {
    if (draft.kind != ClaimKind::kProceeding || draft.type != "dismiss" || draft.roles.contains("defendant")) continue;
    draft.roles["defendant"] = {named_before(scene, names, draft.predicate)};
    draft.confidence *= 0.9;
  }
}

void complete_investigations(const Scene& scene, const std::function<std::string(std::string_view)>& country_of,
                             std::vector<Draft>& drafts) {
  int entity = only_defendant(scene, drafts);
  std::set<int> told;  // sentences with another step against that person
  const std::vector<int> names = entity < 0 ? std::vector<int>() : names_of(scene.cast, entity);
  if (entity >= 0)
    for (const Draft& draft : drafts)
      if (tells_of(scene, draft, entity)) told.insert(scene.tree.sentence_of(draft.predicate));
  for (Draft& draft : drafts) {
    bool open = draft.kind == ClaimKind::kProceeding && draft.type == "investigate" &&
                !draft.roles.contains("defendant") && !draft.roles.contains("charge");
    if (!open || draft.modality != Modality::kAsserted) continue;
    if (!draft.roles.contains("forum"))
      if (DraftFiller country = only_country(scene, country_of, draft.predicate); !country.range.empty())
        draft.roles["forum"] = {country};
    if (told.contains(scene.tree.sentence_of(draft.predicate)))
      draft.roles["defendant"] = {named_before(scene, names, draft.predicate)};
  }
}

}  // namespace sumario::read
