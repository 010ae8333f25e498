// Where each part of a page stands in it: what its elements and all around them say, and how much prose they hold.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "page/html/page_blocks.h"

namespace sumario::page {

enum class Around : uint8_t { kFigure, kQuote, kList, kTable, kHeader, kArticle };

// Per node of the tree. Immutable once made.
class PageStructure {
 public:
  PageStructure(const HtmlTree& tree, const PageBlocks& page);

  // The concepts of the element and of all around it, but for those that leave text out (or call it a caption or a
  // byline) of elements that hold much of the page's prose or its headline.
  ConceptSet concepts(uint32_t node) const { return around_[node]; }
  bool within(uint32_t node, Around what) const { return (places_[node] >> static_cast<unsigned>(what) & 1u) != 0; }
  // Words of running text in the element's subtree that nothing around calls foreign.
  double prose(uint32_t node) const { return own_prose_[node]; }
  // The smallest element that holds the article's paragraphs.
  uint32_t container() const { return container_; }

 private:
  void read_elements(const HtmlTree& tree, const PageBlocks& page);
  ConceptSet common_names(const PageBlocks& page) const;
  void find_container(const HtmlTree& tree);

  std::vector<double> prose_;      // in the subtree, whatever it is called
  std::vector<double> own_prose_;  // without foreign parts
  std::vector<ConceptSet> around_;
  std::vector<uint8_t> places_;
  std::vector<bool> holds_headline_;
  uint32_t container_ = 0;
};

}  // namespace sumario::page
