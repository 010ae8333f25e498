#include "record/names.h"

#include <array>
#include <span>

namespace sumario {
namespace {

// The contract's words for each enumeration, in the order of its values.
template <typename Enum>
struct Words;

template <>
struct Words<BlockRole> {
  static constexpr std::array<std::string_view, 10> kAll = {"title", "standfirst", "body",   "subhead", "list",
                                                            "quote", "caption",    "credit", "promo",   "other"};
};
template <>
struct Words<ResidueWhy> {
  static constexpr std::array<std::string_view, 4> kAll = {"teaser", "footer", "broken", "boilerplate"};
};
template <>
struct Words<PublishedFrom> {
  static constexpr std::array<std::string_view, 4> kAll = {"argument", "metadata", "text", "url"};
};
template <>
struct Words<PageFlag> {
  static constexpr std::array<std::string_view, 6> kAll = {"paywall", "live", "video", "audio", "gallery", "index"};
};
template <>
struct Words<ClaimKind> {
  static constexpr std::array<std::string_view, 7> kAll = {"proceeding", "allegation", "office",  "statement",
                                                           "law",        "action",     "relation"};
};
template <>
struct Words<Modality> {
  static constexpr std::array<std::string_view, 7> kAll = {"asserted", "alleged",   "denied",  "negated",
                                                           "planned",  "requested", "possible"};
};
template <>
struct Words<EntityKind> {
  static constexpr std::array<std::string_view, 7> kAll = {"person", "organisation", "place", "law",
                                                           "group",  "work",         "other"};
};
template <>
struct Words<Gender> {
  static constexpr std::array<std::string_view, 2> kAll = {"female", "male"};
};
template <>
struct Words<MentionForm> {
  static constexpr std::array<std::string_view, 3> kAll = {"name", "pronoun", "nominal"};
};

template <>
struct Words<NoteWhy> {
  static constexpr std::array<std::string_view, 2> kAll = {"long_sentence", "many_names"};
};

template <typename Enum>
constexpr std::string_view word_of(Enum value) {
  return Words<Enum>::kAll[static_cast<size_t>(value)];
}

// The lists above hold as many words as the enumerations have values.
static_assert(word_of(BlockRole::kOther) == "other");
static_assert(word_of(ResidueWhy::kBoilerplate) == "boilerplate");
static_assert(word_of(PublishedFrom::kUrl) == "url");
static_assert(word_of(PageFlag::kIndex) == "index");
static_assert(word_of(ClaimKind::kRelation) == "relation");
static_assert(word_of(Modality::kPossible) == "possible");
static_assert(word_of(EntityKind::kOther) == "other");
static_assert(word_of(Gender::kMale) == "male");
static_assert(word_of(MentionForm::kNominal) == "nominal");
static_assert(word_of(NoteWhy::kManyNames) == "many_names");

}  // namespace

template <typename Enum>
std::optional<Enum> value_named(std::string_view name) {
  const auto& all = Words<Enum>::kAll;
  for (size_t i = 0; i < all.size(); ++i) {
    if (all[i] == name) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

std::string_view name_of(BlockRole value) { return word_of(value); }
std::string_view name_of(ResidueWhy value) { return word_of(value); }
std::string_view name_of(PublishedFrom value) { return word_of(value); }
std::string_view name_of(PageFlag value) { return word_of(value); }
std::string_view name_of(ClaimKind value) { return word_of(value); }
std::string_view name_of(Modality value) { return word_of(value); }
std::string_view name_of(EntityKind value) { return word_of(value); }
std::string_view name_of(Gender value) { return word_of(value); }
std::string_view name_of(MentionForm value) { return word_of(value); }
std::string_view name_of(NoteWhy value) { return word_of(value); }

template std::optional<BlockRole> value_named<BlockRole>(std::string_view name);
template std::optional<ResidueWhy> value_named<ResidueWhy>(std::string_view name);
template std::optional<PublishedFrom> value_named<PublishedFrom>(std::string_view name);
template std::optional<PageFlag> value_named<PageFlag>(std::string_view name);
template std::optional<ClaimKind> value_named<ClaimKind>(std::string_view name);
template std::optional<Modality> value_named<Modality>(std::string_view name);
template std::optional<EntityKind> value_named<EntityKind>(std::string_view name);
template std::optional<Gender> value_named<Gender>(std::string_view name);
template std::optional<MentionForm> value_named<MentionForm>(std::string_view name);
template std::optional<NoteWhy> value_named<NoteWhy>(std::string_view name);

}  // namespace sumario
