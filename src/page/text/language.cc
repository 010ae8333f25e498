#include "page/text/language.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <vector>

#include "base/utf8.h"

namespace sumario::page {
namespace {

constexpr uint32_t kLookedAt = 64 << 10;
constexpr size_t kEnoughWords = 30;
// Shares of words that are stop words: running prose has 35 to 50 %, a table of names a few.
constexpr double kPlainly = 0.15, kHardlyAny = 0.05;
constexpr double kClearlyMore = 1.5;

struct Letters {
  size_t latin = 0, other = 0;

  void count(std::string_view text) {
    for (size_t at = 0; at < text.size();) {
      CodePoint point = code_point_at(text, at);
      auto c = static_cast<UChar32>(point.value);
      at += point.size;
      if (!u_isalpha(c)) continue;
      UErrorCode status = U_ZERO_ERROR;
      (uscript_getScript(c, &status) == USCRIPT_LATIN ? latin : other) += 1;
    }
  }
};

}  // namespace

std::string language_of(std::string_view text, std::span<const ByteRange> ranges, const PageKnowledge& knowledge) {
  Letters letters;
  std::vector<Word> words;
  uint32_t looked = 0;
  for (ByteRange range : ranges) {
    if (looked >= kLookedAt) break;
    range.end = static_cast<uint32_t>(boundary_before(text, std::min(range.end, range.start + kLookedAt)));
    letters.count(words_of(text, range));
    std::ranges::move(words_in(text, range), std::back_inserter(words));
    looked += range.size();
  }
  if (letters.other > letters.latin) return "und";
  std::map<std::string, size_t> counts{{"en", 0}};
  for (const Word& word : words) {
    for (const std::string& language : knowledge.languages_of(word.folded)) ++counts[language];
  }
  std::string best = "en";
  for (const auto& [language, count] : counts) {
    if (static_cast<double>(count) > kClearlyMore * static_cast<double>(counts["en"]) && count > counts[best]) {
      best = language;
    }
  }
  double share = words.empty() ? 0 : static_cast<double>(counts[best]) / static_cast<double>(words.size());
  if (best != "en") return share >= kPlainly ? best : words.size() < kEnoughWords ? "en" : "und";
  return share < kHardlyAny && words.size() >= kEnoughWords ? "und" : "en";
}

}  // namespace sumario::page
