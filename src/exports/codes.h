// Countries and languages by the codes that other programs use.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace sumario::exports {

// ISO 3166-1 alpha-2 in lower case for the country in which a forum or body lies, by ICU's English short names; empty
// for bodies of no country.
std::optional<std::string> country_code(std::string_view jurisdiction);

// ISO 639-3 for a tag such as "en" or "pt-BR"; empty where there is none.
std::optional<std::string> language_code(const std::string& tag);

}  // namespace sumario::exports
