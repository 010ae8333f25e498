#include "read/frames/defendants.h"

#include <algorithm>
#include <climits>
#include <set>

namespace sumario::read {
namespace {

constexpr size_t kMostDefendants = 32;  // of one case; what names more is a list, and work stays bounded
constexpr int kLead = 7;  // sentences, headings counted, in which a story may speak of somebody whom it names later

bool opens_a_case(const Draft& draft) {
  return draft.kind == ClaimKind::kProceeding && draft.modality == Modality::kAsserted &&
         (draft.type == "charge" || draft.type == "arrest" || draft.type == "plea" || draft.type == "trial" ||
          draft.type == "convict" || draft.type == "sentence" || draft.type == "warrant");
}

// "he", "the minister": somebody already spoken of, so no further defendant.
bool refers_back(const Scene& scene, int head) {
  const Tree& tree = scene.tree;
  if (head < 0 || tree.pos(head) == nlp::Pos::kPron) return true;
  for (int c : tree.children(head))
    if (tree.dep(c) == Dep::kPoss || (tree.dep(c) == Dep::kDet && tree.lower(c) == "the")) return true;
  return false;
}

// "Fraudsters": a kind of people, nobody in particular.
bool is_generic(const Tree& tree, int head) {
  return tree.tag(head) == "NNS" && !tree.has_child(head, Dep::kDet) && !tree.has_child(head, Dep::kNummod);
}

// The first step that names the entity; past the end where none does.
int first_naming(const std::vector<Draft>& drafts, int entity) {
  int first = INT_MAX;
  for (const Draft& draft : drafts) {
    auto defendants = draft.roles.find("defendant");
    if (!opens_a_case(draft) || defendants == draft.roles.end()) continue;
    for (const DraftFiller& f : defendants->second)
      if (f.entity == entity) first = std::min(first, draft.predicate);
  }
  return first;
}

bool names_all(const Draft& draft, const std::set<int>& entities) {
  auto defendants = draft.roles.find("defendant");
  if (!opens_a_case(draft) || defendants == draft.roles.end()) return false;
  std::set<int> named;
  for (const DraftFiller& f : defendants->second) named.insert(f.entity);
  return std::includes(named.begin(), named.end(), entities.begin(), entities.end());
}

}  // namespace

bool is_lead_description(const Scene& scene, int head) {
  const Tree& tree = scene.tree;
  return tree.pos(head) != nlp::Pos::kPron && !refers_back(scene, head) && tree.sentence_of(head) < kLead;
}

bool is_introduced_by(const Scene& scene, int head, int entity) {
  const Tree& tree = scene.tree;
  const std::vector<int> names = names_of(scene.cast, entity);
  const int m = scene.cast.mention_of_head[static_cast<size_t>(head)];
  const CastEntity& person = scene.cast.entities[static_cast<size_t>(entity)];
  if (names.empty() || m < 0 || person.kind != EntityKind::kPerson || tree.sentence_of(head) >= kLead) return false;
  const CastMention& description = scene.cast.mentions[static_cast<size_t>(m)];
  if (description.form != MentionForm::kNominal || description.kind != EntityKind::kPerson || description.plural)
    return false;
  if (description.gender && person.gender && *description.gender != *person.gender) return false;
  int owner = tree.child(head, Dep::kPoss);
  if (owner >= 0 && tree.pos(owner) == nlp::Pos::kPron) return false;  // "his brother"
  return head < scene.cast.mentions[static_cast<size_t>(names.front())].head;
}

std::vector<int> case_defendants(const Scene& scene, const std::vector<Draft>& drafts,
                                 const std::vector<int>& identified) {
  std::set<int> named(identified.begin(), identified.end());
  std::vector<int> unnamed;
  for (const Draft& draft : drafts) {
    auto defendants = draft.roles.find("defendant");
    if (!opens_a_case(draft) || defendants == draft.roles.end()) continue;
    for (const DraftFiller& f : defendants->second) {
      if (f.entity >= 0)
        named.insert(f.entity);
      else if (!refers_back(scene, f.head) && !is_generic(scene.tree, f.head))
        unnamed.push_back(f.head);
    }
  }
  if (named.empty() || named.size() > kMostDefendants) return {};
  const bool together = named.size() == 1 || named.size() == identified.size() ||
                        std::any_of(drafts.begin(), drafts.end(), [&](const Draft& d) { return names_all(d, named); });
  const int first = named.size() == 1 && identified.empty() ? first_naming(drafts, *named.begin()) : INT_MAX;
  const bool leads = !identified.empty() || std::any_of(drafts.begin(), drafts.end(), [&](const Draft& draft) {
    return opens_a_case(draft) && draft.roles.contains("defendant") && scene.tree.sentence_of(draft.predicate) < kLead;
  });
  const bool described = std::all_of(unnamed.begin(), unnamed.end(), [&](int head) {
    return is_lead_description(scene, head) && head < first &&
           (named.size() == 1) == (scene.tree.tag(head).back() != 'S');
  });
  const bool known = std::all_of(named.begin(), named.end(), [&](int e) { return !names_of(scene.cast, e).empty(); });
  return together && leads && described && known ? std::vector<int>(named.begin(), named.end()) : std::vector<int>();
}

std::vector<int> names_of(const Cast& cast, int entity) {
  std::vector<int> names = cast.entities[static_cast<size_t>(entity)].mentions;
  std::erase_if(names, [&](int m) { return cast.mentions[static_cast<size_t>(m)].form != MentionForm::kName; });
  return names;
}

DraftFiller named_before(const Scene& scene, const std::vector<int>& names, int token) {
  auto behind = std::partition_point(names.begin(), names.end(),
                                     [&](int m) { return scene.cast.mentions[static_cast<size_t>(m)].head < token; });
  const CastMention& name = scene.cast.mentions[static_cast<size_t>(*(behind == names.begin() ? behind : behind - 1))];
  return {name.head, scene.tree.bytes(name.span), name.entity};
}

}  // namespace sumario::read
