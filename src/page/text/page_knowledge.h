// What the page stage knows of wording: the text files of knowledge/page.
#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/result.h"
#include "page/text/metadata_words.h"
#include "page/text/words.h"
#include "record/article.h"

namespace sumario::page {

enum class PhrasePlace { kLine, kLineStart, kSentenceStart, kSentence, kRest };

// What a label before a date says of it.
enum class DateLabel { kPublished, kUpdated, kOther };

// What a page's makers call a part of it (classes.txt). From kPromo on: what is not the article's own text.
enum class ClassConcept : uint8_t {
  kBody,
  kHeadline,
  kStandfirst,
  kCaption,
  kCredit,
  kByline,
  kPromo,
  kComments,
  kShare,
  kNavigation,
  kAdvert,
  kFooter,
  kSidebar,
  kBiography,
  kTags,
  kNotice,
  kUnseen,
};

// A phrase of boilerplate.txt.
struct Phrase {
  std::vector<std::string> words;  // folded; "*", "9", "9999" and "©" as that file says; "word:" needs a colon
  PhrasePlace place = PhrasePlace::kLine;
  ResidueWhy why = ResidueWhy::kBoilerplate;
};

struct PhraseMatch {
  ResidueWhy why = ResidueWhy::kBoilerplate;
  size_t words = 0;  // how many of the words it takes
};

// Immutable after loading; one const object serves all threads.
class PageKnowledge {
 public:
  // Reads boilerplate.txt, menus.txt, unfinished.txt, abbreviations.txt, pointing.txt, date_labels.txt,
  // stopwords.txt, classes.txt and the files of MetadataWords of `knowledge`/page. Errors: the files' own; kDamaged for
  // a line that cannot be understood and for a duplicate, naming file and line.
  static Result<PageKnowledge> load(const std::filesystem::path& knowledge);

  // The first phrase for `place` that fits `words` from its first word on (kLine, kRest: all of them).
  std::optional<PhraseMatch> match(std::span<const Word> words, PhrasePlace place) const;

  bool is_menu_entry(std::span<const Word> words) const;
  bool is_unfinished(std::string_view folded_word) const { return unfinished_.contains(std::string(folded_word)); }
  bool is_abbreviation(std::string_view folded_word) const { return abbreviations_.contains(std::string(folded_word)); }
  // The languages of which the word is one of the commonest; empty for other words.
  std::span<const std::string> languages_of(std::string_view folded_word) const;
  bool is_stop_word(std::string_view folded_word) const;  // of English
  bool points_back(std::string_view folded_word) const { return pointing_.contains(std::string(folded_word)); }
  std::optional<DateLabel> date_label(std::string_view folded_word) const;
  // Of one or more lower-case words with single spaces between them.
  std::optional<ClassConcept> class_concept(std::string_view words) const;

  const MetadataWords& metadata() const { return metadata_; }

 private:
  struct Hash {
    using is_transparent = void;
    size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };
  MetadataWords metadata_;
  std::unordered_map<std::string, std::vector<Phrase>> phrases_;  // by first word; "*" for those that start with any
  std::unordered_set<std::string> menus_, unfinished_, abbreviations_, pointing_;
  std::unordered_map<std::string, DateLabel> date_labels_;
  std::unordered_map<std::string, ClassConcept, Hash, std::equal_to<>> classes_;
  std::unordered_map<std::string, std::vector<std::string>> stop_words_;
};

}  // namespace sumario::page
