#include "page/metadata/page_flags.h"

#include <algorithm>
#include <optional>

#include "page/text/words.h"

namespace sumario::page {
namespace {

std::optional<PageFlag> flag_of(PageKind kind) {
  switch (kind) {
    case PageKind::kLive:
      return PageFlag::kLive;
    case PageKind::kVideo:
      return PageFlag::kVideo;
    case PageKind::kAudio:
      return PageFlag::kAudio;
    case PageKind::kGallery:
      return PageFlag::kGallery;
    case PageKind::kIndex:
      return PageFlag::kIndex;
    case PageKind::kArticle:
    case PageKind::kPage:
    case PageKind::kPaid:
      return std::nullopt;
  }
  return std::nullopt;
}

bool says_no(std::string_view value) {
  std::string word = folded(local_name(value));
  return word == "false" || word == "no" || word == "0";
}

bool is_paid(const PageFacts& facts, const MainArticle& article, const MetadataWords& words) {
  for (const Candidate& tag : facts.tagged(TagField::kAccess)) {
    if (words.page_kind(folded(tag.value)) == PageKind::kPaid) return true;
  }
  auto free = article.item ? facts.data.text(*article.item, "isAccessibleForFree") : std::nullopt;
  return free && says_no(*free);
}

}  // namespace

std::vector<PageFlag> page_flags(const PageFacts& facts, const MainArticle& article, const MetadataWords& words) {
  std::vector<PageFlag> flags;
  auto add = [&](std::optional<PageFlag> flag) {
    if (flag && std::ranges::count(flags, *flag) == 0) flags.push_back(*flag);
  };
  if (is_paid(facts, article, words)) add(PageFlag::kPaywall);
  if (article.item) add(flag_of(article.kind));
  // A live text's parts, and a page that says of itself what its article does not.
  bool is_article = article.item && article.kind == PageKind::kArticle;
  for (const DataItem& item : facts.data.items) {
    if (!item.top) continue;
    for (const std::string& type : item.types) {
      if (words.page_kind(local_name(type)) == PageKind::kLive) add(PageFlag::kLive);
    }
  }
  for (const Candidate& tag : facts.tagged(TagField::kType)) {
    auto kind = words.page_kind(tag.value);
    if (kind && !is_article) add(flag_of(*kind));
  }
  std::ranges::sort(flags);
  return flags;
}

}  // namespace sumario::page
