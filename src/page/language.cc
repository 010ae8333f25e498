#include "page/language.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <map>

#include "base/utf8.h"

namespace sumario::page {
namespace {

constexpr uint32_t kLookedAt = 64 << 10;
constexpr size_t kEnoughWords = 30;
// Shares of words that are stop words: running prose has 35 to 50 %, a table of names a few.
constexpr double kPlainly = 0.15, kHardlyAny = 0.05;
constexpr double kClearlyMore = 1.5;

// More letters of other scripts than of Latin.
bool is_other_script(std::string_view text) {
  size_t latin = 0, other = 0;
  for (size_t at = 0; at < text.size();) {
    CodePoint point = code_point_at(text, at);
    auto c = static_cast<UChar32>(point.value);
    at += point.size;
    if (!u_isalpha(c)) continue;
    UErrorCode status = U_ZERO_ERROR;
    (uscript_getScript(c, &status) == USCRIPT_LATIN ? latin : other) += 1;
  }
  return other > latin;
}

}  // namespace

std::string language_of(std::string_view text, const PageKnowledge& knowledge) {
  text = text.substr(0, boundary_before(text, kLookedAt));
  if (is_other_script(text)) return "und";
  auto words = words_in(text, {0, static_cast<uint32_t>(text.size())});
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
