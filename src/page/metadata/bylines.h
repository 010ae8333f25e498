// The byline on a page: the element that readers see it in.
#pragma once

#include <string>
#include <vector>

#include "page/html/tree.h"
#include "page/text/metadata_words.h"

namespace sumario::page {

struct Byline {
  std::vector<std::string> names;  // empty where no byline is found
  bool beside_heading = false;     // it stands near the page's first <h1>
};

// The page's byline: the first element outside menus, side columns and comments that links with rel="author", or whose
// class, id or role says so (knowledge/page/element_marks.txt), or else a link to an author's page, or a short line
// that begins with a byline's words ("By …") or gives a date and a name beside the heading. Linear.
Byline find_byline(const HtmlTree& tree, const MetadataWords& words);

}  // namespace sumario::page
