// The words of an element, as metadata read them.
#pragma once

#include <string>
#include <string_view>

#include "page/html/tree.h"

namespace sumario::page {

// The most bytes that are taken of one element's text.
inline constexpr size_t kElementTextLimit = size_t{64} << 10;

// The text of the subtree at `index` without scripts and styles; white space folded to single spaces, none at the ends.
std::string element_text(const HtmlTree& tree, size_t index);

// White space (also no-break) folded to single spaces, none at the ends; control characters as white
// space; without soft hyphens.
std::string one_line(std::string_view text);

}  // namespace sumario::page
