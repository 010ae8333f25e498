#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <set>

#include "casefile/dossier.h"
#include "casefile/embedded_lexicons.h"
#include "casefile/name_key.h"
#include "casefile/proceedings.h"
#include "casefile/roles.h"

namespace sumario::casefile {
namespace {

constexpr std::array<std::string_view, 11> kParts = {"defendant", "suspect",    "victim", "witness",
                                                     "judge",     "prosecutor", "lawyer", "police",
                                                     "official",  "speaker",    "other"};

struct PartWord {
  std::string words;
  std::string part;
};

const std::vector<PartWord>& part_words() {
  static const std::vector<PartWord> made = [] {
    std::vector<PartWord> words;
    for (const auto& fields : lexicon_entries(parts_text()))
      if (fields.size() == 2) words.push_back({name_key(fields[0]), std::string(fields[1])});
    return words;
  }();
  return made;
}

// The part that the words of an office tell, "official" for any other office, "" for no words.
std::string part_of_office(std::string_view office) {
  std::string words = " " + name_key(office) + " ";
  for (const PartWord& entry : part_words())
    if (words.find(" " + entry.words + " ") != std::string::npos) return entry.part;
  return words == "  " ? "" : "official";
}

// Who acts in a step without the text saying by what office: police arrest, prosecutors charge.
std::string part_of_authority(const Claim& claim, std::string_view person, std::string_view office) {
  if (!office.empty()) return std::string(office);
  for (const Filler& filler : claim.roles.at("authority")) {
    std::string part = filler.entity == person ? part_of_office(filler.text) : "";
    if (part != "official" && !part.empty()) return part;
  }
  if (claim.type == "arrest" || claim.type == "search" || claim.type == "seize") return "police";
  if (claim.type == "charge" || claim.type == "motion") return "prosecutor";
  return "official";
}

// Steps that make somebody a defendant; before them one is a suspect.
bool before_a_court(const StepMeaning& meaning) {
  return meaning.stage >= Stage::kCourt && meaning.type != "release" && meaning.type != "exonerate";
}

void add_parts(const Claim& claim, std::string_view person, std::string_view office, std::set<std::string>& parts) {
  bool happened = claim.modality == Modality::kAsserted;
  if (claim.kind == ClaimKind::kProceeding && happened && fills(claim, "defendant", person))
    parts.insert(before_a_court(meaning_of(claim.type)) ? "defendant" : "suspect");
  if (claim.kind == ClaimKind::kAllegation && claim.type == "accuse" && claim.modality == Modality::kAlleged &&
      fills(claim, "accused", person))
    parts.insert("suspect");
  if (fills(claim, "victim", person)) parts.insert("victim");
  if (fills(claim, "court", person)) parts.insert("judge");
  if (fills(claim, "lawyer", person)) parts.insert("lawyer");
  if (claim.kind == ClaimKind::kProceeding && fills(claim, "authority", person))
    parts.insert(part_of_authority(claim, person, office));
  if (claim.kind == ClaimKind::kRelation && claim.type == "represents" && fills(claim, "subject", person))
    parts.insert("lawyer");
  if (claim.kind == ClaimKind::kStatement && fills(claim, "speaker", person)) parts.insert("speaker");
}

}  // namespace

PartsPlayed parts_played(std::string_view person, std::span<const KeptClaim> claims) {
  PartsPlayed offices, played;
  for (const KeptClaim& kept : claims)
    if (kept.claim.kind == ClaimKind::kOffice && kept.claim.modality == Modality::kAsserted &&
        kept.claim.type != "seek" && fills(kept.claim, "holder", person))
      offices[kept.document].insert(part_of_office(words_in(kept.claim, "office")));
  for (const KeptClaim& kept : claims) {
    // Of several offices the most telling one, in the contract's order.
    std::set<std::string>& held = offices[kept.document];
    auto office = std::find_if(kParts.begin(), kParts.end(),
                               [&](std::string_view part) { return held.contains(std::string(part)); });
    add_parts(kept.claim, person, office == kParts.end() ? "" : *office, played[kept.document]);
  }
  for (const auto& [document, held] : offices)
    for (const std::string& part : held)
      if (!part.empty()) played[document].insert(part);
  return played;
}

std::vector<Part> parts_of(std::string_view person, std::span<const KeptClaim> claims,
                           std::span<const std::string> documents) {
  PartsPlayed played = parts_played(person, claims);
  std::map<std::string_view, int> counts;
  for (const std::string& document : std::set<std::string>(documents.begin(), documents.end())) {
    std::set<std::string> parts = played[document];
    if (parts.empty()) parts.insert("other");
    for (std::string_view part : kParts) counts[part] += parts.contains(std::string(part));
  }
  std::vector<Part> parts;
  for (std::string_view part : kParts)
    if (counts[part] > 0) parts.push_back({std::string(part), counts[part]});
  return parts;
}

}  // namespace sumario::casefile
