// What a page says of itself: who wrote it, where, when.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "page/html/tree.h"

namespace sumario::page {

// One line each, clean UTF-8.
struct PageMetadata {
  std::optional<std::string> title, outlet, url, language;
  std::optional<std::string> published, updated;  // a day or a moment as day_in_metadata reads it
  std::vector<std::string> authors;
};

// Pure; linear; thread-safe.
PageMetadata page_metadata(const HtmlTree& tree);

}  // namespace sumario::page
