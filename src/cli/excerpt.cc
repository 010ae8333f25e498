#include "cli/excerpt.h"

#include <unicode/brkiter.h>
#include <unicode/filteredbrk.h>
#include <unicode/utext.h>

#include <algorithm>
#include <memory>

#include "base/utf8.h"

namespace sumario::cli {
namespace {

std::unique_ptr<icu::BreakIterator> make_sentences() {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::BreakIterator> plain(
      icu::BreakIterator::createSentenceInstance(icu::Locale::getEnglish(), status));
  std::unique_ptr<icu::FilteredBreakIteratorBuilder> builder(
      icu::FilteredBreakIteratorBuilder::createInstance(icu::Locale::getEnglish(), status));
  if (U_FAILURE(status) || !plain || !builder) return plain;
  std::unique_ptr<icu::BreakIterator> filtered(builder->wrapIteratorWithFilter(plain.release(), status));
  return U_FAILURE(status) ? nullptr : std::move(filtered);
}

// Where sentences of `text` begin, and its end; UTF-8 offsets.
std::vector<uint32_t> sentence_bounds(std::string_view text) {
  static thread_local const std::unique_ptr<icu::BreakIterator> sentences = make_sentences();
  std::vector<uint32_t> bounds = {0};
  // The filter of CLDR's abbreviations works on UTF-16, so offsets are carried over by walking both.
  icu::UnicodeString wide = icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())});
  if (sentences) {
    sentences->setText(wide);
    int32_t units = 0;
    size_t bytes = 0;
    for (int32_t at = sentences->next(); at != icu::BreakIterator::DONE; at = sentences->next()) {
      while (units < at && bytes < text.size()) {
        CodePoint point = code_point_at(text, bytes);
        bytes += point.size;
        units += point.value > 0xFFFF ? 2 : 1;
      }
      bounds.push_back(static_cast<uint32_t>(bytes));
    }
  }
  if (bounds.back() != text.size()) bounds.push_back(static_cast<uint32_t>(text.size()));
  return bounds;
}

// Where the sentences are looked for: the evidence's block, no further than kReach from it, so that many claims in one
// endless block do not cost its length each.
constexpr uint32_t kReach = 2000;

ByteRange surroundings(const Article& article, ByteRange evidence) {
  ByteRange near{evidence.start > kReach ? evidence.start - kReach : 0,
                 static_cast<uint32_t>(std::min<size_t>(evidence.end + size_t{kReach}, article.text.size()))};
  near = {static_cast<uint32_t>(boundary_before(article.text, near.start)),
          static_cast<uint32_t>(boundary_before(article.text, near.end))};
  // Blocks ascend: the last one that begins by the evidence's start is the one that may hold it.
  auto after = std::partition_point(article.blocks.begin(), article.blocks.end(),
                                    [&](const Block& block) { return block.range.start <= evidence.start; });
  if (after == article.blocks.begin() || !std::prev(after)->range.contains(evidence)) return near;
  ByteRange block = std::prev(after)->range;
  return {std::max(block.start, near.start), std::min(block.end, near.end)};
}

ByteRange trimmed(std::string_view text, ByteRange range) {
  auto is_space = [&](uint32_t at) { return text[at] == ' ' || text[at] == '\n' || text[at] == '\t'; };
  while (range.start < range.end && is_space(range.start)) ++range.start;
  while (range.end > range.start && is_space(range.end - 1)) --range.end;
  return range;
}

// At most `limit` bytes around the evidence, cut between words.
ByteRange shortened(std::string_view text, ByteRange sentence, ByteRange evidence, size_t limit) {
  size_t room = limit > evidence.size() ? (limit - evidence.size()) / 2 : 0;
  if (evidence.start - sentence.start > room) {
    std::string_view before = words_of(text, {evidence.start - static_cast<uint32_t>(room), evidence.start});
    size_t space = before.find(' ');
    sentence.start = evidence.start - static_cast<uint32_t>(space == before.npos ? 0 : before.size() - space - 1);
  }
  if (sentence.end - evidence.end > room) {
    std::string_view behind = words_of(text, {evidence.end, evidence.end + static_cast<uint32_t>(room)});
    size_t space = behind.rfind(' ');
    sentence.end = evidence.end + static_cast<uint32_t>(space == behind.npos ? 0 : space);
  }
  return sentence;
}

ByteRange whole_sentence(const Article& article, ByteRange evidence) {
  ByteRange around = surroundings(article, evidence);
  std::vector<uint32_t> bounds = sentence_bounds(words_of(article.text, around));
  ByteRange sentence = evidence;
  for (size_t i = 0; i + 1 < bounds.size(); ++i) {
    ByteRange one{around.start + bounds[i], around.start + bounds[i + 1]};
    if (one.overlaps(evidence)) sentence = hull(sentence, one);
  }
  return hull(trimmed(article.text, sentence), evidence);
}

}  // namespace

ByteRange sentence_around(const Article& article, ByteRange evidence, size_t limit) {
  ByteRange sentence = whole_sentence(article, evidence);
  return sentence.size() > limit ? shortened(article.text, sentence, evidence, limit) : sentence;
}

void add_excerpt(Paragraph& paragraph, const Article& article, ByteRange evidence) {
  ByteRange whole = whole_sentence(article, evidence), shown = whole;
  std::string_view text = article.text;
  if (whole.size() > kLongestExcerpt) shown = shortened(text, whole, evidence, kLongestExcerpt);
  if (shown.start > whole.start) paragraph.add("… ");
  paragraph.add(words_of(text, {shown.start, evidence.start}));
  paragraph.add(words_of(text, evidence), Style::kEvidence);
  paragraph.add(words_of(text, {evidence.end, shown.end}));
  if (shown.end < whole.end) paragraph.add(" …");
}

}  // namespace sumario::cli
