#include "casefile/doubt.h"

#include <algorithm>
#include <set>

#include "casefile/dossier.h"
#include "casefile/roles.h"

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

}  // namespace

Believed weigh(std::string_view person, std::span<const KeptClaim> claims) {
  std::vector<const KeptClaim*> accusing;
  for (const KeptClaim& kept : claims)
    if (accuses(kept.claim, person)) accusing.push_back(&kept);
  bool doubted = !accusing.empty() && one_sentence(accusing) && documents_at_work(person, claims) >= kDocumentsAtWork;
  Believed believed;
  for (const KeptClaim& kept : claims) {
    bool out = doubted && accuses(kept.claim, person);
    (out ? believed.doubted : believed.claims).push_back(kept);
  }
  return believed;
}

}  // namespace sumario::casefile
