// The byline on a page: the element that readers see it in.
#pragma once

#include <string>
#include <vector>

#include "page/html/tree.h"
#include "page/text/metadata_words.h"

namespace sumario::page {

// The names in the page's byline; empty where none is found. It is the first element outside menus, side columns and
// comments that links with rel="author", or whose class, id or role says so (knowledge/page/byline_classes.txt), or
// else a short line that begins with a byline's word ("By …"). Linear.
std::vector<std::string> byline_names(const HtmlTree& tree, const MetadataWords& words);

}  // namespace sumario::page
