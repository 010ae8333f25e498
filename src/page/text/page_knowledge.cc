#include "page/text/page_knowledge.h"

#include <fmt/format.h>

#include <algorithm>

#include "page/text/knowledge_file.h"
#include "record/names.h"

namespace sumario::page {
namespace {

constexpr size_t kMostStarWords = 6;

std::optional<PhrasePlace> place_named(std::string_view name) {
  if (name == "line") return PhrasePlace::kLine;
  if (name == "line-start") return PhrasePlace::kLineStart;
  if (name == "sentence-start") return PhrasePlace::kSentenceStart;
  if (name == "sentence") return PhrasePlace::kSentence;
  if (name == "rest") return PhrasePlace::kRest;
  return std::nullopt;
}

std::optional<DateLabel> label_named(std::string_view name) {
  if (name == "published") return DateLabel::kPublished;
  if (name == "updated") return DateLabel::kUpdated;
  if (name == "other") return DateLabel::kOther;
  return std::nullopt;
}

std::optional<ClassConcept> concept_named(std::string_view name) {
  constexpr std::string_view kNames[] = {"body",    "headline",  "standfirst", "caption",    "credit", "byline",
                                         "promo",   "comments",  "share",      "navigation", "advert", "footer",
                                         "sidebar", "biography", "tags",       "notice",     "unseen"};
  const auto* found = std::ranges::find(kNames, name);
  if (found == std::end(kNames)) return std::nullopt;
  return static_cast<ClassConcept>(found - std::begin(kNames));
}

std::vector<std::string> split_at_spaces(std::string_view text) {
  std::vector<std::string> parts;
  for (size_t start = 0; start < text.size();) {
    size_t end = std::min(text.find(' ', start), text.size());
    if (end > start) parts.push_back(folded(text.substr(start, end - start)));
    start = end + 1;
  }
  return parts;
}

Result<Phrase> phrase_of(const KnowledgeEntry& entry) {
  auto place = place_named(entry.fields[1]);
  auto why = value_named<ResidueWhy>(entry.fields[2]);
  if (!place) return fail(ErrorCode::kDamaged, fmt::format("{}: '{}' is no place", entry.place, entry.fields[1]));
  if (!why) return fail(ErrorCode::kDamaged, fmt::format("{}: '{}' is no reason", entry.place, entry.fields[2]));
  return Phrase{split_at_spaces(entry.fields[0]), *place, *why};
}

// What kept the words of a file from being added to `into`; empty when they were.
std::optional<Error> load_set(const std::filesystem::path& path, std::unordered_set<std::string>& into) {
  auto entries = knowledge_entries(path, 1);
  if (!entries) return std::move(entries.error());
  for (KnowledgeEntry& entry : *entries) into.insert(std::move(entry.fields[0]));
  return std::nullopt;
}

bool is_number(std::string_view word) {
  return !word.empty() && std::ranges::all_of(word, [](char c) { return c >= '0' && c <= '9'; });
}

bool fits(std::string_view expected, const Word& word) {
  if (expected == "9") return is_number(word.folded);
  if (expected == "9999") return word.folded.size() == 4 && is_number(word.folded) && word.folded[0] <= '2';
  if (expected.size() > 1 && expected.back() == ':') {
    return word.colon_after && word.folded == expected.substr(0, expected.size() - 1);
  }
  return word.folded == expected;
}

// How many words the phrase takes from the first on; `whole`: it must take all.
std::optional<size_t> taken_by(std::span<const std::string> phrase, std::span<const Word> words, bool whole) {
  if (phrase.empty()) return whole && !words.empty() ? std::nullopt : std::optional<size_t>(0);
  if (words.empty()) return std::nullopt;
  bool any = phrase[0] == "*";
  if (!any && !fits(phrase[0], words[0])) return std::nullopt;
  for (size_t first = 1; first <= std::min(any ? kMostStarWords : 1, words.size()); ++first) {
    if (auto rest = taken_by(phrase.subspan(1), words.subspan(first), whole)) return first + *rest;
  }
  return std::nullopt;
}

}  // namespace

Result<PageKnowledge> PageKnowledge::load(const std::filesystem::path& knowledge) {
  const std::filesystem::path folder = knowledge / "page";
  PageKnowledge loaded;
  auto phrases = knowledge_entries(folder / "boilerplate.txt", 3);
  if (!phrases) return tl::unexpected(std::move(phrases.error()));
  for (const KnowledgeEntry& entry : *phrases) {
    auto phrase = phrase_of(entry);
    if (!phrase) return tl::unexpected(std::move(phrase.error()));
    std::string first = phrase->words.front();
    if (first == "9" || first == "9999") first = "*";
    if (first.size() > 1 && first.back() == ':') first.pop_back();
    loaded.phrases_[first].push_back(std::move(*phrase));
  }
  using Set = std::unordered_set<std::string>;
  const std::pair<const char*, Set*> sets[] = {{"menus.txt", &loaded.menus_},
                                               {"unfinished.txt", &loaded.unfinished_},
                                               {"abbreviations.txt", &loaded.abbreviations_},
                                               {"pointing.txt", &loaded.pointing_}};
  for (const auto& [name, into] : sets) {
    if (auto error = load_set(folder / name, *into)) return tl::unexpected(std::move(*error));
  }
  auto labels = knowledge_entries(folder / "date_labels.txt", 2);
  if (!labels) return tl::unexpected(std::move(labels.error()));
  for (const KnowledgeEntry& entry : *labels) {
    auto label = label_named(entry.fields[1]);
    if (!label) return fail(ErrorCode::kDamaged, fmt::format("{}: '{}' is no label", entry.place, entry.fields[1]));
    loaded.date_labels_.emplace(entry.fields[0], *label);
  }
  auto classes = knowledge_entries(folder / "classes.txt", 2);
  if (!classes) return tl::unexpected(std::move(classes.error()));
  for (const KnowledgeEntry& entry : *classes) {
    auto named = concept_named(entry.fields[1]);
    if (!named) return fail(ErrorCode::kDamaged, fmt::format("{}: '{}' is no concept", entry.place, entry.fields[1]));
    loaded.classes_.emplace(entry.fields[0], *named);
  }
  auto stop_words = knowledge_entries(folder / "stopwords.txt", 2);
  if (!stop_words) return tl::unexpected(std::move(stop_words.error()));
  for (const KnowledgeEntry& entry : *stop_words) loaded.stop_words_[entry.fields[0]].push_back(entry.fields[1]);
  auto metadata = MetadataWords::load(folder);
  if (!metadata) return tl::unexpected(std::move(metadata.error()));
  loaded.metadata_ = std::move(*metadata);
  return loaded;
}

std::optional<PhraseMatch> PageKnowledge::match(std::span<const Word> words, PhrasePlace place) const {
  if (words.empty()) return std::nullopt;
  bool whole = place == PhrasePlace::kLine || place == PhrasePlace::kRest;
  auto among = [&](const std::string& first) -> std::optional<PhraseMatch> {
    auto found = phrases_.find(first);
    if (found == phrases_.end()) return std::nullopt;
    for (const Phrase& phrase : found->second) {
      if (phrase.place != place) continue;
      if (auto taken = taken_by(phrase.words, words, whole)) return PhraseMatch{phrase.why, *taken};
    }
    return std::nullopt;
  };
  auto match = among(words[0].folded);
  return match ? match : among("*");
}

bool PageKnowledge::is_menu_entry(std::span<const Word> words) const {
  std::string joined;
  for (const Word& word : words) joined += (joined.empty() ? "" : " ") + word.folded;
  return menus_.contains(joined);
}

std::span<const std::string> PageKnowledge::languages_of(std::string_view folded_word) const {
  auto found = stop_words_.find(std::string(folded_word));
  return found == stop_words_.end() ? std::span<const std::string>() : std::span<const std::string>(found->second);
}

bool PageKnowledge::is_stop_word(std::string_view folded_word) const {
  return std::ranges::count(languages_of(folded_word), "en") > 0;
}

std::optional<ClassConcept> PageKnowledge::class_concept(std::string_view words) const {
  auto found = classes_.find(words);
  return found == classes_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<DateLabel> PageKnowledge::date_label(std::string_view folded_word) const {
  auto found = date_labels_.find(std::string(folded_word));
  return found == date_labels_.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace sumario::page
