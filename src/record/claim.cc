#include "record/claim.h"

#include <algorithm>

namespace sumario {
namespace {

constexpr std::string_view kProceedingTypes[] = {
    "investigate", "search",    "seize",  "warrant", "arrest", "release", "charge",   "appear", "plea",
    "hearing",     "trial",     "motion", "convict", "acquit", "dismiss", "sentence", "appeal", "overturn",
    "pardon",      "extradite", "deport", "sue",     "settle", "fine",    "sanction"};
constexpr std::string_view kAllegationTypes[] = {"accuse", "deny", "admit", "exonerate"};
constexpr std::string_view kOfficeTypes[] = {"hold", "take", "leave", "seek"};
constexpr std::string_view kStatementTypes[] = {"direct", "indirect", "mixed"};
constexpr std::string_view kLawTypes[] = {"enact", "amend", "overturn", "rule"};
constexpr std::string_view kActionTypes[] = {"AGREE",    "CONSULT",  "SUPPORT", "COOPERATE", "AID",      "CONCEDE",
                                             "RETREAT",  "REQUEST",  "ACCUSE",  "REJECT",    "THREATEN", "PROTEST",
                                             "SANCTION", "MOBILIZE", "COERCE",  "ASSAULT"};
constexpr std::string_view kRelationTypes[] = {"alias", "family", "member_of", "reports_to", "works_for", "represents"};

constexpr std::string_view kProceedingRoles[] = {"defendant", "authority", "court",      "plaintiff", "victim",
                                                 "lawyer",    "charge",    "plea",       "penalty",   "law",
                                                 "place",     "forum",     "destination"};
constexpr std::string_view kAllegationRoles[] = {"accuser", "accused", "conduct", "victim"};
constexpr std::string_view kOfficeRoles[] = {"holder", "office", "body"};
constexpr std::string_view kStatementRoles[] = {"speaker", "content", "addressee"};
constexpr std::string_view kLawRoles[] = {"law", "body"};
constexpr std::string_view kActionRoles[] = {"actor", "recipient"};
constexpr std::string_view kRelationRoles[] = {"subject", "object"};

}  // namespace

std::span<const std::string_view> types_of(ClaimKind kind) {
  switch (kind) {
    case ClaimKind::kProceeding:
      return kProceedingTypes;
    case ClaimKind::kAllegation:
      return kAllegationTypes;
    case ClaimKind::kOffice:
      return kOfficeTypes;
    case ClaimKind::kStatement:
      return kStatementTypes;
    case ClaimKind::kLaw:
      return kLawTypes;
    case ClaimKind::kAction:
      return kActionTypes;
    case ClaimKind::kRelation:
      return kRelationTypes;
  }
  return {};
}

std::span<const std::string_view> roles_of(ClaimKind kind) {
  switch (kind) {
    case ClaimKind::kProceeding:
      return kProceedingRoles;
    case ClaimKind::kAllegation:
      return kAllegationRoles;
    case ClaimKind::kOffice:
      return kOfficeRoles;
    case ClaimKind::kStatement:
      return kStatementRoles;
    case ClaimKind::kLaw:
      return kLawRoles;
    case ClaimKind::kAction:
      return kActionRoles;
    case ClaimKind::kRelation:
      return kRelationRoles;
  }
  return {};
}

bool is_type_of(ClaimKind kind, std::string_view type) { return std::ranges::count(types_of(kind), type) > 0; }
bool is_role_of(ClaimKind kind, std::string_view role) { return std::ranges::count(roles_of(kind), role) > 0; }

}  // namespace sumario
