// Text made harmless for a web page, and the words and signs that the parts of a reading's page share.
#pragma once

#include <string>
#include <string_view>

#include "record/claim.h"

namespace sumario::cli {

// `text` with &, <, >, quotes and control characters made harmless, in elements and in quoted attributes.
std::string escaped(std::string_view text);

// A name or other words of outside origin, isolated so that its writing direction turns nothing around it.
std::string isolated(std::string_view text);

// A kind's sign on the page: colour never stands alone.
std::string_view sign_of(ClaimKind kind);

// Names of places on the page, the same for whoever links there. `reading` and `claim` count from 1.
struct PageNames {
  size_t reading = 1;
  std::string note_of(size_t claim) const;   // where the claim is told
  std::string words_of(size_t claim) const;  // its evidence
  std::string person(size_t person) const;   // the person's first mention
};

// What lights up together bears one of these classes: the claims of one passage, a person's mentions in one reading.
// Beyond so many of either nothing lights up; links lead there all the same.
inline constexpr size_t kLights = 48;
std::string claim_light(size_t number);
std::string person_light(size_t number);

}  // namespace sumario::cli
