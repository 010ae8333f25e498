#include "read/frames/offices.h"

#include <algorithm>
#include <map>
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

bool is_held_by_somebody(const Draft& draft) {
  if (draft.kind != ClaimKind::kOffice || draft.type != "hold" || draft.modality != Modality::kAsserted) return false;
  auto holder = draft.roles.find("holder");
  return holder != draft.roles.end() && holder->second.front().entity >= 0 && draft.roles.contains("office");
}

}  // namespace

std::vector<Draft> offices_at_names(const Scene& scene) {
  std::vector<Draft> drafts;
  for (const Title& title : scene.cast.titles) {
    if (title.trade && title.body.empty()) continue;
    std::vector<const CastMention*> holders = sharers(scene, title);
    holders.insert(holders.begin(), &scene.cast.mentions[static_cast<size_t>(title.mention)]);
    for (const CastMention* holder : holders) drafts.push_back(office_of(scene, title, *holder));
  }
  return drafts;
}

void tell_offices_once(const Scene& scene, std::vector<Draft>& drafts) {
  std::vector<size_t> order;
  for (size_t i = 0; i < drafts.size(); ++i)
    if (is_held_by_somebody(drafts[i])) order.push_back(i);
  std::stable_sort(order.begin(), order.end(),
                   [&](size_t a, size_t b) { return drafts[a].predicate < drafts[b].predicate; });
  struct Known {
    bool body = false, time = false;
  };
  std::map<std::pair<int, std::string>, Known> told;
  std::vector<bool> again(drafts.size(), false);
  for (size_t i : order) {
    const Draft& draft = drafts[i];
    const int office = draft.roles.at("office").front().head;
    auto [known, fresh] =
        told.try_emplace({draft.roles.at("holder").front().entity, std::string(scene.tree.lemma(office))});
    const bool body = draft.roles.contains("body"), time = draft.time.has_value();
    again[i] = !fresh && !(body && !known->second.body) && !(time && !known->second.time);
    known->second.body |= body, known->second.time |= time;
  }
  size_t at = 0;
  std::erase_if(drafts, [&](const Draft&) { return again[at++]; });
}

}  // namespace sumario::read
