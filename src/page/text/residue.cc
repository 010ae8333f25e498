#include "page/text/residue.h"

#include <algorithm>
#include <tuple>

#include "page/text/residue_rules.h"
#include "page/text/sentences.h"

namespace sumario::page {
namespace {

constexpr size_t kProseWords = 18;

Page page_of(std::string_view text, const std::vector<Block>& blocks, const PageKnowledge& knowledge) {
  Page page{text, {}, knowledge, {}};
  page.lines.reserve(blocks.size());
  for (const Block& block : blocks) {
    Line line;
    line.range = block.range;
    line.role = block.role;
    line.words = words_in(text, block.range);
    line.sentences = sentences_in(text, block.range, knowledge);
    line.ends_sentence = ends_sentence(words_of(text, block.range));
    line.prose = line.words.size() >= kProseWords && (line.ends_sentence || line.sentences.size() > 1);
    page.lines.push_back(std::move(line));
  }
  return page;
}

// Ascending, without overlap (the earlier, and then the longer one wins), neighbours of one kind made one.
std::vector<Residue> in_order(std::string_view text, std::vector<Residue> found) {
  std::ranges::sort(found, [](const Residue& a, const Residue& b) {
    return std::tuple(a.range.start, b.range.end, a.why) < std::tuple(b.range.start, a.range.end, b.why);
  });
  std::vector<Residue> ordered;
  for (Residue residue : found) {
    if (!ordered.empty()) residue.range.start = std::max(residue.range.start, ordered.back().range.end);
    if (residue.range.start >= residue.range.end) continue;
    residue.range = trimmed(text, residue.range);
    if (residue.range.empty()) continue;
    if (!ordered.empty() && ordered.back().why == residue.why &&
        trimmed(text, {ordered.back().range.end, residue.range.start}).empty()) {
      ordered.back().range.end = residue.range.end;
    } else {
      ordered.push_back(residue);
    }
  }
  return ordered;
}

void set_roles(const std::vector<Residue>& residue, std::vector<Block>& blocks) {
  size_t at = 0;
  for (Block& block : blocks) {
    while (at < residue.size() && residue[at].range.end <= block.range.start) ++at;
    if (at == residue.size()) return;
    if (block.role == BlockRole::kTitle || !residue[at].range.contains(block.range)) continue;
    block.role = residue[at].why == ResidueWhy::kTeaser ? BlockRole::kPromo : BlockRole::kOther;
  }
}

}  // namespace

std::vector<Residue> find_residue(std::string_view text, std::vector<Block>& blocks, const PageKnowledge& knowledge) {
  Page page = page_of(text, blocks, knowledge);
  mark_rest(page);
  mark_menus(page);
  mark_wording_of_lines(page);
  mark_contacts(page);
  mark_repeated_title(page);
  mark_ornaments(page);
  mark_capital_teasers(page);
  mark_wording_of_sentences(page);
  mark_broken(page);
  mark_glued_tail(page);
  auto residue = in_order(text, std::move(page.found));
  set_roles(residue, blocks);
  return residue;
}

}  // namespace sumario::page
