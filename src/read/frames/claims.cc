#include "read/frames/claims.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "read/frames/statements.h"
#include "record/names.h"

namespace sumario::read {
namespace {

std::string entity_id(int index) { return fmt::format("e{}", index + 1); }

Filler write_filler(const Scene& scene, ByteRange range, int entity) {
  Filler filler;
  if (entity >= 0) filler.entity = entity_id(entity);
  filler.text = std::string(words_of(scene.tree.analysis().text, range));
  filler.range = range;
  return filler;
}

// The smallest run that tells the claim: its trigger and its fillers, where these stand in the trigger's sentence.
ByteRange evidence_of(const Scene& scene, const Draft& draft) {
  if (!draft.evidence.empty()) return draft.evidence;
  const Tree& tree = scene.tree;
  ByteRange sentence = tree.bytes(tree.sentence(tree.sentence_of(draft.predicate)));
  ByteRange range = tree.bytes(draft.trigger.empty() ? draft.predicate : draft.trigger.front());
  for (int t : draft.trigger) range = hull(range, tree.bytes(t));
  for (const auto& [role, fillers] : draft.roles)
    for (const DraftFiller& f : fillers)
      if (sentence.contains(f.range)) range = hull(range, f.range);
  if (draft.time && draft.time->here) range = hull(range, draft.time->words);
  return range;
}

std::vector<Filler> voices_behind(const Scene& scene, const Voices& voices, const Draft& draft, ByteRange evidence) {
  std::vector<Filler> chain;
  ByteRange at = draft.trigger.empty() ? evidence : scene.tree.bytes(draft.trigger.front());
  if (draft.kind == ClaimKind::kStatement)  // a statement's voices are those around its cue
    at = scene.tree.bytes(draft.predicate < 0 ? 0 : draft.predicate);
  int a = voices.over(at);
  for (int step = 0; a >= 0 && step < 8; ++step, a = scene.attributions[static_cast<size_t>(a)].parent) {
    const Attribution& voice = scene.attributions[static_cast<size_t>(a)];
    if (voice.source.empty()) continue;
    Filler filler = write_filler(scene, scene.tree.bytes(voice.source), voice.entity);
    if (!voice.cue.empty()) filler.cue = std::string(scene.tree.words(voice.cue));
    chain.push_back(std::move(filler));
  }
  return chain;
}

// What may still come: "if convicted of taking bribes" accuses as "charged with taking bribes" does.
bool is_open(Modality modality) { return modality == Modality::kPossible || modality == Modality::kPlanned; }

// Two drafts that tell one thing with overlapping words: the same type, and the same people in the deciding roles.
bool same_claim(const Claim& a, const Claim& b) {
  const bool open_accusation = a.type == "accuse" &&
                               (a.modality == Modality::kAlleged) != (b.modality == Modality::kAlleged) &&
                               is_open(a.modality) != is_open(b.modality);
  if (a.kind != b.kind || a.type != b.type || !a.evidence.range.overlaps(b.evidence.range)) return false;
  if (a.modality != b.modality && !open_accusation) return false;
  if (a.kind == ClaimKind::kStatement) return a.roles == b.roles;
  if (a.kind == ClaimKind::kAllegation && a.roles.contains("conduct") && b.roles.contains("conduct") &&
      !a.roles.at("conduct").front().range.overlaps(b.roles.at("conduct").front().range))
    return false;
  for (const auto& [role, fillers] : a.roles) {
    auto other = b.roles.find(role);
    if (other == b.roles.end()) continue;
    const Filler &f = fillers.front(), &g = other->second.front();
    bool same = f.entity && g.entity ? *f.entity == *g.entity : f.range.overlaps(g.range);
    if (!same && role != "charge" && role != "conduct" && role != "place") return false;
  }
  return true;
}

// A claim about "he" whom nobody can name says nothing of anybody: it is left out.
bool is_about_nobody(const Scene& scene, const Draft& draft) {
  for (const char* deciding : {"defendant", "accused"}) {
    auto role = draft.roles.find(deciding);
    if (role == draft.roles.end()) continue;
    return std::all_of(role->second.begin(), role->second.end(), [&](const DraftFiller& f) {
      return f.entity < 0 && f.head >= 0 && scene.tree.tag(f.head).substr(0, 3) == "PRP";
    });
  }
  return false;
}

bool runs_over(std::span<const Residue> residue, ByteRange evidence) {
  auto behind = std::partition_point(residue.begin(), residue.end(),
                                     [&](const Residue& r) { return r.range.end <= evidence.start; });
  return behind != residue.end() && behind->range.overlaps(evidence);
}

void sort_by_evidence(std::vector<Claim>& claims) {
  auto key = [](const Claim& c) {
    return std::tuple(c.evidence.range.start, c.evidence.range.end, c.kind, std::string_view(c.type));
  };
  std::stable_sort(claims.begin(), claims.end(), [&](const Claim& a, const Claim& b) { return key(a) < key(b); });
}

}  // namespace

std::vector<Entity> write_entities(const Scene& scene) {
  std::vector<Entity> entities;
  for (size_t i = 0; i < scene.cast.entities.size(); ++i) {
    const CastEntity& e = scene.cast.entities[i];
    Entity entity{entity_id(static_cast<int>(i)), e.kind, e.name, e.also, e.gender, {}};
    for (int m : e.mentions) {
      const CastMention& mention = scene.cast.mentions[static_cast<size_t>(m)];
      entity.mentions.push_back({scene.tree.bytes(mention.span), mention.form});
    }
    // Where one mention nests in another that starts with it, the shorter comes first.
    auto in_order = [](const Mention& a, const Mention& b) { return a.range < b.range; };
    auto same_words = [](const Mention& a, const Mention& b) { return a.range == b.range; };
    std::stable_sort(entity.mentions.begin(), entity.mentions.end(), in_order);
    entity.mentions.erase(std::unique(entity.mentions.begin(), entity.mentions.end(), same_words),
                          entity.mentions.end());
    entities.push_back(std::move(entity));
  }
  return entities;
}

std::vector<Claim> write_claims(const Scene& scene, std::vector<Draft> drafts, std::span<const Residue> residue) {
  Voices voices(scene);
  std::vector<Claim> claims;
  for (const Draft& draft : drafts) {
    if (is_about_nobody(scene, draft)) continue;
    Claim claim;
    claim.kind = draft.kind;
    claim.type = draft.type;
    claim.modality = draft.modality;
    claim.rule =
        draft.rule.find('/') != draft.rule.npos ? draft.rule : fmt::format("{}/{}", name_of(draft.kind), draft.rule);
    claim.confidence = draft.confidence;
    claim.evidence.range = evidence_of(scene, draft);
    if (runs_over(residue, claim.evidence.range)) continue;
    claim.evidence.quote = std::string(words_of(scene.tree.analysis().text, claim.evidence.range));
    for (const auto& [role, fillers] : draft.roles)
      for (const DraftFiller& f : fillers) claim.roles[role].push_back(write_filler(scene, f.range, f.entity));
    if (draft.time)
      claim.time = ClaimTime{draft.time->days, std::string(words_of(scene.tree.analysis().text, draft.time->words)),
                             draft.time->words};
    claim.sources = voices_behind(scene, voices, draft, claim.evidence.range);
    claims.push_back(std::move(claim));
  }
  sort_by_evidence(claims);
  std::vector<Claim> written;
  for (Claim& claim : claims) {
    bool known = false;
    for (size_t i = written.size(); i-- > 0 && written.size() - i < 24;) {
      if (!same_claim(written[i], claim)) continue;
      known = true;
      if (claim.modality != written[i].modality) claim.modality = written[i].modality = Modality::kAlleged;
      if (claim.roles.size() > written[i].roles.size()) {
        if (!claim.time) claim.time = written[i].time;
        written[i] = std::move(claim);
      } else if (!written[i].time) {
        written[i].time = claim.time;
      }
      break;
    }
    if (!known) written.push_back(std::move(claim));
  }
  sort_by_evidence(written);  // a fuller telling may have taken the place of one that begins before it
  for (size_t i = 0; i < written.size(); ++i) written[i].id = fmt::format("c{}", i + 1);
  return written;
}

}  // namespace sumario::read
