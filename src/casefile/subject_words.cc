#include <algorithm>

#include "casefile/name_key.h"
#include "casefile/tellings.h"

namespace sumario::casefile {
namespace {

// Shorter words are mostly particles; the stem is the front of the word, which English inflection leaves alone. Two
// words that wrongly meet only keep two steps in one matter, which is the safe side.
constexpr size_t kShortestWord = 4;
constexpr size_t kStem = 4;

}  // namespace

std::set<std::string> subject_words(std::string_view text) {
  std::set<std::string> words;
  std::string key = name_key(text);
  for (std::string_view word : key_words(key))
    if (word.size() >= kShortestWord) words.emplace(word.substr(0, kStem));
  return words;
}

bool words_agree(const std::set<std::string>& a, const std::set<std::string>& b) {
  return std::any_of(a.begin(), a.end(), [&](const std::string& word) { return b.contains(word); });
}

bool words_differ(const std::set<std::string>& a, const std::set<std::string>& b) {
  return !a.empty() && !b.empty() && !words_agree(a, b);
}

}  // namespace sumario::casefile
