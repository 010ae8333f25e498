#include "nlp/morphology.h"

#include <algorithm>
#include <vector>

namespace sumario::nlp {
namespace {

// The fields of `text` between `separator`s, sorted, joined again.
std::string sorted_fields(std::string_view text, char separator) {
  std::vector<std::string_view> fields;
  for (size_t start = 0; start <= text.size();) {
    size_t end = std::min(text.find(separator, start), text.size());
    fields.push_back(text.substr(start, end - start));
    start = end + 1;
  }
  std::sort(fields.begin(), fields.end());
  std::string joined;
  for (std::string_view field : fields) {
    if (!joined.empty()) joined += separator;
    joined += field;
  }
  return joined;
}

}  // namespace

std::string normal_morph(std::string_view morph) {
  if (morph == "_") return "";
  std::string features;
  for (size_t start = 0; start < morph.size();) {
    size_t end = std::min(morph.find('|', start), morph.size());
    std::string_view feature = morph.substr(start, end - start);
    size_t equals = feature.find('=');
    if (!features.empty()) features += '|';
    if (equals == std::string_view::npos) {
      features += feature;
    } else {
      features.append(feature.substr(0, equals + 1)).append(sorted_fields(feature.substr(equals + 1), ','));
    }
    start = end + 1;
  }
  return sorted_fields(features, '|');
}

}  // namespace sumario::nlp
