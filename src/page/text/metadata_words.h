// What the page stage knows of metadata: names of tags and types, words of bylines, agencies. From knowledge/page.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/result.h"
#include "base/string_map.h"

namespace sumario::page {

enum class TagField : uint8_t {
  kTitle,
  kAuthor,
  kAuthorLabel,
  kAuthorValue,
  kPublished,
  kUpdated,
  kOutlet,
  kAddress,
  kOriginal,
  kType,
  kLanguage,
  kAccess,
};

enum class TagMaker : uint8_t { kOpenGraph, kTwitter, kDublinCore, kAnalytics, kMeta };

// A tag of meta_tags.txt.
struct TagMeaning {
  TagField field = TagField::kTitle;
  TagMaker maker = TagMaker::kMeta;
};

// What a page of a type of schema_types.txt is.
enum class PageKind : uint8_t { kPage, kArticle, kLive, kVideo, kAudio, kGallery, kIndex, kPaid };

enum class BylineWord : uint8_t { kLead, kJoin, kTail, kRole, kBody, kAside, kNobody };

// What an element is, by its class, id or role.
enum class ElementMark : uint8_t { kByline, kDate, kOther };

// Immutable after loading.
class MetadataWords {
 public:
  // Reads meta_tags.txt, schema_types.txt, bylines.txt, element_marks.txt, syndication.txt and agencies.txt of
  // `folder`. Errors as PageKnowledge::load.
  static Result<MetadataWords> load(const std::filesystem::path& folder);

  std::optional<TagMeaning> tag(std::string_view lower_name) const;
  std::optional<PageKind> page_kind(std::string_view type) const;
  // The words must be folded and apart by single spaces.
  std::optional<BylineWord> byline_word(std::string_view words) const;
  bool is_agency(std::string_view words) const { return agencies_.contains(words); }
  // Phrases behind which the original outlet's name stands, with a space at their ends.
  std::span<const std::string> syndication_phrases() const { return syndication_; }
  // What a part of a class name says of its element.
  std::optional<ElementMark> element_mark(std::string_view lower_part) const;

 private:
  StringMap<TagMeaning> tags_;
  StringMap<PageKind> kinds_;
  StringMap<BylineWord> byline_words_;
  using StringSet = std::unordered_set<std::string, StringHash, std::equal_to<>>;
  StringMap<ElementMark> marks_;
  std::vector<std::string> syndication_;
  StringSet agencies_;
};

}  // namespace sumario::page
