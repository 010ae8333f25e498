#include "page/html/told_body.h"

#include <algorithm>
#include <cstring>

#include "base/utf8.h"
#include "page/html/tree.h"
#include "page/text/decode.h"
#include "page/text/words.h"

namespace sumario::page {
namespace {

constexpr uint32_t kTellingWords = 5;  // shorter blocks may stand in any text
constexpr size_t kMostPlaces = 64;     // that begin alike and are looked at
constexpr double kSamePage = 0.6;      // of the body's letters must stand in the page's blocks
constexpr double kNearlyAll = 0.85;
constexpr size_t kMostLeads = 2;
constexpr double kShownPart = 0.4;     // shown less of it, a page shows a beginning
constexpr size_t kWorthTelling = 600;  // letters of a body that stands for its page

// The text of a value: markup taken out where it has any, paragraphs on lines of their own.
std::string plain_body(std::string_view told) {
  if (told.find("</") == std::string_view::npos && told.find("<br") == std::string_view::npos) return std::string(told);
  auto tree = HtmlTree::parse(told, "articleBody");
  std::string text;
  if (!tree) return text;
  for (const HtmlNode& node : tree->nodes()) {
    if (node.tag == Tag::kText) text += node.text;
    if (node.tag == Tag::kP || node.tag == Tag::kBr || node.tag == Tag::kDiv || node.tag == Tag::kLi) text += '\n';
  }
  return text;
}

// The first eight letters as one number.
uint64_t probe_of(std::string_view letters) {
  uint64_t probe = 0;
  std::memcpy(&probe, letters.data(), sizeof probe);
  return probe;
}

}  // namespace

bool is_own(BlockRole role) {
  return role == BlockRole::kBody || role == BlockRole::kList || role == BlockRole::kQuote;
}

ToldBody::ToldBody(std::string_view told) {
  std::string text = clean_text(plain_body(told.substr(0, boundary_before(told, kToldBytes))));
  for (size_t start = 0; start < text.size();) {
    size_t end = std::min(text.find('\n', start), text.size());
    ByteRange line = trimmed(text, {static_cast<uint32_t>(start), static_cast<uint32_t>(end)});
    if (!line.empty()) paragraphs_.emplace_back(words_of(text, line));
    start = end + 1;
  }
  std::vector<uint32_t> starts;
  letters_ = letters_of(text, &starts);
  for (uint32_t start : starts) {
    if (start + kProbe <= letters_.size()) places_.emplace(probe_of(std::string_view(letters_).substr(start)), start);
  }
  whole_ = told.size() <= kToldBytes && !paragraphs_.empty() && ends_sentence(paragraphs_.back()) &&
           !paragraphs_.back().ends_with("...") && !paragraphs_.back().ends_with("…");
}

bool ToldBody::holds(std::string_view letters) const {
  auto [from, to] = places_.equal_range(probe_of(letters));
  for (size_t tried = 0; from != to && tried < kMostPlaces; ++from, ++tried) {
    if (std::string_view(letters_).substr(from->second, letters.size()) == letters) return true;
  }
  return false;
}

void ToldBody::correct(const PageBlocks& page, Labels& labels) const {
  if (letters_.size() < kWorthTelling || page.blocks.size() > kToldBlocks) return;
  std::vector<bool> held(page.blocks.size());
  size_t first = page.blocks.size(), last = 0, letters = 0, own_letters = 0;
  for (size_t at = 0; at < page.blocks.size(); ++at) {
    if (page.blocks[at].words < kTellingWords) continue;
    std::string own = letters_of(page.text_of(page.blocks[at]));
    if (own.size() < kProbe || !holds(own)) continue;
    held[at] = true;
    letters += own.size();
    if (labels[at]) own_letters += own.size();
    first = std::min(first, at);
    last = at;
  }
  auto part = [&](size_t count) { return static_cast<double>(count) / static_cast<double>(letters_.size()); };
  if (part(letters) < kSamePage) return;
  if (part(own_letters) < kNearlyAll) {
    for (size_t at = first; at <= last; ++at)
      if (held[at] && !labels[at]) labels[at] = BlockRole::kBody;
  }
  size_t leads = 0;  // a standfirst is often told apart from the body
  for (size_t at = first; at-- > 0;) {
    if (labels[at] && is_own(*labels[at]) && ++leads > kMostLeads) labels[at].reset();
  }
  for (size_t at = last + 1; whole_ && at < labels.size(); ++at) labels[at].reset();
}

std::vector<std::string> ToldBody::instead_of(const PageBlocks& page, const Labels& labels) const {
  size_t shown = 0;
  for (size_t at = 0; at < labels.size(); ++at) {
    if (labels[at] && is_own(*labels[at])) shown += page.blocks[at].range.size();
  }
  bool little = static_cast<double>(shown) < kShownPart * static_cast<double>(letters_.size());
  return whole_ && little && letters_.size() >= kWorthTelling ? paragraphs_ : std::vector<std::string>();
}

}  // namespace sumario::page
