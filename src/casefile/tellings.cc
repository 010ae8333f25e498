#include "casefile/tellings.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "casefile/forums.h"
#include "casefile/roles.h"

namespace sumario::casefile {
namespace {

bool moves(const Claim& claim, std::string_view person) {
  if (claim.kind == ClaimKind::kProceeding)
    return claim.modality == Modality::kAsserted && fills(claim, "defendant", person);
  if (claim.kind != ClaimKind::kAllegation || !fills(claim, "accused", person)) return false;
  if (claim.type == "accuse") return claim.modality == Modality::kAlleged;
  return claim.type == "exonerate" && claim.modality == Modality::kAsserted;
}

// "accused of taking bribes in 2012": the day is the deed's; the accusation stands from its publication.
bool dates_the_deed(const Claim& claim) {
  if (claim.kind != ClaimKind::kAllegation || !claim.time || !claim.time->range) return false;
  auto conduct = claim.roles.find("conduct");
  bool within = conduct != claim.roles.end() && std::ranges::any_of(conduct->second, [&](const Filler& words) {
                  return words.range.contains(*claim.time->range);
                });
  return within || !claim.evidence.range.contains(*claim.time->range);
}

// What an article asserts had happened when it was published; an interval that begins after that day lies in a future
// the article knows of, and is left as it is.
Telling telling_of(const KeptClaim& kept) {
  Telling telling{&kept, &meaning_of(kept.claim.type), {}, kept.published, false, forum_named_by(kept.claim), {}, {}};
  if (kept.claim.time && !dates_the_deed(kept.claim)) {
    telling.from = kept.claim.time->days.from;
    telling.dated = kept.claim.time->days.to.has_value();
    if (telling.dated) telling.latest = kept.claim.time->days.to;
    bool reaches_past = kept.published && telling.latest && *telling.latest > *kept.published;
    if (reaches_past && (!telling.from || *telling.from <= *kept.published)) telling.latest = kept.published;
    if (telling.from && telling.latest && *telling.latest < *telling.from) telling.latest = telling.from;
  }
  telling.words = words_of(kept.claim);
  return telling;
}

auto canonical(const Telling& telling) {
  return std::tuple(telling.forum, telling.meaning->order, telling.from, telling.latest, telling.kept->published,
                    telling.kept->document, telling.kept->id);
}

}  // namespace

std::set<std::string> words_of(const Claim& claim) {
  std::set<std::string> words;
  for (const char* role : {"charge", "conduct"}) {
    auto fillers = claim.roles.find(role);
    if (fillers == claim.roles.end()) continue;
    for (const Filler& filler : fillers->second) words.merge(subject_words(filler.text));
  }
  return words;
}

std::vector<Telling> tellings_of(std::string_view person, std::span<const KeptClaim> claims) {
  std::vector<Telling> tellings;
  for (const KeptClaim& kept : claims)
    if (meaning_of(kept.claim.type).order > 0 && moves(kept.claim, person)) tellings.push_back(telling_of(kept));
  settle_forums(tellings);
  std::map<std::pair<std::string, std::string>, std::set<std::string>> told;  // by document and forum
  for (const Telling& telling : tellings)
    told[{telling.kept->document, telling.forum}].insert(telling.words.begin(), telling.words.end());
  for (Telling& telling : tellings) telling.document_words = told[{telling.kept->document, telling.forum}];
  std::sort(tellings.begin(), tellings.end(),
            [](const Telling& a, const Telling& b) { return canonical(a) < canonical(b); });
  return tellings;
}

}  // namespace sumario::casefile
