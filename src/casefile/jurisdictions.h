// Which state or body's law a few words speak of: "a US federal judge", "Mexico's Attorney General's Office".
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace sumario::casefile {

struct Jurisdiction {
  std::string name;     // English short name, as ICU writes it: "United States"
  std::string country;  // the country it lies in; its own name for a country or an international body
  friend bool operator==(const Jurisdiction&, const Jurisdiction&) = default;
};

// The one jurisdiction that `words` name by a country's name or demonym, a state or province, an international body, a
// large city (ICU's time zones) or a body known by its own name. Where a country and a part of it are both named, the
// country. Empty where none is named, or two that do not lie in one another. Thread-safe.
std::optional<Jurisdiction> jurisdiction_named_in(std::string_view words);

// The country a jurisdiction lies in; the name itself where it is no known part of a country.
std::string country_of(std::string_view jurisdiction);

}  // namespace sumario::casefile
