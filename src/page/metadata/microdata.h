// Microdata (itemscope, itemprop, itemref) as the HTML standard reads it.
#pragma once

#include "page/html/tree.h"
#include "page/metadata/structured_data.h"

namespace sumario::page {

// Adds the page's items, in order. Elements reached by "itemref" are read too, up to as many nodes again as the page
// has; past that, references are left out. Linear.
void add_microdata(const HtmlTree& tree, StructuredData& data);

}  // namespace sumario::page
