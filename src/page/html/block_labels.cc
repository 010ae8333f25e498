#include "page/html/block_labels.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "page/html/told_body.h"
#include "page/text/words.h"

namespace sumario::page {
namespace {

constexpr uint32_t kSubheadWords = 30;
constexpr uint32_t kCaptionWords = 120;
constexpr uint32_t kBylineWords = 40;
constexpr uint32_t kPhraseWords = 25;  // longest block that a phrase at its start can take away
constexpr uint32_t kStandfirstWords = 5;
constexpr double kAllLinked = 0.8;
constexpr size_t kDescribedLetters = 40;  // of a standfirst that the page's description repeats
constexpr double kArticleShare = 0.2;     // of the prose: so much makes an <article> the article
constexpr double kMainMake = 0.1;
constexpr double kAfterEnd = 0.1;
constexpr double kListLinked = 0.6;

bool is_heading(Tag tag) { return tag >= Tag::kH1 && tag <= Tag::kH6; }

// The letters of the page's description of its article.
std::string description_of(const HtmlTree& tree) {
  for (const HtmlNode& node : tree.nodes()) {
    if (node.tag != Tag::kMeta) continue;
    auto name = tree.attribute(node, "name");
    if (!name) name = tree.attribute(node, "property");
    auto content = tree.attribute(node, "content");
    if (content && name && (*name == "description" || *name == "og:description"))
      return letters_of(content->substr(0, 2000));
  }
  return {};
}

class Labeller {
 public:
  Labeller(const HtmlTree& tree, const PageBlocks& page, const PageStructure& structure, const PageHints& hints,
           const PageKnowledge& knowledge)
      : tree_(tree),
        page_(page),
        structure_(structure),
        hints_(hints),
        knowledge_(knowledge),
        labels_(page.blocks.size()) {}

  Labels run() {
    find_region();
    for (size_t i = first_; i < end_; ++i) labels_[i] = of_block(blocks()[i]);
    settle_lists();
    end_at_other_stories();
    find_end();
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
    find_headline(prose);
    if (headline_ == blocks().size()) return;
    if (headline_ >= first_) first_ = headline_ + 1;
    end_at_own_article();
    end_at_next_headline(prose);
  }

  // The last heading before the first paragraph that says the title, or else the last <h1>.
  void find_headline(size_t prose) {
    headline_ = blocks().size();
    std::string title = hints_.title ? letters_of(*hints_.title) : std::string();
    for (size_t i = 0; i < prose; ++i) {
      if (blocks()[i].tag == Tag::kH1) headline_ = i;
    }
    for (size_t i = 0; i < prose && !title.empty(); ++i) {
      if (blocks()[i].words < 3 || blocks()[i].words > kSubheadWords) continue;
      std::string own = letters_of(page_.text_of(blocks()[i]));
      if (own.size() * 2 > title.size() && title.find(own) != std::string::npos) headline_ = i;
    }
  }

  // Where the headline stands in an <article> with prose, the article is that.
  void end_at_own_article() {
    uint32_t node = blocks()[headline_].node;
    while (node != 0 && tree_[node].tag != Tag::kArticle) node = tree_[node].parent;
    if (node == 0 || structure_.prose(node) < kArticleShare * structure_.prose(structure_.container())) return;
    while (end_ > first_ && blocks()[end_ - 1].node >= tree_[node].end) --end_;
  }

