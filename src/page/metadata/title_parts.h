// The parts of a page's title as templates join them: "A headline | Politics | The Outlet".
#pragma once

#include <string_view>
#include <vector>

namespace sumario::page {

// The parts between marks that join (bars, dashes with spaces around them, bullets, arrows), without spaces at their
// ends; views into `title`.
std::vector<std::string_view> title_parts(std::string_view title);

}  // namespace sumario::page
