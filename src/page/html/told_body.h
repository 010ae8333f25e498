// The article's body as the page's data tell it (schema.org articleBody): it says which blocks are the article's, where
// it ends, and what it says where the page shows only its beginning.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "page/html/block_labels.h"
#include "page/html/page_blocks.h"

namespace sumario::page {

// How much of a told body is looked at, and of how many blocks.
inline constexpr size_t kToldBytes = size_t{256} << 10;
inline constexpr size_t kToldBlocks = 2000;

class ToldBody {
 public:
  // `told`: the value as it stands in the data; plain text, or text with markup.
  explicit ToldBody(std::string_view told);

  // Takes the labels of the article's own text off blocks before the first and behind the last that the body holds, and
  // gives them to blocks that it holds. Nothing where it holds too few of them to be this page's article, and nothing
  // behind the last where it is only a beginning.
  void correct(const PageBlocks& page, Labels& labels) const;

  // Its paragraphs, where the page's own labelled text is but a small part of it and it is whole; else none.
  std::vector<std::string> instead_of(const PageBlocks& page, const Labels& labels) const;

 private:
  // Whether the letters stand in the body, a word's beginning first. Precondition: kProbe of them or more.
  bool holds(std::string_view letters) const;

  static constexpr size_t kProbe = 8;

  std::vector<std::string> paragraphs_;
  std::string letters_;                               // of all paragraphs: see page/text/words.h
  std::unordered_multimap<uint64_t, size_t> places_;  // of words in letters_, by the kProbe letters there
  bool whole_ = false;                                // ends as a sentence does
};

// A label of the article's own running text.
bool is_own(BlockRole role);

}  // namespace sumario::page