  // Another headline of the same kind begins another article.
  void end_at_next_headline(size_t prose) {
    const HtmlNode& own = tree_[blocks()[headline_].node];
    auto name = tree_.attribute(own, "class");
    for (size_t i = prose; i < end_; ++i) {
      const HtmlNode& node = tree_[blocks()[i].node];
      if (node.tag != own.tag || !is_heading(own.tag) || tree_.attribute(node, "class") != name) continue;
      if (own.tag != Tag::kH1 && !name) continue;
      end_ = i;
    }
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
    std::string description = description_of(tree_);
    for (size_t i = from; i < body; ++i) {
      const PageBlock& block = blocks()[i];
      ConceptSet around = structure_.concepts(block.node);
      if (block.words < kStandfirstWords || around.has(ClassConcept::kCaption) || around.has(ClassConcept::kCredit))
        continue;
      if (structure_.within(block.node, Around::kFigure)) continue;
      bool described = description.starts_with(letters_of(page_.text_of(block)).substr(0, kDescribedLetters));
      bool named = around.has(ClassConcept::kStandfirst) || (block.tag == Tag::kH2 && i <= from + 1) ||
                   (block.prose && !around.has(ClassConcept::kByline));
      if (described || (named && !around.foreign() && !wording(block))) labels_[i] = BlockRole::kStandfirst;
    }
    if (body < end_ && structure_.concepts(blocks()[body].node).has(ClassConcept::kStandfirst))
      labels_[body] = BlockRole::kStandfirst;
  }

  // Paragraphs of one article are made alike: what kind of element within what kind of element.
  size_t make_of(const PageBlock& block) const {
    auto name = [&](uint32_t node) {
      std::hash<std::string_view> hash;
      return hash(tree_[node].text) * 31 + hash(tree_.attribute(tree_[node], "class").value_or(""));
    };
    return name(block.node) * 131 + name(tree_[block.node].parent);
  }

  // The makes that bear much of the article.
  std::unordered_set<size_t> main_makes() const {
    std::unordered_map<size_t, double> words;
    double all = 0;
    for (size_t i = first_; i < end_; ++i) {
      if (labels_[i] != BlockRole::kBody || !blocks()[i].prose) continue;
      words[make_of(blocks()[i])] += blocks()[i].words;
      all += blocks()[i].words;
    }
    std::unordered_set<size_t> main;
    for (const auto& [make, count] : words) {
      if (count >= kMainMake * all) main.insert(make);
    }
    return main;
  }

  // A heading of other stories ends the article when little of the article's kind follows.
  void end_at_other_stories() {
    double after = 0, all = 0;
    for (size_t i = first_; i < end_; ++i) {
      if (labels_[i] == BlockRole::kBody) all += blocks()[i].words;
    }
    for (size_t i = end_; i-- > first_;) {
      if (labels_[i] == BlockRole::kBody) after += blocks()[i].words;
      if (after > kAfterEnd * all) return;
      if (blocks()[i].words <= kPhraseWords &&
          knowledge_.match(words_in(page_.text, blocks()[i].range), PhrasePlace::kRest))
        end_ = i;
    }
  }

  // Takes off what stands behind the last paragraph made like the others, and notes in italics.
  void find_end() {
    auto main = main_makes();
    for (; end_ > first_; --end_) {
      const PageBlock& block = blocks()[end_ - 1];
      if (!labels_[end_ - 1] || !is_own(*labels_[end_ - 1])) continue;
      if (labels_[end_ - 1] != BlockRole::kBody) return;
      bool note = block.words >= 4 && block.strong_words >= kAllLinked * block.words;
      if (note) continue;
      if (main.empty() || main.contains(make_of(block))) return;
    }
  }

  // From the first to the last block of the article's own.
  void trim() {
    size_t begin = labels_.size(), end = 0;
    for (size_t i = 0; i < end_; ++i) {
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
  const PageHints& hints_;
  const PageKnowledge& knowledge_;
  Labels labels_;
  size_t first_ = 0, end_ = 0;  // of the region
  size_t headline_ = 0;         // blocks().size() for none
};

}  // namespace

Labels label_blocks(const HtmlTree& tree, const PageBlocks& page, const PageStructure& structure,
                    const PageHints& hints, const PageKnowledge& knowledge) {
  return Labeller(tree, page, structure, hints, knowledge).run();
}

}  // namespace sumario::page
