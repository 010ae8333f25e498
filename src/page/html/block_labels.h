// Which of a page's blocks are the article's, and what each of them is.
#pragma once

#include <optional>
#include <vector>

#include "page/html/page_blocks.h"
#include "page/html/page_structure.h"
#include "page/html/page_text.h"
#include "record/article.h"

namespace sumario::page {

// One entry a block; empty for what is left out: all that stands outside the article.
using Labels = std::vector<std::optional<BlockRole>>;

Labels label_blocks(const HtmlTree& tree, const PageBlocks& page, const PageStructure& structure,
                    const PageHints& hints, const PageKnowledge& knowledge);

}  // namespace sumario::page
