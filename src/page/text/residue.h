// Finds what on a page is not the article: menus, footers, teasers of other stories, boilerplate, and sentences that
// lost a part on their way. Nothing of it may be evidence; nothing of the article may be taken for it.
#pragma once

#include <string_view>
#include <vector>

#include "page/text/page_knowledge.h"
#include "record/article.h"

namespace sumario::page {

// The residue of a text, ascending, not overlapping, on code-point boundaries, without white space at its ends. Blocks
// that are residue as a whole get the role kPromo (teasers) or kOther (the rest) unless they are the title. Nearly
// linear; thread-safe.
std::vector<Residue> find_residue(std::string_view text, std::vector<Block>& blocks, const PageKnowledge& knowledge);

}  // namespace sumario::page
