#include "page/text/metadata_words.h"

#include <fmt/format.h>

#include <utility>

#include "page/text/knowledge_file.h"

namespace sumario::page {
namespace {

template <typename Value>
using Named = std::pair<std::string_view, Value>;

constexpr Named<TagField> kFields[] = {{"title", TagField::kTitle},
                                       {"author", TagField::kAuthor},
                                       {"author-label", TagField::kAuthorLabel},
                                       {"author-value", TagField::kAuthorValue},
                                       {"published", TagField::kPublished},
                                       {"updated", TagField::kUpdated},
                                       {"outlet", TagField::kOutlet},
                                       {"address", TagField::kAddress},
                                       {"original", TagField::kOriginal},
                                       {"type", TagField::kType},
                                       {"language", TagField::kLanguage},
                                       {"access", TagField::kAccess}};
constexpr Named<TagMaker> kMakers[] = {{"open-graph", TagMaker::kOpenGraph},
                                       {"twitter", TagMaker::kTwitter},
                                       {"dublin-core", TagMaker::kDublinCore},
                                       {"analytics", TagMaker::kAnalytics},
                                       {"meta", TagMaker::kMeta}};
constexpr Named<PageKind> kKinds[] = {{"page", PageKind::kPage},   {"article", PageKind::kArticle},
                                      {"live", PageKind::kLive},   {"video", PageKind::kVideo},
                                      {"audio", PageKind::kAudio}, {"gallery", PageKind::kGallery},
                                      {"index", PageKind::kIndex}, {"paid", PageKind::kPaid}};
constexpr Named<BylineWord> kBylineWords[] = {{"lead", BylineWord::kLead},    {"join", BylineWord::kJoin},
                                              {"tail", BylineWord::kTail},    {"role", BylineWord::kRole},
                                              {"body", BylineWord::kBody},    {"aside", BylineWord::kAside},
                                              {"nobody", BylineWord::kNobody}};
constexpr Named<ElementMark> kMarks[] = {
    {"byline", ElementMark::kByline}, {"date", ElementMark::kDate}, {"other", ElementMark::kOther}};

template <typename Value, size_t N>
Result<Value> value_in(const Named<Value> (&names)[N], const KnowledgeEntry& entry, size_t field) {
  for (const auto& [name, value] : names) {
    if (name == entry.fields[field]) return value;
  }
  return fail(ErrorCode::kDamaged, fmt::format("{}: '{}' is not known here", entry.place, entry.fields[field]));
}

// Reads a file of `fields` fields and hands each entry to `take`, which may refuse it.
template <typename Take>
std::optional<Error> read_entries(const std::filesystem::path& path, size_t fields, Take take) {
  auto entries = knowledge_entries(path, fields);
  if (!entries) return std::move(entries.error());
  for (const KnowledgeEntry& entry : *entries) {
    if (std::optional<Error> error = take(entry)) return error;
  }
  return std::nullopt;
}

template <typename Value, size_t N>
auto into(StringMap<Value>& map, const Named<Value> (&names)[N]) {
  return [&map, &names](const KnowledgeEntry& entry) -> std::optional<Error> {
    auto value = value_in(names, entry, 1);
    if (!value) return std::move(value.error());
    map.emplace(entry.fields[0], *value);
    return std::nullopt;
  };
}

}  // namespace

Result<MetadataWords> MetadataWords::load(const std::filesystem::path& folder) {
  MetadataWords words;
  auto tag = [&](const KnowledgeEntry& entry) -> std::optional<Error> {
    auto field = value_in(kFields, entry, 1);
    if (!field) return std::move(field.error());
    auto maker = value_in(kMakers, entry, 2);
    if (!maker) return std::move(maker.error());
    words.tags_.emplace(entry.fields[0], TagMeaning{*field, *maker});
    return std::nullopt;
  };
  auto agency = [&](const KnowledgeEntry& entry) -> std::optional<Error> {
    words.agencies_.insert(entry.fields[0]);
    return std::nullopt;
  };
  std::optional<Error> error = read_entries(folder / "meta_tags.txt", 3, tag);
  if (!error) error = read_entries(folder / "schema_types.txt", 2, into(words.kinds_, kKinds));
  if (!error) error = read_entries(folder / "bylines.txt", 2, into(words.byline_words_, kBylineWords));
  if (!error) error = read_entries(folder / "element_marks.txt", 2, into(words.marks_, kMarks));
  if (!error) error = read_entries(folder / "agencies.txt", 1, agency);
  auto phrase = [&](const KnowledgeEntry& entry) -> std::optional<Error> {
    words.syndication_.push_back(entry.fields[0] + " ");
    return std::nullopt;
  };
  if (!error) error = read_entries(folder / "syndication.txt", 1, phrase);
  if (error) return tl::unexpected(std::move(*error));
  return words;
}

std::optional<TagMeaning> MetadataWords::tag(std::string_view lower_name) const {
  auto found = tags_.find(lower_name);
  return found == tags_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<PageKind> MetadataWords::page_kind(std::string_view type) const {
  auto found = kinds_.find(type);
  return found == kinds_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<BylineWord> MetadataWords::byline_word(std::string_view words) const {
  auto found = byline_words_.find(words);
  return found == byline_words_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<ElementMark> MetadataWords::element_mark(std::string_view lower_part) const {
  auto found = marks_.find(lower_part);
  return found == marks_.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace sumario::page
