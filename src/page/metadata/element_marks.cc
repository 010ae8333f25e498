#include "page/metadata/element_marks.h"

#include <array>

#include "base/ascii.h"
#include "page/metadata/tokens.h"

namespace sumario::page {
namespace {

constexpr size_t kShortestPart = 3, kLongestPart = 16;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool speaks(std::string_view attribute) {
  return attribute == "class" || attribute == "id" || attribute == "itemprop" || attribute == "data-testid" ||
         attribute == "data-qa";
}

}  // namespace

ElementMarks marks_in(std::string_view name, const MetadataWords& words) {
  ElementMarks marks;
  std::array<char, kLongestPart> part;
  size_t size = 0;
  auto end_part = [&] {
    if (size >= kShortestPart && size <= kLongestPart) {
      auto mark = words.element_mark({part.data(), size});
      marks.byline |= mark == ElementMark::kByline;
      marks.date |= mark == ElementMark::kDate;
      marks.other |= mark == ElementMark::kOther;
    }
    size = 0;
  };
  for (size_t i = 0; i < name.size(); ++i) {
    char c = name[i];
    bool upper = c >= 'A' && c <= 'Z';
    if (!is_letter(c) || (upper && i > 0 && name[i - 1] >= 'a' && name[i - 1] <= 'z')) end_part();
    if (!is_letter(c)) continue;
    if (size < kLongestPart) part.at(size) = ascii_lower(c);
    ++size;
  }
  end_part();
  return marks;
}

ElementMarks marks_of(const HtmlTree& tree, const HtmlNode& node, const MetadataWords& words) {
  ElementMarks marks;
  for (const HtmlAttribute& attribute : tree.attributes(node)) {
    if (attribute.name == "rel") {
      for (std::string_view rel : tokens_of(attribute.value)) marks.byline |= rel == "author";
    }
    if (!speaks(attribute.name)) continue;
    for (std::string_view name : tokens_of(attribute.value)) {
      ElementMarks of_name = marks_in(name, words);
      marks.byline |= of_name.byline && !of_name.other && !of_name.date;
      marks.date |= of_name.date;
      marks.other |= of_name.other;
    }
  }
  return marks;
}

}  // namespace sumario::page
