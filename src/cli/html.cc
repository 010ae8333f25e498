#include "cli/html.h"

#include <fmt/format.h>

namespace sumario::cli {

std::string escaped(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t') || c == 0x7F ? ' ' : c;
    }
  }
  return out;
}

std::string isolated(std::string_view text) { return "<bdi>" + escaped(text) + "</bdi>"; }

std::string_view sign_of(ClaimKind kind) {
  switch (kind) {
    case ClaimKind::kProceeding:
      return "▲";
    case ClaimKind::kAllegation:
      return "◆";
    case ClaimKind::kOffice:
      return "■";
    case ClaimKind::kStatement:
      return "“";
    case ClaimKind::kLaw:
      return "§";
    case ClaimKind::kAction:
      return "→";
    case ClaimKind::kRelation:
      return "∞";
  }
  return "";
}

std::string PageNames::note_of(size_t claim) const { return fmt::format("d{}c{}", reading, claim); }
std::string PageNames::words_of(size_t claim) const { return fmt::format("d{}w{}", reading, claim); }
std::string PageNames::person(size_t person) const { return fmt::format("d{}p{}", reading, person); }

std::string claim_light(size_t number) { return number <= kLights ? fmt::format(" c{}", number) : ""; }
std::string person_light(size_t number) { return number <= kLights ? fmt::format(" p{}", number) : ""; }

}  // namespace sumario::cli
