// Everything a page shows, as a flat list of blocks of text in the order of the page.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/byte_range.h"
#include "page/html/class_concepts.h"
#include "page/html/tree.h"

namespace sumario::page {

// A run of text that a browser would set without a break but for line ends: a paragraph, a heading, a list item, or the
// text between two of them.
struct PageBlock {
  ByteRange range;      // into PageBlocks::text
  uint32_t node = 0;    // the innermost block element around it
  Tag tag = Tag::kDiv;  // of that element
  uint32_t words = 0;
  uint32_t link_words = 0;  // of them within links
  uint32_t links = 0;
  uint32_t strong_words = 0;  // set bold or in italics
  bool sentence = false;      // ends as a sentence does
  bool prose = false;         // running text: long enough, not mostly links
};

struct PageBlocks {
  std::string text;                  // the blocks' texts, one after the other; white space as rendered, clean
  std::vector<PageBlock> blocks;     // ascending
  std::vector<ConceptSet> concepts;  // of each node of the tree: its own, not its ancestors'

  std::string_view text_of(const PageBlock& block) const {
    return std::string_view(text).substr(block.range.start, block.range.size());
  }
};

struct Visibility {
  bool styles = true;  // whether inline styles and classes that hide are believed
};

// All visible text of the page, each word once, in order. White space is as rendered: inline elements do not divide
// words, block elements and line ends (kept as "\n", two of them end the block) do. Scripts, forms' controls, embedded
// media and what is hidden show no text. Linear; thread-safe.
PageBlocks page_blocks(const HtmlTree& tree, const PageKnowledge& knowledge, Visibility visibility = {});

}  // namespace sumario::page
