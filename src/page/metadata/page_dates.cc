#include "page/metadata/page_dates.h"

#include <unicode/dtfmtsym.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

#include "base/string_map.h"
#include "page/metadata/element_marks.h"
#include "page/metadata/element_text.h"
#include "page/text/words.h"

namespace sumario::page {
namespace {

constexpr size_t kLongestLine = 160;  // bytes of a line that may be a date line
constexpr size_t kMostLines = 60;     // such lines looked at
constexpr size_t kNodesNear = 60, kNodesFar = 250;
constexpr int kEnough = 3;

const StringMap<unsigned>& months() {
  static const StringMap<unsigned> kMonths = [] {
    StringMap<unsigned> made;
    for (const char* language : {"en", "de", "fr", "es", "it", "pt", "nl", "sv"}) {
      UErrorCode status = U_ZERO_ERROR;
      icu::DateFormatSymbols symbols(icu::Locale(language), status);
      if (U_FAILURE(status)) continue;
      for (auto width : {icu::DateFormatSymbols::WIDE, icu::DateFormatSymbols::ABBREVIATED}) {
        int32_t count = 0;
        const icu::UnicodeString* names = symbols.getMonths(count, icu::DateFormatSymbols::FORMAT, width);
        for (int32_t i = 0; i < count; ++i) {
          std::string name;
          icu::UnicodeString(names[i]).toLower().toUTF8String(name);
          while (name.ends_with('.')) name.pop_back();
          if (name.size() > 2) made.emplace(std::move(name), static_cast<unsigned>(i) + 1);
        }
      }
    }
    return made;
  }();
  return kMonths;
}

std::optional<int> number_in(std::string_view word, size_t least, size_t most) {
  int value = 0;
  if (word.size() < least || word.size() > most) return std::nullopt;
  auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  return error == std::errc() && end == word.data() + word.size() ? std::optional(value) : std::nullopt;
}

std::optional<int> year_in(std::string_view word) {
  auto year = number_in(word, 4, 4);
  return year && *year >= 1990 && *year <= 2100 ? year : std::nullopt;
}

// "19", "19th", "1er".
std::optional<int> day_in(std::string_view word) {
  for (std::string_view ending : {"st", "nd", "rd", "th", "er"}) {
    if (word.size() > 2 && word.ends_with(ending)) word.remove_suffix(2);
  }
  return number_in(word, 1, 2);
}

std::optional<Day> made(std::optional<int> year, unsigned month, std::optional<int> day) {
  if (!year || !day || *day < 1 || month == 0) return std::nullopt;
  return make_day(*year, month, static_cast<unsigned>(*day));
}

unsigned month_in(std::string_view word) {
  auto found = months().find(word);
  return found == months().end() ? 0 : found->second;
}

// The date of the three words from `at` on; `words` without "de" and "of", which stand between them in some languages.
std::optional<Day> date_of(std::string_view line, const std::array<Word, 3>& three) {
  const auto& [a, b, c] = three;
  if (unsigned month = month_in(b.folded)) return made(year_in(c.folded), month, day_in(a.folded));
  if (unsigned month = month_in(a.folded)) return made(year_in(c.folded), month, day_in(b.folded));
  std::string_view first = line.substr(a.range.end, b.range.start - a.range.end);
  std::string_view second = line.substr(b.range.end, c.range.start - b.range.end);
  auto middle = number_in(b.folded, 1, 2);
  if (!middle || *middle < 1) return std::nullopt;
  auto month = static_cast<unsigned>(*middle);
  if (first == "-" && second == "-") {
    std::string_view day = std::string_view(c.folded).substr(0, 2);  // "19t10" of a moment
    return b.folded.size() == 2 ? made(year_in(a.folded), month, number_in(day, 2, 2)) : std::nullopt;
  }
  if (first.starts_with('.') && second.starts_with('.') && first.size() <= 2 && second.size() <= 2) {
    return made(year_in(c.folded), month, number_in(a.folded, 1, 2));
  }
  return std::nullopt;
}

class Finder {
 public:
  Finder(const HtmlTree& tree, const PageKnowledge& knowledge) : tree_(tree), knowledge_(knowledge) {}

  std::optional<Candidate> run() {
    for (size_t at = 0; at < tree_.size() && heading_ == 0; ++at) {
      if (tree_[at].tag == Tag::kH1) heading_ = at;
    }
    std::optional<Day> best;
    int best_score = kEnough - 1;
    size_t looked_at = 0;
    for (size_t at = 0; at < tree_.size() && looked_at < kMostLines; ++at) {
      const HtmlNode& node = tree_[at];
      if (node.tag == Tag::kScript || node.tag == Tag::kStyle || node.tag == Tag::kFooter || node.tag == Tag::kHead) {
        at = node.end - 1;
        continue;
      }
      if (node.tag != Tag::kText || !has_digit(node.text)) continue;
      std::string line = one_line(node.text);
      auto date = line.size() <= kLongestLine ? date_in_line(line) : std::nullopt;
      if (!date) continue;
      ++looked_at;
      int score = score_of(at, line, *date);
      if (score > best_score) {
        best = date->day;
        best_score = score;
      }
    }
    if (!best) return std::nullopt;
    return Candidate{to_string(*best), Source::kByline};
  }

 private:
  static bool has_digit(std::string_view text) { return text.find_first_of("0123456789") != std::string_view::npos; }

  int score_of(size_t at, std::string_view line, const LineDate& date) const {
    int score = 0;
    size_t element = tree_[at].parent;
    for (int up = 0; up < 2; ++up, element = tree_[element].parent) {
      if (!marks_of(tree_, tree_[element], knowledge_.metadata()).date) continue;
      score += 2;
      break;
    }
    if (heading_ > 0) {
      size_t distance = at > heading_ ? at - heading_ : heading_ - at;
      score += distance <= kNodesNear ? 2 : distance <= kNodesFar ? 1 : 0;
    }
    if (date.end - date.start + 12 >= line.size()) ++score;  // little but the date
    for (const Word& word : words_in(line, {0, static_cast<uint32_t>(date.start)})) {
      auto label = knowledge_.date_label(word.folded);
      if (label == DateLabel::kPublished) ++score;
      if (label == DateLabel::kUpdated) score -= 2;
    }
    return score;
  }

  const HtmlTree& tree_;
  const PageKnowledge& knowledge_;
  size_t heading_ = 0;
};

}  // namespace

std::optional<LineDate> date_in_line(std::string_view line) {
  auto words = words_in(line, {0, static_cast<uint32_t>(line.size())});
  std::erase_if(words, [](const Word& word) { return word.folded == "de" || word.folded == "of"; });
  for (size_t at = 0; at + 2 < words.size(); ++at) {
    if (auto day = date_of(line, {words[at], words[at + 1], words[at + 2]})) {
      return LineDate{*day, words[at].range.start, words[at + 2].range.end};
    }
  }
  return std::nullopt;
}

std::optional<Candidate> day_on_page(const HtmlTree& tree, const PageKnowledge& knowledge) {
  return Finder(tree, knowledge).run();
}

}  // namespace sumario::page
