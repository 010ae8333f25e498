#include "casefile/embedded_lexicons.h"

namespace sumario::casefile {
namespace {

std::string_view take_until(std::string_view& rest, char mark) {
  size_t at = rest.find(mark);
  std::string_view taken = rest.substr(0, at);
  rest.remove_prefix(at == std::string_view::npos ? rest.size() : at + 1);
  return taken;
}

}  // namespace

std::vector<std::vector<std::string_view>> lexicon_entries(std::string_view text) {
  std::vector<std::vector<std::string_view>> entries;
  while (!text.empty()) {
    std::string_view line = take_until(text, '\n');
    if (line.empty() || line.front() == '#') continue;
    std::vector<std::string_view> fields;
    while (!line.empty()) fields.push_back(take_until(line, '\t'));
    entries.push_back(std::move(fields));
  }
  return entries;
}

}  // namespace sumario::casefile
