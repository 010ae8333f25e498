// Prints what pages say of themselves, a line a page, for the scores in tools/quality/page_metadata.py.
//   page_data KNOWLEDGE_FOLDER data PAGE...        {"items": [...], "tags": [[name, value], ...]}: structured data
//   page_data KNOWLEDGE_FOLDER metadata PAGE...    what is believed, and every candidate of it with its source
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <string>

#include "base/byte_source.h"
#include "base/utf8.h"
#include "page/metadata/authors.h"
#include "page/metadata/bylines.h"
#include "page/metadata/page_metadata.h"
#include "page/metadata/rdfa.h"
#include "page/metadata/times.h"
#include "page/metadata/title.h"
#include "page/text/page_knowledge.h"

namespace {

using namespace sumario;
using namespace sumario::page;
using nlohmann::json;

constexpr int kDeepest = 40;

std::string_view name_of(Source source) {
  constexpr std::string_view kNames[] = {"json-ld",     "microdata", "rdfa",  "open-graph", "twitter",
                                         "dublin-core", "analytics", "meta",  "link",       "byline",
                                         "time",        "heading",   "title", "address"};
  return kNames[static_cast<size_t>(source)];
}

json shown(const StructuredData& data, const DataItem& item, int depth) {
  json properties = json::array();
  for (const DataProperty& property : item.properties) {
    const DataValue& value = property.value;
    json entry = {{"name", property.name}, {"value", value.text}};
    if (value.item != kNoItem && depth < kDeepest) entry["value"] = shown(data, data.items[value.item], depth + 1);
    if (value.is_address) entry["address"] = true;
    if (!value.language.empty()) entry["language"] = value.language;
    if (!value.datatype.empty()) entry["datatype"] = value.datatype;
    properties.push_back(std::move(entry));
  }
  return {
      {"source", name_of(item.source)}, {"types", item.types}, {"id", item.id}, {"properties", std::move(properties)}};
}

json structured(const HtmlTree& tree, const MetadataWords& words) {
  PageFacts facts = page_facts(tree, words);
  bool has_rdfa =
      std::ranges::any_of(facts.data.items, [](const DataItem& item) { return item.source == Source::kRdfa; });
  if (!has_rdfa) add_rdfa(tree, facts.data);
  json items = json::array();
  for (const DataItem& item : facts.data.items) {
    if (item.top) items.push_back(shown(facts.data, item, 0));
  }
  json tags = json::array();
  for (const HtmlNode& node : tree.nodes()) {
    if (node.tag != Tag::kMeta && node.tag != Tag::kLink) continue;
    json attributes = json::object();
    for (const HtmlAttribute& attribute : tree.attributes(node))
      attributes[std::string(attribute.name)] = attribute.value;
    tags.push_back(std::move(attributes));
  }
  return {{"items", std::move(items)}, {"tags", std::move(tags)}};
}

json shown(const std::vector<Candidate>& candidates) {
  json all = json::array();
  for (const Candidate& candidate : candidates) all.push_back({name_of(candidate.source), candidate.value});
  return all;
}

json value_of(const std::optional<Candidate>& candidate) { return candidate ? json(candidate->value) : json(nullptr); }

json metadata(const HtmlTree& tree, const PageKnowledge& knowledge) {
  const MetadataWords& words = knowledge.metadata();
  PageFacts facts = page_facts(tree, words);
  MainArticle article = main_article(facts, words);
  OutletNames outlet(facts, article, std::nullopt);
  TimeCandidates times = time_candidates(tree, facts, article);
  json authors = json::array();
  for (const AuthorList& list : author_lists(facts, article, outlet, words))
    authors.push_back({name_of(list.source), list.names});
  authors.push_back({name_of(Source::kByline), find_byline(tree, words).names});
  PageMetadata believed = page_metadata(tree, std::nullopt, knowledge);
  json candidates = {
      {"title", shown(title_candidates(tree, facts, article, outlet))},
      {"published", shown(times.published)},
      {"updated", shown(times.updated)},
      {"authors", std::move(authors)},
  };
  return {{"title", value_of(believed.title)},         {"authors", believed.authors},
          {"published", value_of(believed.published)}, {"updated", value_of(believed.updated)},
          {"outlet", value_of(believed.outlet)},       {"url", value_of(believed.url)},
          {"candidates", std::move(candidates)}};
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) {
    fmt::print(stderr, "usage: page_data KNOWLEDGE_FOLDER data|metadata PAGE...\n");
    return 2;
  }
  auto knowledge = PageKnowledge::load(argv[1]);
  if (!knowledge) {
    fmt::print(stderr, "{}\n", knowledge.error().message);
    return 3;
  }
  for (int i = 3; i < argc; ++i) {
    auto bytes = read_file(argv[i], size_t{64} << 20);
    auto tree = bytes ? HtmlTree::parse(repair_utf8(*bytes), argv[i]) : tl::unexpected(std::move(bytes.error()));
    if (!tree) {
      fmt::print("null\n");
      continue;
    }
    json line =
        std::string_view(argv[2]) == "data" ? structured(*tree, knowledge->metadata()) : metadata(*tree, *knowledge);
    fmt::print("{}\n", line.dump(-1, ' ', false, json::error_handler_t::replace));
  }
  return 0;
}
