#include "casefile/doubt.h"

#include <algorithm>
#include <set>

#include "casefile/dossier.h"
#include "casefile/embedded_lexicons.h"
#include "casefile/forums.h"
#include "casefile/name_key.h"
#include "casefile/roles.h"
#include "casefile/tellings.h"

namespace sumario::casefile {
namespace {

constexpr int kDocumentsAtWork = 3;

// Moves somebody's standing, or alleges something: whatever would show the person as accused.
bool accuses(const Claim& claim, std::string_view person) {
  if (claim.kind == ClaimKind::kProceeding)
    return claim.modality == Modality::kAsserted && fills(claim, "defendant", person);
  bool said = claim.modality == Modality::kAlleged || claim.modality == Modality::kAsserted;
  return claim.kind == ClaimKind::kAllegation && claim.type == "accuse" && said && fills(claim, "accused", person);
}

int documents_at_work(std::string_view person, std::span<const KeptClaim> claims) {
  int documents = 0;
  for (const auto& [document, parts] : parts_played(person, claims))
    documents += std::any_of(parts.begin(), parts.end(), [](const std::string& part) {
      return part == "judge" || part == "prosecutor" || part == "lawyer" || part == "police";
    });
  return documents;
}

// Claims of one sentence have evidence that overlaps.
bool one_sentence(std::vector<const KeptClaim*> claims) {
  std::sort(claims.begin(), claims.end(),
            [](const KeptClaim* a, const KeptClaim* b) { return a->claim.evidence.range < b->claim.evidence.range; });
  ByteRange reached = claims.front()->claim.evidence.range;
  for (const KeptClaim* kept : claims) {
    const ByteRange& range = kept->claim.evidence.range;
    if (kept->document != claims.front()->document || !(range == reached || range.overlaps(reached))) return false;
    reached = hull(reached, range);
  }
  return true;
}

// Nobody else's words: "This newspaper wrongly reported that …".
bool in_own_voice(const Claim& claim) {
  return std::ranges::all_of(claim.sources, [](const Filler& source) {
    std::string key = name_key(source.text);
    return std::ranges::any_of(key_words(key), [](std::string_view word) {
      return std::ranges::any_of(lexicon_entries(outlet_words_text()),
                                 [&](const auto& entry) { return entry[0] == word; });
    });
  });
}

bool may_be_one_time(const Claim& a, const Claim& b) {
  if (!a.time || !b.time) return true;
  const DayInterval &x = a.time->days, &y = b.time->days;
  return !(x.to && y.from && *x.to < *y.from) && !(y.to && x.from && *y.to < *x.from);
}

// The later article of the same outlet says that what `told` tells was not so.
bool takes_back(const KeptClaim& later, const KeptClaim& told, std::string_view person) {
  const Claim &no = later.claim, &yes = told.claim;
  if (no.modality != Modality::kNegated || no.kind != yes.kind || no.type != yes.type) return false;
  if (!later.outlet || later.outlet != told.outlet || later.document == told.document) return false;
  if (!later.published || !told.published || *later.published < *told.published || !in_own_voice(no)) return false;
  if (!fills(no, no.kind == ClaimKind::kProceeding ? "defendant" : "accused", person)) return false;
  std::string forum = forum_named_by(no);
  return (forum.empty() || forum == forum_named_by(yes)) && !words_differ(words_of(no), words_of(yes)) &&
         may_be_one_time(no, yes);
}

// Ids of what an outlet took back itself.
std::set<std::string> taken_back(std::string_view person, std::span<const KeptClaim> claims) {
  std::set<std::string> ids;
  for (const KeptClaim& told : claims) {
    if (!accuses(told.claim, person)) continue;
    bool back = std::ranges::any_of(claims, [&](const KeptClaim& later) {
      return takes_back(later, told, person) && std::ranges::none_of(claims, [&](const KeptClaim& beside) {
               return beside.document == later.document && accuses(beside.claim, person);
             });
    });
    if (!back) continue;
    for (const KeptClaim& same : claims)
      if (same.document == told.document && accuses(same.claim, person) &&
          (same.id == told.id || same.claim.evidence.range.overlaps(told.claim.evidence.range)))
        ids.insert(same.id);
  }
  return ids;
}

}  // namespace

Believed weigh(std::string_view person, std::span<const KeptClaim> all) {
  Believed believed;
  std::set<std::string> back = taken_back(person, all);
  std::vector<KeptClaim> claims;
  for (const KeptClaim& kept : all) (back.contains(kept.id) ? believed.taken_back : claims).push_back(kept);
  std::vector<const KeptClaim*> accusing;
  for (const KeptClaim& kept : claims)
    if (accuses(kept.claim, person)) accusing.push_back(&kept);
  bool doubted = !accusing.empty() && one_sentence(accusing) && documents_at_work(person, claims) >= kDocumentsAtWork;
  for (KeptClaim& kept : claims) {
    bool out = doubted && accuses(kept.claim, person);
    (out ? believed.doubted : believed.claims).push_back(std::move(kept));
  }
  return believed;
}

}  // namespace sumario::casefile
