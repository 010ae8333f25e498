#include "page/html/block_labels.h"

#include <algorithm>

#include "page/text/words.h"

namespace sumario::page {
namespace {

constexpr uint32_t kSubheadWords = 30;
constexpr uint32_t kCaptionWords = 120;
constexpr uint32_t kBylineWords = 40;
constexpr uint32_t kPhraseWords = 25;  // longest block that a phrase at its start can take away
constexpr uint32_t kStandfirstWords = 5;
constexpr double kAllLinked = 0.8;
constexpr double kListLinked = 0.6;

bool is_heading(Tag tag) { return tag >= Tag::kH1 && tag <= Tag::kH6; }

// The article's own text, as far as a block alone can tell.
bool is_own(BlockRole role) {
  return role == BlockRole::kBody || role == BlockRole::kList || role == BlockRole::kQuote;
}

class Labeller {
 public:
  Labeller(const HtmlTree& tree, const PageBlocks& page, const PageStructure& structure, const PageKnowledge& knowledge)
      : tree_(tree), page_(page), structure_(structure), knowledge_(knowledge), labels_(page.blocks.size()) {}

  Labels run() {
    find_region();
    for (size_t i = first_; i < end_; ++i) labels_[i] = of_block(blocks()[i]);
    settle_lists();
    settle_subheads();
    find_standfirst();
    trim();
    return std::move(labels_);
  }

 private:
  const std::vector<PageBlock>& blocks() const { return page_.blocks; }

  bool in_container(const PageBlock& block) const {
    uint32_t container = structure_.container();
    return block.node >= container && block.node < tree_[container].end;
  }

  void find_region() {
    first_ = blocks().size();
    for (size_t i = 0; i < blocks().size(); ++i) {
      if (!in_container(blocks()[i])) continue;
      first_ = std::min(first_, i);
      end_ = i + 1;
    }
    size_t prose = first_;
    while (prose < end_ && (!blocks()[prose].prose || structure_.concepts(blocks()[prose].node).foreign())) ++prose;
    headline_ = blocks().size();
    for (size_t i = 0; i < prose; ++i) {
      if (blocks()[i].tag == Tag::kH1) headline_ = i;
    }
    if (headline_ < blocks().size() && headline_ >= first_) first_ = headline_ + 1;
  }

  BlockRole of_block(const PageBlock& block) const {
    ConceptSet around = structure_.concepts(block.node);
    if (around.has(ClassConcept::kCredit) && block.words <= kCaptionWords) return BlockRole::kCredit;
    if (structure_.within(block.node, Around::kFigure) && !structure_.within(block.node, Around::kTable)) {
      return BlockRole::kCaption;
    }
    if (around.has(ClassConcept::kCaption) && block.words <= kCaptionWords) return BlockRole::kCaption;
    if (around.foreign()) return BlockRole::kPromo;
    if (around.has(ClassConcept::kByline) && block.words <= kBylineWords) return BlockRole::kOther;
    if (auto phrase = wording(block)) return *phrase;
    bool linked = block.links > 0 && block.link_words >= kAllLinked * block.words;
    if (is_heading(block.tag)) {
      return linked && block.tag != Tag::kH2 ? BlockRole::kPromo
             : block.words <= kSubheadWords  ? BlockRole::kSubhead
                                             : BlockRole::kBody;
    }
    if (structure_.within(block.node, Around::kList)) return BlockRole::kList;
    if (linked) return BlockRole::kPromo;
    if (structure_.within(block.node, Around::kQuote)) return BlockRole::kQuote;
    if (block.tag == Tag::kP || block.prose || block.sentence) return BlockRole::kBody;
    return structure_.within(block.node, Around::kTable) ? BlockRole::kList : BlockRole::kOther;
  }

  std::optional<BlockRole> wording(const PageBlock& block) const {
    if (block.words > kPhraseWords) return std::nullopt;
    std::vector<Word> words = words_in(page_.text, block.range);
    for (PhrasePlace place : {PhrasePlace::kRest, PhrasePlace::kLine, PhrasePlace::kLineStart}) {
      if (auto match = knowledge_.match(words, place)) {
        return match->why == ResidueWhy::kTeaser ? BlockRole::kPromo : BlockRole::kOther;
      }
    }
    return std::nullopt;
  }

  // Lists of links are other stories.
  void settle_lists() {
    for (size_t i = first_; i < end_;) {
      if (labels_[i] != BlockRole::kList) {
        ++i;
        continue;
      }
      size_t last = i;
      double words = 0, linked = 0;
      for (; last < end_ && labels_[last] == BlockRole::kList; ++last) {
        words += blocks()[last].words;
        linked += blocks()[last].link_words;
      }
      if (linked > kListLinked * words)
        std::fill(labels_.begin() + static_cast<ptrdiff_t>(i), labels_.begin() + static_cast<ptrdiff_t>(last),
                  BlockRole::kPromo);
      i = last;
    }
  }

  // A heading with nothing of the article under it heads something else.
  void settle_subheads() {
    bool content = false;
    for (size_t i = end_; i-- > first_;) {
      if (!labels_[i]) continue;
      if (*labels_[i] == BlockRole::kSubhead) {
        if (!content) labels_[i] = BlockRole::kPromo;
        content = content && i + 1 < end_ && labels_[i + 1] == BlockRole::kSubhead;
      } else if (is_own(*labels_[i])) {
        content = true;
      }
    }
  }

  void find_standfirst() {
    size_t from = headline_ < blocks().size() ? headline_ + 1 : first_;
    size_t body = first_;
    while (body < end_ && !(blocks()[body].prose && labels_[body] == BlockRole::kBody)) ++body;
    for (size_t i = from; i < body; ++i) {
      const PageBlock& block = blocks()[i];
      ConceptSet around = structure_.concepts(block.node);
      bool named = around.has(ClassConcept::kStandfirst) || (block.tag == Tag::kH2 && i <= from + 1);
      if (!named || around.foreign() || around.has(ClassConcept::kCaption) || block.words < kStandfirstWords) continue;
      labels_[i] = BlockRole::kStandfirst;
    }
  }

  // From the first to the last block of the article's own.
  void trim() {
    size_t begin = labels_.size(), end = 0;
    for (size_t i = 0; i < labels_.size(); ++i) {
      if (!labels_[i] || !(is_own(*labels_[i]) || labels_[i] == BlockRole::kStandfirst)) continue;
      begin = std::min(begin, i);
      end = i + 1;
    }
    for (size_t i = 0; i < labels_.size(); ++i) {
      if (i < begin || i >= end) labels_[i].reset();
    }
  }

  const HtmlTree& tree_;
  const PageBlocks& page_;
  const PageStructure& structure_;
  const PageKnowledge& knowledge_;
  Labels labels_;
  size_t first_ = 0, end_ = 0;  // of the region
  size_t headline_ = 0;         // blocks().size() for none
};

}  // namespace

Labels label_blocks(const HtmlTree& tree, const PageBlocks& page, const PageStructure& structure,
                    const PageKnowledge& knowledge) {
  return Labeller(tree, page, structure, knowledge).run();
}

}  // namespace sumario::page
