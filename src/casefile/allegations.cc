#include <algorithm>
#include <tuple>

#include "casefile/dossier.h"
#include "casefile/roles.h"
#include "casefile/tellings.h"

namespace sumario::casefile {
namespace {

struct Answer {
  const KeptClaim* kept;
  std::string word;  // "denied" or "admitted"
  std::set<std::string> words;
};

bool is_accusation(const Claim& claim, std::string_view person) {
  bool said = claim.modality == Modality::kAlleged || claim.modality == Modality::kAsserted;
  return claim.kind == ClaimKind::kAllegation && claim.type == "accuse" && said && fills(claim, "accused", person);
}

// A denial or an admission, an accusation told as denied, a plea.
std::string answer_in(const Claim& claim, std::string_view person) {
  if (claim.kind == ClaimKind::kProceeding && claim.type == "plea") {
    if (claim.modality != Modality::kAsserted || !fills(claim, "defendant", person)) return "";
    std::string plea = words_in(claim, "plea");
    if (plea == "not guilty") return "denied";
    return plea == "guilty" ? "admitted" : "";
  }
  if (claim.kind != ClaimKind::kAllegation || !fills(claim, "accused", person)) return "";
  bool plain = claim.modality == Modality::kAsserted;
  if (claim.type == "deny" && (plain || claim.modality == Modality::kDenied)) return "denied";
  if (claim.type == "admit" && plain) return "admitted";
  return claim.type == "accuse" && claim.modality == Modality::kDenied ? "denied" : "";
}

std::set<std::string> subject_of(const Claim& claim) {
  std::set<std::string> words = subject_words(words_in(claim, "conduct"));
  words.merge(subject_words(words_in(claim, "charge")));
  return words;
}

bool known_by(const KeptClaim& kept, Day day) {
  if (kept.published && *kept.published <= day) return true;
  if (kept.claim.time && kept.claim.time->days.to) return *kept.claim.time->days.to <= day;
  return !kept.published;
}

auto in_order(const KeptClaim& kept) { return std::tuple(kept.published, kept.document, kept.id); }

bool same_accusation(const Allegation& allegation, const Claim& claim) {
  return allegation.accuser == words_in(claim, "accuser") && allegation.modality == claim.modality &&
         subject_words(allegation.conduct) == subject_words(words_in(claim, "conduct"));
}

// An answer goes to what its words agree with; where it has none of its own, to what its document alleges.
bool answers(const Answer& answer, const Allegation& allegation, const std::set<std::string>& documents) {
  if (words_agree(answer.words, subject_words(allegation.conduct))) return true;
  return answer.words.empty() && documents.contains(answer.kept->document);
}

}  // namespace

std::vector<Allegation> allegations_of(std::string_view person, std::span<const KeptClaim> claims, Day as_of) {
  std::vector<const KeptClaim*> known;
  for (const KeptClaim& kept : claims)
    if (known_by(kept, as_of)) known.push_back(&kept);
  std::sort(known.begin(), known.end(),
            [](const KeptClaim* a, const KeptClaim* b) { return in_order(*a) < in_order(*b); });

  std::vector<Allegation> allegations;
  std::vector<std::set<std::string>> documents;
  std::vector<Answer> given;
  for (const KeptClaim* kept : known) {
    if (std::string answer = answer_in(kept->claim, person); !answer.empty())
      given.push_back({kept, answer, subject_of(kept->claim)});
    if (!is_accusation(kept->claim, person)) continue;
    auto same = std::find_if(allegations.begin(), allegations.end(),
                             [&](const Allegation& allegation) { return same_accusation(allegation, kept->claim); });
    if (same == allegations.end()) {
      same = allegations.insert(
          allegations.end(),
          {words_in(kept->claim, "accuser"), words_in(kept->claim, "conduct"), kept->claim.modality, {}, {}});
      documents.emplace_back();
    }
    same->claims.push_back(kept->id);
    documents[static_cast<size_t>(same - allegations.begin())].insert(kept->document);
  }
  for (size_t i = 0; i < allegations.size(); ++i)
    for (const Answer& answer : given)  // in order of publication: the last word stands
      if (answers(answer, allegations[i], documents[i])) {
        if (allegations[i].answer != answer.word) allegations[i].answer = answer.word;
        allegations[i].claims.push_back(answer.kept->id);
      }
  for (Allegation& allegation : allegations) {
    std::vector<std::string>& ids = allegation.claims;
    std::vector<std::string> once;
    for (const std::string& id : ids)
      if (std::find(once.begin(), once.end(), id) == once.end()) once.push_back(id);
    ids = std::move(once);
  }
  return allegations;
}

}  // namespace sumario::casefile
