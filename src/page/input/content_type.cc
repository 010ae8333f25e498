#include "page/input/content_type.h"

#include <algorithm>
#include <cctype>

namespace sumario::page {
namespace {

constexpr std::string_view kSpace = " \t\r\n\"'";

std::string_view stripped(std::string_view text) {
  size_t start = text.find_first_not_of(kSpace);
  if (start == std::string_view::npos) return {};
  return text.substr(start, text.find_last_not_of(kSpace) - start + 1);
}

std::string lowered(std::string_view text) {
  std::string lower(text);
  std::ranges::transform(lower, lower.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return lower;
}

}  // namespace

ContentType content_type_of(std::string_view header) {
  ContentType type;
  size_t end = std::min(header.find(';'), header.size());
  type.media = lowered(stripped(header.substr(0, end)));
  while (end < header.size()) {
    size_t start = end + 1;
    end = std::min(header.find(';', start), header.size());
    std::string_view parameter = stripped(header.substr(start, end - start));
    size_t equals = parameter.find('=');
    if (equals == std::string_view::npos || lowered(stripped(parameter.substr(0, equals))) != "charset") continue;
    std::string label(stripped(parameter.substr(equals + 1)));
    if (!label.empty() && !type.charset) type.charset = label;
  }
  return type;
}

}  // namespace sumario::page
