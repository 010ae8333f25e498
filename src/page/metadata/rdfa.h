// RDFa 1.1 in HTML (and with it RDFa Lite): about, resource, typeof, property, rel, rev, vocab and prefix.
#pragma once

#include "page/html/tree.h"
#include "page/metadata/structured_data.h"

namespace sumario::page {

// Adds one item a subject, named by its address ("" for the page itself, "_:1" for one without a name) as written, not
// resolved; names of properties and types are expanded by vocabularies and prefixes, also those that every RDFa reader
// knows. Linear; what is taken of literals is bounded by kLiteralLimit.
inline constexpr size_t kLiteralLimit = size_t{8} << 20;
void add_rdfa(const HtmlTree& tree, StructuredData& data);

}  // namespace sumario::page
