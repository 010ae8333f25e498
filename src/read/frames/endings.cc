#include "read/frames/endings.h"

#include <algorithm>
#include <set>

#include "read/frames/defendants.h"

namespace sumario::read {
namespace {

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

// -1 where there are several or none.
int only_defendant(const Scene& scene, const std::vector<Draft>& drafts) {
  std::vector<int> defendants = case_defendants(scene, drafts);
  return defendants.size() == 1 ? defendants.front() : -1;
}

// "Gave reasons for dismissing the case": nobody's case is said to have ended.
bool may_end_a_case(const Draft& draft) {
  return draft.type == "dismiss" && draft.modality == Modality::kPossible && !draft.roles.contains("defendant");
}

bool tells_of(const Scene& scene, const Draft& draft, int entity) {
  auto defendants = draft.roles.find("defendant");
  if (draft.kind != ClaimKind::kProceeding || defendants == draft.roles.end()) return false;
  for (const DraftFiller& f : defendants->second)
    if (f.entity != entity && (f.entity >= 0 || f.head < 0 || scene.tree.pos(f.head) != nlp::Pos::kPron)) return false;
  return true;
}

}  // namespace

void leave_out_unasked(const Scene& scene, const Matcher& matcher, std::vector<Draft>& drafts) {
  std::vector<int> asked;  // the words that say what courts are asked for
  for (const Draft& draft : drafts)
    if (auto charge = draft.roles.find("charge"); draft.type == "motion" && charge != draft.roles.end())
      for (const DraftFiller& f : charge->second)
        if (f.head >= 0) asked.push_back(f.head);
  std::erase_if(drafts, [&](const Draft& draft) {
    return draft.grants && (asked.empty() || !std::all_of(asked.begin(), asked.end(), [&](int head) {
                              return matcher.can_tell(scene.tree, head, draft.type);
                            }));
  });
}

void complete_endings(const Scene& scene, std::vector<Draft>& drafts) {
  std::erase_if(drafts, may_end_a_case);
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
