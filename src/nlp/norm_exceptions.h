// Norms common to all spaCy pipelines.
#pragma once

#include <string_view>

namespace sumario::nlp {

// The norm of `text` as written, "" where it has none of its own.
std::string_view base_norm(std::string_view text);

}  // namespace sumario::nlp
