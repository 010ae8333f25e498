#include <algorithm>
#include <span>
#include <unordered_map>

#include "page/text/residue_rules.h"

namespace sumario::page {
namespace {

constexpr size_t kHeadlineWords = 10;  // of a headline glued before a copyright line
constexpr size_t kMostTeasers = 3;     // sentences of other stories before it
constexpr size_t kTailSentences = 3;   // sentences after it
constexpr size_t kFewestOwnSentences = 4;
constexpr double kNewShare = 0.4;  // of a teaser's content words, not used before

std::span<const Word> words_of_sentence(const Line& line, ByteRange sentence) {
  auto begin = std::ranges::lower_bound(line.words, sentence.start, {}, [](const Word& w) { return w.range.start; });
  auto end = std::ranges::lower_bound(line.words, sentence.end, {}, [](const Word& w) { return w.range.start; });
  return {begin, end};
}

// The word at which a copyright notice begins; words.size() for none.
size_t copyright_at(std::span<const Word> words) {
  for (size_t i = 0; i < words.size(); ++i) {
    bool sign = words[i].folded == "©" || words[i].folded == "copyright";
    if (!sign) continue;
    size_t next = i + 1;
    if (next < words.size() && words[next].folded == "©") ++next;
    if (next < words.size() && words[next].folded.size() == 4 && words[next].folded[0] <= '2' &&
        std::ranges::all_of(words[next].folded, [](char c) { return c >= '0' && c <= '9'; })) {
      return i;
    }
  }
  return words.size();
}

// A word of its own meaning, reduced so that "talks" and "talk" meet.
std::string stem(std::string_view folded) {
  std::string word(folded);
  for (std::string_view ending : {"'s", "s"}) {
    if (word.size() > ending.size() + 2 && word.ends_with(ending)) word.resize(word.size() - ending.size());
  }
  return word;
}

bool is_capitalised(std::string_view text, const Word& word) {
  return !starts_lower(text, word.range) && word.folded[0] > '9';
}

// Tells a sentence of another story from one of this: it points back to nothing, brings a name that the article never
// uses, and most of its content words are new.
class Novelty {
 public:
  Novelty(const Page& page, const Line& line, ByteRange own) : page_(page) {
    for (const Word& word : line.words) {
      if (own.contains(word.range)) ++seen_[stem(word.folded)];
    }
  }

  bool is_foreign(std::span<const Word> words) const {
    if (words.size() < 4 || page_.knowledge.points_back(words[0].folded)) return false;
    size_t content = 0, fresh = 0;
    bool new_name = false;
    for (size_t i = 0; i < words.size(); ++i) {
      const Word& word = words[i];
      if (page_.knowledge.is_stop_word(word.folded)) continue;
      bool known = seen_.contains(stem(word.folded));
      bool name = i > 0 && is_capitalised(page_.text, word);
      // A name of more than an abbreviation's length ties the sentence to the article.
      if (name && known && word.folded.size() > 3) return false;
      new_name = new_name || (name && !known);
      ++content;
      if (!known) ++fresh;
    }
    return new_name && content > 0 && static_cast<double>(fresh) >= kNewShare * static_cast<double>(content);
  }

 private:
  const Page& page_;
  std::unordered_map<std::string, int> seen_;
};

void mark_tail(Page& page, const Line& line, size_t footer) {
  const auto& sentences = line.sentences;
  auto words = words_of_sentence(line, sentences[footer]);
  size_t notice = copyright_at(words);
  page.mark({words[notice].range.start, sentences[footer].end}, ResidueWhy::kFooter);
  for (size_t i = footer + 1; i < sentences.size() && i <= footer + kTailSentences; ++i) {
    page.mark(sentences[i], ResidueWhy::kFooter);
  }
  if (notice == 0 || notice > kHeadlineWords) return;
  page.mark({sentences[footer].start, words[notice].range.start}, ResidueWhy::kTeaser);
  for (size_t back = 1; back <= kMostTeasers && footer >= back + kFewestOwnSentences; ++back) {
    ByteRange sentence = sentences[footer - back];
    Novelty novelty(page, line, {line.range.start, sentence.start});
    if (!novelty.is_foreign(words_of_sentence(line, sentence))) return;
    page.mark(sentence, ResidueWhy::kTeaser);
  }
}

}  // namespace

void mark_glued_tail(Page& page) {
  for (Line& line : page.lines) {
    if (line.marked || line.sentences.size() < kFewestOwnSentences) continue;
    for (size_t i = line.sentences.size(); i-- > 1 && i + kTailSentences + 1 > line.sentences.size();) {
      auto words = words_of_sentence(line, line.sentences[i]);
      if (copyright_at(words) < words.size()) mark_tail(page, line, i);
    }
  }
}

}  // namespace sumario::page
