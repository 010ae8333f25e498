// Everything on a page that speaks of the page, gathered in one walk over its tree.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "page/html/tree.h"
#include "page/metadata/candidate.h"
#include "page/metadata/structured_data.h"
#include "page/text/metadata_words.h"

namespace sumario::page {

// A <meta> tag whose meaning is known (knowledge/page/meta_tags.txt).
struct MetaTag {
  TagField field = TagField::kTitle;
  Source source = Source::kMetaTag;
  std::string value;
};

struct PageFacts {
  StructuredData data;
  std::vector<MetaTag> tags;
  std::vector<size_t> headings, subheads, times;   // indices of <h1>, <h2> and <time> elements
  std::optional<std::string> title;                // of <title>
  std::optional<std::string> canonical, language;  // <link rel="canonical">, <html lang>

  // The values of tags that say `field`, in page order.
  std::vector<Candidate> tagged(TagField field) const;
};

// Linear; what is kept is bounded by kItemLimit, kPropertyLimit and kTagLimit.
inline constexpr size_t kTagLimit = 1000;
PageFacts page_facts(const HtmlTree& tree, const MetadataWords& words);

}  // namespace sumario::page
