#include "read/frames/offices.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "read/syntax/proposition.h"

namespace sumario::read {
namespace {

// The verb of the clause that the token stands in; -1 if none is near.
int verb_above(const Tree& tree, int token) {
  for (int step = 0; step < 8 && !tree.is_root(token); ++step) {
    token = tree.head(token);
    if (tree.is_verbal(token)) return token;
  }
  return -1;
}

Draft office_of(const Scene& scene, const Title& title, const CastMention& person) {
  Draft draft;
  draft.kind = ClaimKind::kOffice;
  draft.type = title.elect ? "take" : "hold";
  draft.modality = title.elect ? Modality::kPlanned : Modality::kAsserted;
  draft.rule = "office/title";
  draft.confidence = 0.95;
  draft.predicate = person.head;
  draft.evidence = hull(scene.tree.bytes(title.evidence), scene.tree.bytes(person.span));
  draft.roles["holder"] = {{person.head, scene.tree.bytes(person.span), person.entity}};
  draft.roles["office"] = {{title.office.end - 1, scene.tree.bytes(title.office), -1}};
  if (!title.body.empty()) {
    int entity = scene.cast.entity_of_head(title.body.end - 1);
    draft.roles["body"] = {{title.body.end - 1, scene.tree.bytes(title.body), entity}};
  }
  // "then-" and "at the time" date the office by what is told; a plain title does not.
  if (title.then) draft.dated_by = verb_above(scene.tree, person.head);
  return draft;
}

bool is_plural(const Tree& tree, int noun) {
  return tree.tag(noun) == "NNS" || tree.tag(noun) == "NNPS" || tree.lower(noun).ends_with("s.");  // "Sens."
}

bool wears_a_title(const Scene& scene, int mention) {
  return std::any_of(scene.cast.titles.begin(), scene.cast.titles.end(),
                     [&](const Title& t) { return t.mention == mention; });
}

// "Mayors Ann Lee and Bob Ray": those named behind the first who wear no title of their own.
std::vector<const CastMention*> sharers(const Scene& scene, const Title& title) {
  std::vector<const CastMention*> found;
  const CastMention& first = scene.cast.mentions[static_cast<size_t>(title.mention)];
  if (!is_plural(scene.tree, title.office.end - 1) || title.office.end > first.span.begin) return found;
  for (int head : coordinated(scene.tree, first.head)) {
    int m = scene.cast.mention_of_head[static_cast<size_t>(head)];
    if (head <= first.head || m < 0 || wears_a_title(scene, m)) continue;
    const CastMention& other = scene.cast.mentions[static_cast<size_t>(m)];
    if (other.kind == EntityKind::kPerson && other.form == MentionForm::kName) found.push_back(&other);
  }
  return found;
}

}  // namespace

std::vector<Draft> offices_at_names(const Scene& scene) {
  std::vector<Draft> drafts;
  std::set<std::pair<int, std::string>> told;  // an office worn at every mention of the name is one fact
  for (const Title& title : scene.cast.titles) {
    if (title.trade && title.body.empty()) continue;
    std::vector<const CastMention*> holders = sharers(scene, title);
    holders.insert(holders.begin(), &scene.cast.mentions[static_cast<size_t>(title.mention)]);
    for (const CastMention* holder : holders)
      if (holder->entity < 0 || told.emplace(holder->entity, scene.tree.lower(title.office.end - 1)).second)
        drafts.push_back(office_of(scene, title, *holder));
  }
  return drafts;
}

}  // namespace sumario::read
