#include "page/input/content_type.h"

#include <algorithm>

#include "base/ascii.h"

namespace sumario::page {
namespace {

constexpr std::string_view kSpaceAndQuotes = " \t\r\n\"'";

std::string_view bare(std::string_view text) { return stripped(text, kSpaceAndQuotes); }

}  // namespace

ContentType content_type_of(std::string_view header) {
  ContentType type;
  size_t end = std::min(header.find(';'), header.size());
  type.media = ascii_lowered(bare(header.substr(0, end)));
  while (end < header.size()) {
    size_t start = end + 1;
    end = std::min(header.find(';', start), header.size());
    std::string_view parameter = bare(header.substr(start, end - start));
    size_t equals = parameter.find('=');
    if (equals == std::string_view::npos || ascii_lowered(bare(parameter.substr(0, equals))) != "charset") continue;
    std::string label(bare(parameter.substr(equals + 1)));
    if (!label.empty() && !type.charset) type.charset = label;
  }
  return type;
}

}  // namespace sumario::page
