#include "page/metadata/main_article.h"

#include "base/utf8.h"
#include "page/metadata/element_text.h"
#include "page/text/words.h"

namespace sumario::page {
namespace {

// How much each sign counts that an item is the page's article.
constexpr int kAgrees = 4, kNested = -3, kTells = 1;

int weight_of(PageKind kind) {
  switch (kind) {
    case PageKind::kArticle:
    case PageKind::kLive:
      return 6;
    case PageKind::kVideo:
    case PageKind::kAudio:
    case PageKind::kGallery:
      return 3;
    case PageKind::kPage:
      return 2;
    case PageKind::kIndex:
      return 1;
    case PageKind::kPaid:
      break;
  }
  return 0;
}

// An address without scheme, query, fragment and last slash.
std::string_view bare_address(std::string_view address) {
  size_t scheme = address.find("//");
  if (scheme != std::string_view::npos) address.remove_prefix(scheme + 2);
  address = address.substr(0, address.find_first_of("?#"));
  if (address.starts_with("www.")) address.remove_prefix(4);
  while (address.ends_with('/')) address.remove_suffix(1);
  return address;
}

struct PageNames {
  std::vector<std::string> titles;
  std::vector<std::string> addresses;
};

PageNames names_of(const PageFacts& facts) {
  PageNames names;
  for (const Candidate& title : facts.tagged(TagField::kTitle)) names.titles.push_back(comparison_key(title.value));
  if (facts.title) names.titles.push_back(comparison_key(*facts.title));
  for (const Candidate& url : facts.tagged(TagField::kAddress)) names.addresses.emplace_back(bare_address(url.value));
  if (facts.canonical) names.addresses.emplace_back(bare_address(*facts.canonical));
  return names;
}

bool agrees_in_title(std::string_view headline, const PageNames& names) {
  std::string key = comparison_key(headline);
  if (key.empty()) return false;
  for (const std::string& title : names.titles) {
    if (title.find(key) != std::string::npos) return true;
  }
  return false;
}

bool agrees_in_address(std::string_view address, const PageNames& names) {
  std::string_view bare = bare_address(address);
  for (const std::string& own : names.addresses) {
    if (own == bare && bare.find('/') != std::string_view::npos) return true;
  }
  return false;
}

int score(const StructuredData& data, const DataItem& item, PageKind kind, const PageNames& names) {
  int sum = weight_of(kind) + (item.top ? 0 : kNested);
  auto headline = data.text(item, "headline");
  if (!headline) headline = data.text(item, "name");
  if (headline) sum += kTells + (agrees_in_title(*headline, names) ? kAgrees : 0);
  if (data.text(item, "author")) sum += kTells;
  if (data.text(item, "datePublished")) sum += kTells;
  bool at_home = agrees_in_address(item.id, names);
  for (std::string_view name : {"url", "mainEntityOfPage"}) {
    for (const DataValue* value : data.values(item, name)) {
      const DataItem* inner = data.item_of(*value);
      at_home |= agrees_in_address(inner ? std::string_view(inner->id) : value->text, names);
    }
  }
  return sum + (at_home ? kAgrees : 0);
}

}  // namespace

MainArticle main_article(const PageFacts& facts, const MetadataWords& words) {
  constexpr size_t kMostLookedAt = 500;
  const PageNames names = names_of(facts);
  MainArticle best;
  int best_score = 0;
  size_t looked_at = 0;
  for (const DataItem& item : facts.data.items) {
    std::optional<PageKind> kind;
    for (const std::string& type : item.types) {
      auto of_type = words.page_kind(local_name(type));
      if (of_type && (!kind || weight_of(*of_type) > weight_of(*kind))) kind = of_type;
    }
    if (!kind || ++looked_at > kMostLookedAt) continue;
    int of_item = score(facts.data, item, *kind, names);
    if (of_item > best_score) {
      best = {&item, *kind};
      best_score = of_item;
    }
  }
  return best;
}

std::string plain_line(std::string_view value) {
  if (value.find_first_of("<&") != std::string_view::npos) {
    auto tree = HtmlTree::parse(value, "");
    if (tree) return element_text(*tree, 0);
  }
  return one_line(value);
}

std::string comparison_key(std::string_view value) {
  std::string key;
  for (size_t at = 0; at < value.size();) {
    CodePoint point = code_point_at(value, at);
    switch (point.value) {
      case 0x2018:
      case 0x2019:
      case 0x201A:
      case 0x0060:
      case 0x00B4:
        key += '\'';
        break;
      case 0x201C:
      case 0x201D:
      case 0x201E:
      case 0x00AB:
      case 0x00BB:
        key += '"';
        break;
      case 0x2010:
      case 0x2011:
      case 0x2013:
      case 0x2014:
        key += '-';
        break;
      case 0x00AD:
        break;
      default:
        key += value.substr(at, point.size);
    }
    at += point.size;
  }
  return folded(one_line(key));
}

}  // namespace sumario::page
