#include "page/metadata/authors.h"

#include <algorithm>
#include <map>

#include "page/metadata/author_names.h"
#include "page/metadata/bylines.h"
#include "page/text/words.h"

namespace sumario::page {
namespace {

int weight_of(Source source) {
  switch (source) {
    case Source::kJsonLd:
      return 6;
    case Source::kMicrodata:
    case Source::kAnalytics:
      return 4;
    case Source::kByline:
    case Source::kMetaTag:
    case Source::kDublinCore:
      return 3;
    default:
      return 2;
  }
}

void add_names(AuthorList& list, std::string_view byline, const OutletNames& outlet, const MetadataWords& words) {
  std::string line = plain_line(byline);
  if (outlet.names_outlet(line)) {  // whole: "The Daily Post & Herald" are not two
    if (std::ranges::count(list.names, line) == 0) list.names.push_back(std::move(line));
    return;
  }
  for (std::string& name : author_names(line, words)) {
    if (list.names.size() < kMostAuthors && std::ranges::count(list.names, name) == 0)
      list.names.push_back(std::move(name));
  }
}

void without_outlet(std::vector<std::string>& names, const OutletNames& outlet) {
  auto own = [&](const std::string& name) { return outlet.names_outlet(name); };
  if (!std::ranges::all_of(names, own)) std::erase_if(names, own);
}

std::optional<AuthorList> of_item(const StructuredData& data, const DataItem& item, const OutletNames& outlet,
                                  const MetadataWords& words) {
  AuthorList list{{}, item.source};
  for (std::string_view property : {"author", "creator"}) {
    for (const DataValue* value : data.values(item, property)) {
      if (list.names.size() >= kMostAuthors) break;
      const DataItem* person = data.item_of(*value);
      auto name = person ? data.text(*person, "name") : std::optional<std::string_view>(value->text);
      if (name) add_names(list, *name, outlet, words);
    }
    if (!list.names.empty()) return list;
  }
  return std::nullopt;
}

bool names_person(const std::vector<std::string>& names, const OutletNames& outlet, const MetadataWords& words) {
  return std::ranges::any_of(
      names, [&](const std::string& name) { return is_like_person(name, words) && !outlet.names_outlet(name); });
}

bool holds(const std::vector<std::string>& all, const std::vector<std::string>& some) {
  return std::ranges::all_of(some, [&](const std::string& name) {
    return std::ranges::any_of(all,
                               [&](const std::string& other) { return comparison_key(other) == comparison_key(name); });
  });
}

// Analytics credit who wrote a text where structured data name helpers beside: the writers alone then.
const AuthorList* writers_among(const AuthorList& all, const std::vector<AuthorList>& lists) {
  auto credited = std::ranges::find(lists, Source::kAnalytics, &AuthorList::source);
  if (credited == lists.end() || credited->names.size() >= all.names.size()) return &all;
  return holds(all.names, credited->names) ? &*credited : &all;
}

// The same for lists that name the same people.
std::string key_of(const std::vector<std::string>& names) {
  std::vector<std::string> keys;
  for (const std::string& name : names) keys.push_back(comparison_key(name));
  std::ranges::sort(keys);
  std::string joined;
  for (const std::string& key : keys) joined += key + "\n";
  return joined;
}

}  // namespace

std::vector<AuthorList> author_lists(const PageFacts& facts, const MainArticle& article, const OutletNames& outlet,
                                     const MetadataWords& words) {
  std::vector<AuthorList> lists;
  if (article.item) {
    if (auto list = of_item(facts.data, *article.item, outlet, words)) lists.push_back(std::move(*list));
  }
  auto list_of = [&](Source source) -> AuthorList& {
    auto found = std::ranges::find(lists, source, &AuthorList::source);
    if (found != lists.end()) return *found;
    return lists.emplace_back(AuthorList{{}, source});
  };
  bool labelled = false;
  for (const MetaTag& tag : facts.tags) {
    if (tag.field == TagField::kAuthor) add_names(list_of(tag.source), tag.value, outlet, words);
    if (tag.field == TagField::kAuthorLabel) labelled = words.byline_word(folded(tag.value)) == BylineWord::kLead;
    if (tag.field == TagField::kAuthorValue && labelled) add_names(list_of(tag.source), tag.value, outlet, words);
  }
  for (AuthorList& list : lists) without_outlet(list.names, outlet);
  std::erase_if(lists, [](const AuthorList& list) { return list.names.empty(); });
  return lists;
}

AuthorList best_authors(const HtmlTree& tree, const std::vector<AuthorList>& lists, const OutletNames& outlet,
                        const MetadataWords& words) {
  std::map<std::string, int> scores;
  for (const AuthorList& list : lists) {
    scores[key_of(list.names)] += weight_of(list.source) + (names_person(list.names, outlet, words) ? 10 : 0);
  }
  const AuthorList* best = nullptr;
  int best_score = 0;
  for (const AuthorList& list : lists) {
    int score = scores[key_of(list.names)];
    if (score > best_score) {
      best = &list;
      best_score = score;
    }
  }
  if (best && names_person(best->names, outlet, words)) return *writers_among(*best, lists);
  Byline seen = find_byline(tree, words);
  AuthorList byline{std::move(seen.names), Source::kByline};
  without_outlet(byline.names, outlet);
  if (!best || (seen.beside_heading && names_person(byline.names, outlet, words))) return byline;
  return *best;
}

}  // namespace sumario::page
