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

ByteRange block_around(const Article& article, ByteRange evidence) {
  for (const Block& block : article.blocks)
    if (block.range.contains(evidence)) return block.range;
  ByteRange near{evidence.start > 2000 ? evidence.start - 2000 : 0,
                 static_cast<uint32_t>(std::min<size_t>(evidence.end + size_t{2000}, article.text.size()))};
  return {static_cast<uint32_t>(boundary_before(article.text, near.start)),
          static_cast<uint32_t>(boundary_before(article.text, near.end))};
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
    size_t space = text.find(' ', evidence.start - room);
    sentence.start = static_cast<uint32_t>(
        std::min<size_t>(space == std::string_view::npos ? evidence.start : space + 1, evidence.start));
  }
  if (sentence.end - evidence.end > room) {
    size_t space = text.rfind(' ', evidence.end + room);
    sentence.end =
        static_cast<uint32_t>(std::max<size_t>(space == std::string_view::npos ? evidence.end : space, evidence.end));
  }
  return sentence;
}

}  // namespace

ByteRange sentence_around(const Article& article, ByteRange evidence, size_t limit) {
  ByteRange block = block_around(article, evidence);
  std::vector<uint32_t> bounds = sentence_bounds(words_of(article.text, block));
  ByteRange sentence = evidence;
  for (size_t i = 0; i + 1 < bounds.size(); ++i) {
    ByteRange one{block.start + bounds[i], block.start + bounds[i + 1]};
    if (one.overlaps(evidence)) sentence = hull(sentence, one);
  }
  sentence = hull(trimmed(article.text, sentence), evidence);
  return sentence.size() > limit ? shortened(article.text, sentence, evidence, limit) : sentence;
}

void add_excerpt(Paragraph& paragraph, const Article& article, ByteRange evidence) {
  ByteRange whole = sentence_around(article, evidence, article.text.size());
  ByteRange shown = sentence_around(article, evidence);
  std::string_view text = article.text;
  if (shown.start > whole.start) paragraph.add("… ");
  paragraph.add(words_of(text, {shown.start, evidence.start}));
  paragraph.add(words_of(text, evidence), Style::kEvidence);
  paragraph.add(words_of(text, {evidence.end, shown.end}));
  if (shown.end < whole.end) paragraph.add(" …");
}

}  // namespace sumario::cli
