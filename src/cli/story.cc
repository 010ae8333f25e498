#include "cli/story.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "casefile/dossier.h"
#include "cli/standing_words.h"

namespace sumario::cli {
namespace {

using ClaimsOf = std::unordered_map<std::string, std::vector<KeptClaim>>;

KeptClaim kept_claim(const Claim& claim, const Article& article) {
  return {claim.id, article.id, article.url, article.outlet, article.title, article.published, claim};
}

// The claims that name each entity, in a role or as a source.
ClaimsOf claims_by_entity(const std::vector<KeptClaim>& kept) {
  ClaimsOf claims;
  for (const KeptClaim& one : kept) {
    auto add = [&](const Filler& filler) {
      if (!filler.entity) return;
      std::vector<KeptClaim>& list = claims[*filler.entity];
      if (list.empty() || list.back().id != one.id) list.push_back(one);
    };
    for (const auto& [role, fillers] : one.claim.roles) std::for_each(fillers.begin(), fillers.end(), add);
    std::for_each(one.claim.sources.begin(), one.claim.sources.end(), add);
  }
  return claims;
}

Involvement involvement_of(const std::vector<Standing>& standing, bool plays_a_part) {
  if (standing.empty()) return plays_a_part ? Involvement::kPart : Involvement::kMentioned;
  bool open = std::any_of(standing.begin(), standing.end(),
                          [](const Standing& one) { return status_in_words(one.status).open; });
  return open ? Involvement::kOpen : Involvement::kEnded;
}

std::string part_in_words(const std::string& part, Involvement involvement) {
  if (part == "other") return "mentioned only";
  bool accused = part == "defendant" || part == "suspect";
  return (accused && involvement == Involvement::kEnded ? "was " : "") + part;
}

PersonInStory person_in_story(const Entity& entity, const std::vector<KeptClaim>& claims, const Article& article) {
  // Without a day of publication all that is told has happened by the last day there is.
  Day as_of = article.published ? *article.published : *make_day(9999, 12, 31);
  casefile::PersonRecord record{entity.id, {{article.id, entity.name, entity.also}}, claims};
  Dossier dossier = casefile::dossier_of(record, as_of);
  PersonInStory person;
  person.entity = &entity;
  person.standing = std::move(dossier.standing);
  std::erase_if(person.standing, [](const Standing& one) { return one.status == "none"; });
  person.offices = std::move(dossier.offices);
  bool plays_a_part = dossier.parts.empty() || dossier.parts.front().part != "other";
  person.involvement = involvement_of(person.standing, plays_a_part);
  for (const Part& part : dossier.parts) person.parts.push_back(part_in_words(part.part, person.involvement));
  return person;
}

}  // namespace

Story story_of(const Reading& reading) {
  Story story;
  for (const Entity& entity : reading.entities) story.names[entity.id] = entity.name;
  std::unordered_map<std::string, const Claim*> by_id;
  for (const Claim& claim : reading.claims) {
    story.kept.push_back(kept_claim(claim, reading.document));
    by_id[claim.id] = &claim;
  }
  ClaimsOf claims = claims_by_entity(story.kept);
  for (const Entity& entity : reading.entities) {
    if (entity.kind != EntityKind::kPerson) continue;
    const std::vector<KeptClaim>& theirs = claims[entity.id];
    PersonInStory person = person_in_story(entity, theirs, reading.document);
    for (const KeptClaim& one : theirs) person.claims.push_back(by_id.at(one.id));
    story.people.push_back(std::move(person));
  }
  std::stable_sort(story.people.begin(), story.people.end(),
                   [](const PersonInStory& a, const PersonInStory& b) { return a.involvement < b.involvement; });
  story.events = casefile::timeline_of(story.kept, std::nullopt, std::nullopt);
  std::erase_if(story.events,
                [](const casefile::Event& event) { return event.told.front()->claim.kind == ClaimKind::kStatement; });
  return story;
}

}  // namespace sumario::cli
