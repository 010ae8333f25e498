#include "page/metadata/page_metadata.h"

#include "page/metadata/authors.h"
#include "page/metadata/origin.h"
#include "page/metadata/outlet.h"
#include "page/metadata/page_dates.h"
#include "page/metadata/page_facts.h"
#include "page/metadata/page_flags.h"
#include "page/metadata/times.h"
#include "page/metadata/title.h"

namespace sumario::page {
namespace {

std::optional<Candidate> address_of(const PageFacts& facts) {
  if (facts.canonical && !host_of(*facts.canonical).empty()) return Candidate{*facts.canonical, Source::kLink};
  for (Candidate& tag : facts.tagged(TagField::kAddress)) {
    if (!host_of(tag.value).empty()) return std::move(tag);
  }
  return std::nullopt;
}

std::optional<Candidate> language_of(const PageFacts& facts) {
  if (facts.language) return Candidate{*facts.language, Source::kMetaTag};
  auto tagged = facts.tagged(TagField::kLanguage);
  return tagged.empty() ? std::nullopt : std::optional(std::move(tagged.front()));
}

}  // namespace

PageMetadata page_metadata(const HtmlTree& tree, std::optional<std::string_view> address,
                           const PageKnowledge& knowledge) {
  const MetadataWords& words = knowledge.metadata();
  const PageFacts facts = page_facts(tree, words);
  const MainArticle article = main_article(facts, words);
  const OutletNames outlet(facts, article, address);
  PageMetadata metadata;
  metadata.title = best_title(title_candidates(tree, facts, article, outlet));
  metadata.outlet = outlet_of(facts, article, address);
  metadata.url = address_of(facts);
  metadata.language = language_of(facts);
  metadata.original_outlet = origin_of(tree, facts, article, outlet, address, words);
  if (article.item) metadata.body = facts.data.text(*article.item, "articleBody");
  metadata.flags = page_flags(facts, article, words);
  TimeCandidates times = time_candidates(tree, facts, article);
  metadata.published = best_time(times.published);
  if (!metadata.published) metadata.published = day_on_page(tree, knowledge);
  metadata.updated = best_time(times.updated);
  AuthorList authors = best_authors(tree, author_lists(facts, article, outlet, words), outlet, words);
  metadata.authors = std::move(authors.names);
  if (!metadata.authors.empty()) metadata.authors_from = authors.source;
  return metadata;
}

}  // namespace sumario::page
