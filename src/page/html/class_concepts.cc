#include "page/html/class_concepts.h"

#include <algorithm>

#include "base/ascii.h"

namespace sumario::page {
namespace {

constexpr size_t kLongestValue = 400;  // bytes; longer ones are data, not names
constexpr size_t kMostJoined = 3;      // neighbouring words read as one

bool is_upper_letter(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower_letter(char c) { return c >= 'a' && c <= 'z'; }

// The words of one class name: "article-body__mainCaption" has four.
std::vector<std::string> words_of_name(std::string_view name) {
  std::vector<std::string> words;
  bool open = false;
  for (size_t i = 0; i < name.size(); ++i) {
    char c = name[i];
    bool letter = is_upper_letter(c) || is_lower_letter(c) || static_cast<unsigned char>(c) >= 0x80;
    if (!letter) {
      open = false;
      continue;
    }
    if (is_upper_letter(c) && i > 0 && is_lower_letter(name[i - 1])) open = false;
    if (!open) words.emplace_back();
    open = true;
    words.back() += ascii_lower(c);
  }
  return words;
}

bool names_parts(std::string_view attribute) {
  return attribute == "class" || attribute == "id" || attribute == "role" || attribute == "itemprop" ||
         attribute == "data-testid" || attribute == "data-component" || attribute == "data-type";
}

}  // namespace

ConceptSet ClassReader::of_value(std::string_view value) {
  if (value.size() > kLongestValue) return {};
  if (auto found = seen_.find(value); found != seen_.end()) return found->second;
  ConceptSet all;
  std::string joined;
  for (size_t start = 0; start < value.size();) {
    size_t end = std::min(value.find_first_of(" \t\r\n\f", start), value.size());
    std::vector<std::string> words = words_of_name(value.substr(start, end - start));
    for (size_t first = 0; first < words.size(); ++first) {
      joined.clear();
      for (size_t last = first; last < std::min(first + kMostJoined, words.size()); ++last) {
        if (last > first) joined += ' ';
        joined += words[last];
        if (auto which = knowledge_.class_concept(joined)) all.add(*which);
      }
    }
    start = end + 1;
  }
  seen_.emplace(value, all);
  return all;
}

ConceptSet ClassReader::concepts(const HtmlTree& tree, const HtmlNode& element) {
  ConceptSet all;
  for (const HtmlAttribute& attribute : tree.attributes(element)) {
    if (names_parts(attribute.name)) all = all | of_value(attribute.value);
  }
  return all;
}

}  // namespace sumario::page
