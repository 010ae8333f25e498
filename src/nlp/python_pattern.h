// Rewrites the patterns of Python's `re` module into PCRE2's dialect.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sumario::nlp {

// The same pattern for PCRE2 with UTF and UCP: \uXXXX and \UXXXXXXXX become \x{...}, a leading flag group loses its
// `u`, a `[` inside a class is escaped, \Z becomes \z. Constructs beyond those are passed on as they are.
std::string pcre2_pattern_of(std::string_view python_pattern);

// Where the PCRE2 pattern is an alternation whose every branch has the form (?:^...): its branches packed into few
// patterns small enough to compile, each with the pattern's leading flags. Empty where it has another form.
std::optional<std::vector<std::string>> anchored_branches(std::string_view pattern);

}  // namespace sumario::nlp
