// The files of src/cli/page, built into the program so that it stays one file.
#pragma once

#include <string_view>

namespace sumario::cli {

std::string_view page_style();

}  // namespace sumario::cli
