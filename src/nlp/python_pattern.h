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

// Where the PCRE2 pattern is an alternation whose every branch has the form (?:^...): its branches packed into patterns
// of at most `size` bytes (one branch at least), each with the pattern's leading flags. Empty for any other form.
std::optional<std::vector<std::string>> anchored_branches(std::string_view pattern, size_t size);

}  // namespace sumario::nlp
