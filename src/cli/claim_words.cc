#include "cli/claim_words.h"

#include <array>
#include <utility>

namespace sumario::cli {
namespace {

using Pair = std::pair<std::string_view, std::string_view>;

constexpr std::array kDeeds = {
    Pair{"investigate", "under investigation"},
    Pair{"search", "searched"},
    Pair{"seize", "property seized"},
    Pair{"warrant", "wanted by warrant"},
    Pair{"arrest", "arrested"},
    Pair{"release", "released"},
    Pair{"charge", "charged"},
    Pair{"appear", "appeared in court"},
    Pair{"plea", "pleaded"},
    Pair{"hearing", "hearing"},
    Pair{"trial", "on trial"},
    Pair{"motion", "motion to the court"},
    Pair{"convict", "convicted"},
    Pair{"acquit", "acquitted"},
    Pair{"dismiss", "case dismissed"},
    Pair{"sentence", "sentenced"},
    Pair{"appeal", "appeal"},
    Pair{"overturn", "decision overturned"},
    Pair{"pardon", "pardoned"},
    Pair{"extradite", "handed over"},
    Pair{"deport", "deported"},
    Pair{"sue", "sued"},
    Pair{"settle", "settled"},
    Pair{"fine", "fined"},
    Pair{"sanction", "sanctioned"},
    Pair{"accuse", "accused"},
    Pair{"deny", "denial"},
    Pair{"admit", "admission"},
    Pair{"exonerate", "cleared"},
    Pair{"hold", "holds"},
    Pair{"take", "takes office"},
    Pair{"leave", "leaves office"},
    Pair{"seek", "seeks office"},
    Pair{"direct", "says"},
    Pair{"indirect", "says"},
    Pair{"mixed", "says"},
    Pair{"enact", "enacted"},
    Pair{"amend", "amended"},
    Pair{"rule", "ruled on"},
    Pair{"alias", "also known as"},
    Pair{"family", "family"},
    Pair{"member_of", "member of"},
    Pair{"reports_to", "reports to"},
    Pair{"works_for", "works for"},
    Pair{"represents", "represents"},
    Pair{"AGREE", "agrees with"},
    Pair{"CONSULT", "meets or speaks with"},
    Pair{"SUPPORT", "supports"},
    Pair{"COOPERATE", "works with"},
    Pair{"AID", "helps"},
    Pair{"CONCEDE", "yields to"},
    Pair{"RETREAT", "withdraws from"},
    Pair{"REQUEST", "asks"},
    Pair{"ACCUSE", "condemns"},
    Pair{"REJECT", "turns down"},
    Pair{"THREATEN", "threatens"},
    Pair{"PROTEST", "protests against"},
    Pair{"SANCTION", "punishes"},
    Pair{"MOBILIZE", "moves forces against"},
    Pair{"COERCE", "presses"},
    Pair{"ASSAULT", "attacks"},
};

// Role, and the word before its filler; in the order in which they are told.
constexpr std::array kRoles = {
    Pair{"plea", ""},          Pair{"charge", "for"},   Pair{"conduct", "of"}, Pair{"penalty", ""},
    Pair{"office", ""},        Pair{"body", "of"},      Pair{"content", ""},   Pair{"object", ""},
    Pair{"recipient", ""},     Pair{"addressee", "to"}, Pair{"accuser", "by"}, Pair{"plaintiff", "by"},
    Pair{"authority", "by"},   Pair{"court", "before"}, Pair{"law", "under"},  Pair{"victim", "victim:"},
    Pair{"lawyer", "lawyer:"}, Pair{"place", "at"},     Pair{"forum", "in"},   Pair{"destination", "to"},
};

std::string joined(const std::vector<Filler>& fillers) {
  std::string text;
  for (const Filler& filler : fillers) text += (text.empty() ? "" : ", ") + filler.text;
  return text;
}

}  // namespace

std::string_view main_role_of(ClaimKind kind) {
  switch (kind) {
    case ClaimKind::kProceeding:
      return "defendant";
    case ClaimKind::kAllegation:
      return "accused";
    case ClaimKind::kOffice:
      return "holder";
    case ClaimKind::kStatement:
      return "speaker";
    case ClaimKind::kLaw:
      return "law";
    case ClaimKind::kAction:
      return "actor";
    case ClaimKind::kRelation:
      return "subject";
  }
  return "";
}

std::string deed_in_words(std::string_view type) {
  for (const auto& [name, words] : kDeeds)
    if (name == type) return std::string(words);
  return std::string(type);
}

std::string deed_in_words(const Claim& claim) {
  if (claim.kind == ClaimKind::kLaw && claim.type == "overturn") return "struck down";
  std::string deed = deed_in_words(claim.type);
  return claim.modality == Modality::kNegated ? "not " + deed : deed;
}

std::string_view modality_in_words(Modality modality) {
  switch (modality) {
    case Modality::kAsserted:
      return "";
    case Modality::kAlleged:
      return "alleged";
    case Modality::kDenied:
      return "denied";
    case Modality::kNegated:
      return "said not to be so";
    case Modality::kPlanned:
      return "planned";
    case Modality::kRequested:
      return "requested";
    case Modality::kPossible:
      return "possible";
  }
  return "";
}

std::vector<std::string> details_of(const Claim& claim) {
  std::vector<std::string> details;
  for (const auto& [role, before] : kRoles) {
    auto fillers = claim.roles.find(std::string(role));
    if (fillers == claim.roles.end() || role == main_role_of(claim.kind)) continue;
    details.push_back((before.empty() ? "" : std::string(before) + " ") + joined(fillers->second));
  }
  return details;
}

std::string sources_in_words(const Claim& claim) {
  std::string words;
  for (const Filler& source : claim.sources) words += (words.empty() ? "according to " : ", told by ") + source.text;
  return words;
}

}  // namespace sumario::cli
