#include "read/frames/offices.h"

#include <set>
#include <string>
#include <utility>

#include "read/frames/matcher.h"

namespace sumario::read {

std::vector<Draft> offices_at_names(const Scene& scene) {
  std::vector<Draft> drafts;
  std::set<std::pair<int, std::string>> told;  // an office worn at every mention of the name is one fact
  for (const Title& title : scene.cast.titles) {
    const CastMention& person = scene.cast.mentions[static_cast<size_t>(title.mention)];
    if (person.entity >= 0 && !told.emplace(person.entity, scene.tree.lower(title.office.end - 1)).second) continue;
    Draft draft;
    draft.kind = ClaimKind::kOffice;
    draft.type = title.elect ? "take" : "hold";
    draft.modality = title.elect ? Modality::kPlanned : Modality::kAsserted;
    draft.rule = "office/title";
    draft.confidence = 0.95;
    draft.predicate = person.head;
    draft.evidence = scene.tree.bytes(title.evidence);
    draft.roles["holder"] = {{person.head, scene.tree.bytes(person.span), person.entity}};
    draft.roles["office"] = {{title.office.end - 1, scene.tree.bytes(title.office), -1}};
    if (!title.body.empty()) {
      int entity = scene.cast.entity_of_head(title.body.end - 1);
      draft.roles["body"] = {{title.body.end - 1, scene.tree.bytes(title.body), entity}};
    }
    // "then-" and "at the time" date the office by what is told; a plain title does not.
    if (title.then) draft.time = Matcher::time_of_clause(scene, person.head);
    drafts.push_back(std::move(draft));
  }
  return drafts;
}

}  // namespace sumario::read
