#include "page/html/page_structure.h"

#include <array>

namespace sumario::page {
namespace {

constexpr auto kConcepts = static_cast<size_t>(ClassConcept::kUnseen) + 1;
constexpr double kLargePart = 0.4;  // of the page's prose: no part of it is foreign as a whole
constexpr double kAllOfIt = 0.9;
constexpr double kCommonName = 0.3;
constexpr double kMostOfIt = 0.75;  // of an element's prose in one child: the article is within the child

ConceptSet of_tag(Tag tag) {
  ConceptSet set;
  if (tag == Tag::kNav || tag == Tag::kMenu) set.add(ClassConcept::kNavigation);
  if (tag == Tag::kFooter) set.add(ClassConcept::kFooter);
  if (tag == Tag::kAside) set.add(ClassConcept::kSidebar);
  if (tag == Tag::kForm || tag == Tag::kDialog || tag == Tag::kFieldset) set.add(ClassConcept::kNotice);
  if (tag == Tag::kFigcaption || tag == Tag::kCaption) set.add(ClassConcept::kCaption);
  if (tag == Tag::kAddress) set.add(ClassConcept::kByline);
  return set;
}

uint8_t place_of(Tag tag) {
  auto bit = [](Around what) { return static_cast<uint8_t>(1u << static_cast<unsigned>(what)); };
  switch (tag) {
    case Tag::kFigure:
    case Tag::kFigcaption:
      return bit(Around::kFigure);
    case Tag::kBlockquote:
      return bit(Around::kQuote);
    case Tag::kLi:
    case Tag::kDd:
    case Tag::kDt:
      return bit(Around::kList);
    case Tag::kTable:
      return bit(Around::kTable);
    case Tag::kHeader:
      return bit(Around::kHeader);
    case Tag::kArticle:
      return bit(Around::kArticle);
    default:
      return 0;
  }
}

// Sums over subtrees, in place.
void sum_up(const HtmlTree& tree, std::vector<double>& values) {
  for (size_t node = tree.size(); node-- > 1;) values[tree[node].parent] += values[node];
}

}  // namespace

PageStructure::PageStructure(const HtmlTree& tree, const PageBlocks& page)
    : prose_(tree.size()),
      own_prose_(tree.size()),
      around_(tree.size()),
      places_(tree.size()),
      holds_headline_(tree.size()) {
  for (const PageBlock& block : page.blocks) {
    if (block.prose) prose_[block.node] += block.words - block.link_words;
    if (block.tag == Tag::kH1) holds_headline_[block.node] = true;
  }
  sum_up(tree, prose_);
  for (size_t node = tree.size(); node-- > 1;) {
    if (holds_headline_[node]) holds_headline_[tree[node].parent] = true;
  }
  read_elements(tree, page);
  for (const PageBlock& block : page.blocks) {
    bool foreign = around_[block.node].foreign() || around_[block.node].has(ClassConcept::kCaption);
    if (block.prose && !foreign) own_prose_[block.node] += block.words - block.link_words;
  }
  sum_up(tree, own_prose_);
  find_container(tree);
}

void PageStructure::read_elements(const HtmlTree& tree, const PageBlocks& page) {
  const ConceptSet common = common_names(page);
  for (uint32_t node = 0; node < tree.size(); ++node) {
    uint32_t parent = tree[node].parent;
    if (tree[node].tag == Tag::kText) {
      around_[node] = around_[parent];
      continue;
    }
    ConceptSet own = page.concepts[node] | of_tag(tree[node].tag);
    if (tree[node].tag == Tag::kP) own = own.without(common);
    bool large = prose_[node] > kLargePart * prose_[0] || holds_headline_[node] || tree[node].tag == Tag::kBody;
    // Comments may be longer than what they are about.
    bool comments = own.has(ClassConcept::kComments) && !holds_headline_[node] && tree[node].tag != Tag::kBody &&
                    prose_[node] < kAllOfIt * prose_[0];
    if (large && !comments) own = own.of_large();
    around_[node] = around_[parent] | own;
    places_[node] = places_[parent] | place_of(tree[node].tag);
  }
}

// A name that paragraphs with much of the page's prose bear sets nothing apart ("paywall" on each of them).
ConceptSet PageStructure::common_names(const PageBlocks& page) const {
  std::array<double, kConcepts> bearing{};
  for (const PageBlock& block : page.blocks) {
    if (!block.prose) continue;
    for (size_t i = 0; i < kConcepts; ++i) {
      if (page.concepts[block.node].has(static_cast<ClassConcept>(i))) bearing[i] += block.words - block.link_words;
    }
  }
  ConceptSet common;
  for (size_t i = static_cast<size_t>(ClassConcept::kCaption); i < kConcepts; ++i) {
    if (bearing[i] > kCommonName * prose_[0]) common.add(static_cast<ClassConcept>(i));
  }
  return common;
}

void PageStructure::find_container(const HtmlTree& tree) {
  for (;;) {
    uint32_t best = container_;
    for (uint32_t child = container_ + 1; child < tree[container_].end; child = tree[child].end) {
      if (own_prose_[child] > (best == container_ ? 0 : own_prose_[best])) best = child;
    }
    if (best == container_ || own_prose_[best] < kMostOfIt * own_prose_[container_]) return;
    bool is_block = tree[best].tag == Tag::kP;
    if (is_block) return;
    container_ = best;
  }
}

}  // namespace sumario::page
