#include "cli/claim_words.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/utf8.h"

namespace sumario::cli {
namespace {

struct Deed {
  std::string_view type, words, negated;
};

constexpr std::array kDeeds = {
    Deed{"investigate", "under investigation", "not under investigation"},
    Deed{"search", "searched", "not searched"},
    Deed{"seize", "property seized", "property not seized"},
    Deed{"warrant", "wanted by warrant", "not wanted by warrant"},
    Deed{"arrest", "arrested", "not arrested"},
    Deed{"release", "released", "not released"},
    Deed{"charge", "charged", "not charged"},
    Deed{"appear", "appeared in court", "did not appear in court"},
    Deed{"plea", "pleaded", "entered no plea"},
    Deed{"hearing", "hearing", "no hearing"},
    Deed{"trial", "on trial", "not on trial"},
    Deed{"motion", "motion to the court", "no motion to the court"},
    Deed{"convict", "convicted", "not convicted"},
    Deed{"acquit", "acquitted", "not acquitted"},
    Deed{"dismiss", "case dismissed", "case not dismissed"},
    Deed{"sentence", "sentenced", "not sentenced"},
    Deed{"appeal", "appeal", "no appeal"},
    Deed{"overturn", "decision overturned", "decision not overturned"},
    Deed{"pardon", "pardoned", "not pardoned"},
    Deed{"extradite", "handed over", "not handed over"},
    Deed{"deport", "deported", "not deported"},
    Deed{"sue", "sued", "not sued"},
    Deed{"settle", "settled", "not settled"},
    Deed{"fine", "fined", "not fined"},
    Deed{"sanction", "sanctioned", "not sanctioned"},
    Deed{"accuse", "accused", "not accused"},
    Deed{"deny", "denies", "does not deny"},
    Deed{"admit", "admits", "does not admit"},
    Deed{"exonerate", "cleared", "not cleared"},
    Deed{"hold", "holds", "does not hold"},
    Deed{"take", "takes office", "does not take office"},
    Deed{"leave", "leaves office", "does not leave office"},
    Deed{"seek", "seeks office", "does not seek office"},
    Deed{"direct", "says", "does not say"},
    Deed{"indirect", "says", "does not say"},
    Deed{"mixed", "says", "does not say"},
    Deed{"enact", "enacted", "not enacted"},
    Deed{"amend", "amended", "not amended"},
    Deed{"rule", "ruled on", "not ruled on"},
    Deed{"alias", "also known as", "not also known as"},
    Deed{"family", "family", "not family"},
    Deed{"member_of", "member of", "not a member of"},
    Deed{"reports_to", "reports to", "does not report to"},
    Deed{"works_for", "works for", "does not work for"},
    Deed{"represents", "represents", "does not represent"},
    Deed{"AGREE", "agrees with", "does not agree with"},
    Deed{"CONSULT", "meets or speaks with", "does not meet or speak with"},
    Deed{"SUPPORT", "supports", "does not support"},
    Deed{"COOPERATE", "works with", "does not work with"},
    Deed{"AID", "helps", "does not help"},
    Deed{"CONCEDE", "yields to", "does not yield to"},
    Deed{"RETREAT", "withdraws from", "does not withdraw from"},
    Deed{"REQUEST", "asks", "does not ask"},
    Deed{"ACCUSE", "condemns", "does not condemn"},
    Deed{"REJECT", "turns down", "does not turn down"},
    Deed{"THREATEN", "threatens", "does not threaten"},
    Deed{"PROTEST", "protests against", "does not protest against"},
    Deed{"SANCTION", "punishes", "does not punish"},
    Deed{"MOBILIZE", "moves forces against", "does not move forces against"},
    Deed{"COERCE", "presses", "does not press"},
    Deed{"ASSAULT", "attacks", "does not attack"},
};

struct RoleWord {
  std::string_view role, before;  // the word before its filler
};

// In the order in which they are told.
constexpr std::array kRoles = {
    RoleWord{"plea", ""},          RoleWord{"charge", "for"},   RoleWord{"conduct", "of"},
    RoleWord{"penalty", ""},       RoleWord{"office", ""},      RoleWord{"body", "of"},
    RoleWord{"object", ""},        RoleWord{"recipient", ""},   RoleWord{"addressee", "to"},
    RoleWord{"accuser", "by"},     RoleWord{"plaintiff", "by"}, RoleWord{"authority", "by"},
    RoleWord{"court", "before"},   RoleWord{"law", "under"},    RoleWord{"victim", "victim:"},
    RoleWord{"lawyer", "lawyer:"}, RoleWord{"place", "place:"}, RoleWord{"forum", "in"},
    RoleWord{"destination", "to"},
};

std::string joined(const std::vector<Filler>& fillers, const Names& names) {
  std::string text;
  for (const Filler& filler : fillers) text += (text.empty() ? "" : ", ") + name_of_filler(filler, names);
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
  for (const Deed& deed : kDeeds)
    if (deed.type == type) return std::string(deed.words);
  return std::string(type);
}

std::string deed_in_words(const Claim& claim) {
  bool negated = claim.modality == Modality::kNegated;
  if (claim.kind == ClaimKind::kLaw && claim.type == "overturn") return negated ? "not struck down" : "struck down";
  for (const Deed& deed : kDeeds)
    if (deed.type == claim.type) return std::string(negated ? deed.negated : deed.words);
  return (negated ? "not " : "") + claim.type;
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
      return "";
    case Modality::kPlanned:
      return "planned";
    case Modality::kRequested:
      return "requested";
    case Modality::kPossible:
      return "possible";
  }
  return "";
}

const std::string& name_of_filler(const Filler& filler, const Names& names) {
  auto name = filler.entity ? names.find(*filler.entity) : names.end();
  return name == names.end() ? filler.text : name->second;
}

std::string who_in_words(const Claim& claim, const Names& names) {
  auto fillers = claim.roles.find(std::string(main_role_of(claim.kind)));
  return fillers == claim.roles.end() ? "" : joined(fillers->second, names);
}

std::vector<std::string> details_of(const Claim& claim, const Names& names) {
  std::vector<std::string> details, told;
  bool answers = claim.type == "deny" || claim.type == "admit";
  for (const auto& [role, before] : kRoles) {
    auto fillers = claim.roles.find(std::string(role));
    if (fillers == claim.roles.end() || role == main_role_of(claim.kind)) continue;
    std::string who = joined(fillers->second, names);
    if (std::find(told.begin(), told.end(), who) != told.end()) continue;  // a judge is authority and court
    bool plain = before.empty() || (answers && role == "conduct");         // "denies · the charges"
    details.push_back((plain ? "" : std::string(before) + " ") + who);
    told.push_back(std::move(who));
  }
  return details;
}

std::string sources_in_words(const Claim& claim, const Names& names) {
  std::string words;
  for (const Filler& source : claim.sources)
    words += (words.empty() ? "according to " : ", told by ") + name_of_filler(source, names);
  return words;
}

std::string note_in_words(const Note& note, std::string_view text) {
  constexpr size_t kShown = 60;
  std::string_view words = words_of(text, note.range);
  std::string shown(words.substr(0, boundary_before(words, kShown)));
  std::string what = note.why == NoteWhy::kLongSentence
                         ? "a sentence of more words than are read as one"
                         : "the rest of the document, behind more names than are kept in mind";
  return "Not read: " + what + ", “" + shown + (shown.size() < words.size() ? " …”" : "”");
}

}  // namespace sumario::cli
