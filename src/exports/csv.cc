#include "exports/csv.h"

namespace sumario::exports {
namespace {

bool is_taken_for_a_formula(std::string_view cell) {
  return !cell.empty() && std::string_view("=+-@\t\r").find(cell.front()) != std::string_view::npos;
}

std::string quoted(std::string_view cell) {
  std::string text = is_taken_for_a_formula(cell) ? "'" + std::string(cell) : std::string(cell);
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string out = "\"";
  for (char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + "\"";
}

}  // namespace

std::string csv_row(const std::vector<std::string>& cells) {
  std::string row;
  for (const std::string& cell : cells) {
    if (!row.empty() || &cell != &cells.front()) row += ',';
    row += quoted(cell);
  }
  return row + "\r\n";
}

}  // namespace sumario::exports
