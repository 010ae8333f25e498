#include <algorithm>

#include "base/utf8.h"
#include "page/text/residue_rules.h"

namespace sumario::page {
namespace {

constexpr size_t kGluedWords = 30;  // a sentence with more is the article's own
constexpr size_t kFragmentWords = 30;

std::span<const Word> words_of_sentence(const Line& line, ByteRange sentence) {
  auto begin = std::ranges::lower_bound(line.words, sentence.start, {}, [](const Word& w) { return w.range.start; });
  auto end = std::ranges::lower_bound(line.words, sentence.end, {}, [](const Word& w) { return w.range.start; });
  return {begin, end};
}

bool has_quotation(std::string_view sentence) {
  for (std::string_view mark : {"\"", "“", "”", "„", "«", "»", "''"}) {
    if (sentence.find(mark) != std::string_view::npos) return true;
  }
  return false;
}

// What of the sentence is not the article's; empty for nothing. A long sentence is one of the article's with a phrase
// glued before it: the phrase alone goes.
std::optional<Residue> wording(const Page& page, const Line& line, ByteRange sentence) {
  auto words = words_of_sentence(line, sentence);
  if (auto phrase = page.knowledge.match(words, PhrasePlace::kSentenceStart)) {
    if (words.size() > kGluedWords) sentence.end = words[phrase->words - 1].range.end;
    return Residue{sentence, phrase->why};
  }
  if (words.size() > kGluedWords || has_quotation(words_of(page.text, sentence))) return std::nullopt;
  for (size_t at = 0; at < words.size(); ++at) {
    if (auto phrase = page.knowledge.match(words.subspan(at), PhrasePlace::kSentence))
      return Residue{sentence, phrase->why};
  }
  return std::nullopt;
}

// True where a word that cannot end a clause stands before ` .`, ` ,` or ` ;`, or a comma before ` .`: the words
// between them, a link as a rule, are gone. The space is what tells the damage from odd style.
bool lost_words(const Page& page, const Line& line, ByteRange sentence) {
  std::string_view text = page.text;
  auto words = words_of_sentence(line, sentence);
  for (uint32_t at = sentence.start + 1; at < sentence.end; ++at) {
    char mark = text[at];
    if ((mark != '.' && mark != ',' && mark != ';') || text[at - 1] != ' ') continue;
    uint32_t next = at + 1;
    if (next < sentence.end && text[next] != ' ' && text[next] != '\n') continue;   // " .45 calibre"
    if (mark == '.' && next + 1 < sentence.end && text[next + 1] == '.') continue;  // ". . ."
    uint32_t before = at - 1;
    while (before > sentence.start && text[before - 1] == ' ') --before;
    if (before == sentence.start) continue;
    char last = text[before - 1];
    if (last == '.') continue;  // ". . ." again
    if (last == ',' && mark == '.') return true;
    auto word = std::ranges::lower_bound(words, before, {}, [](const Word& w) { return w.range.end; });
    if (word != words.end() && word->range.end == before && page.knowledge.is_unfinished(word->folded) &&
        words_of(text, word->range) == word->folded) {
      return true;  // in small letters: "vitamin A ," is sound
    }
  }
  return false;
}

// A block that begins in the middle of a sentence and does not end it, with sound blocks around: a torn piece.
bool is_fragment(const Page& page, size_t at) {
  const Line& line = page.lines[at];
  auto begins_low = [&](size_t i) { return starts_lower(page.text, page.lines[i].range); };
  if (at == 0 || at + 1 >= page.lines.size() || line.words.size() < 2 || line.words.size() > kFragmentWords)
    return false;
  if (line.ends_sentence || !begins_low(at) || line.role == BlockRole::kList) return false;
  if (begins_low(at - 1) || begins_low(at + 1)) return false;  // a list in small letters
  const Line& before = page.lines[at - 1];
  char last = page.text[before.range.end - 1], own_last = page.text[line.range.end - 1];
  if (last == ':' || last == ';' || last == ',' || own_last == ';' || own_last == ',' || own_last == ':') return false;
  // A product or a person may be written small ("iPhone 14"); a piece of a sentence has its little words.
  auto is_little = [&](const Word& word) {
    return page.knowledge.is_stop_word(word.folded) || page.knowledge.is_unfinished(word.folded);
  };
  if (std::ranges::none_of(line.words, is_little)) return false;
  // A heading above makes it an entry of a table.
  return before.words.size() > 6 && !before.ends_sentence;
}

}  // namespace

void mark_wording_of_sentences(Page& page) {
  for (Line& line : page.lines) {
    if (line.marked || line.role == BlockRole::kTitle) continue;
    for (ByteRange sentence : line.sentences) {
      if (auto residue = wording(page, line, sentence)) page.mark(residue->range, residue->why);
    }
  }
}

void mark_broken(Page& page) {
  for (size_t i = 0; i < page.lines.size(); ++i) {
    Line& line = page.lines[i];
    if (line.role == BlockRole::kTitle) continue;
    if (!line.marked && is_fragment(page, i)) {
      page.mark(line, ResidueWhy::kBroken);
      continue;
    }
    if (line.marked) continue;
    for (ByteRange sentence : line.sentences) {
      if (lost_words(page, line, sentence)) page.mark(sentence, ResidueWhy::kBroken);
    }
  }
}

}  // namespace sumario::page
