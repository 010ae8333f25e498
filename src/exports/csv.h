// Rows as RFC 4180 writes them, for programs and for spreadsheets that take cells for formulas.
#pragma once

#include <string>
#include <vector>

namespace sumario::exports {

// The row with its line end. A cell that a spreadsheet would take for a formula, one that begins with = + - @, a tab or
// a carriage return, stands behind an apostrophe, which makes it text. Cells must be UTF-8.
std::string csv_row(const std::vector<std::string>& cells);

}  // namespace sumario::exports
