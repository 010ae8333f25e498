// What a page's markup says its elements are, by the words in their class names.
#pragma once

#include "page/html/tree.h"
#include "page/text/metadata_words.h"

namespace sumario::page {

struct ElementMarks {
  bool byline = false, date = false, other = false;
};

// The marks in one class name, id or path: "article__bylineName" has the parts article, byline and name.
ElementMarks marks_in(std::string_view name, const MetadataWords& words);

// The marks of an element: those of its classes, id, itemprop and test ids, and rel="author".
ElementMarks marks_of(const HtmlTree& tree, const HtmlNode& node, const MetadataWords& words);

}  // namespace sumario::page
