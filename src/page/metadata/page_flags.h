// What kind of page it is, where that changes how its text is to be taken.
#pragma once

#include <vector>

#include "page/metadata/main_article.h"
#include "record/article.h"

namespace sumario::page {

// Paywall: the page says that its text is not free to read (schema.org's isAccessibleForFree, or a tag of its tier).
// Live, video, audio, gallery, index: by the type of its article and of the page. In the order of PageFlag, each once.
std::vector<PageFlag> page_flags(const PageFacts& facts, const MainArticle& article, const MetadataWords& words);

}  // namespace sumario::page
