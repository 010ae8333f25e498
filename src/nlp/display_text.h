// Text made fit for a terminal.
#pragma once

#include <string>
#include <string_view>

namespace sumario::nlp {

// White space as ␣ (spaces), ⇥ (tab), ↵ (line ends); other control and bidirectional characters as ␦. `keep_spaces`
// leaves U+0020 as it is.
std::string visible(std::string_view text, bool keep_spaces);

// Columns the text takes on a terminal.
size_t display_width(std::string_view text);

}  // namespace sumario::nlp
