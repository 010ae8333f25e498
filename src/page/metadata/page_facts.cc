#include "page/metadata/page_facts.h"

#include "base/ascii.h"
#include "page/metadata/element_text.h"
#include "page/metadata/json_ld.h"
#include "page/metadata/microdata.h"
#include "page/metadata/rdfa.h"
#include "page/metadata/tokens.h"

namespace sumario::page {
namespace {

// "og:title" of "http://ogp.me/ns#title", "article:author" of "http://ogp.me/ns/article#author".
std::string with_prefix(std::string name) {
  constexpr std::string_view kOpenGraph = "://ogp.me/ns";
  size_t at = name.find(kOpenGraph);
  size_t mark = name.find('#');
  if (at == std::string::npos || mark == std::string::npos || mark < at + kOpenGraph.size()) return name;
  at += kOpenGraph.size();
  std::string prefix = at == mark ? "og" : name.substr(at + 1, mark - at - 1);
  return prefix + ":" + name.substr(mark + 1);
}

Source source_of(TagMaker maker) {
  switch (maker) {
    case TagMaker::kOpenGraph:
      return Source::kOpenGraph;
    case TagMaker::kTwitter:
      return Source::kTwitter;
    case TagMaker::kDublinCore:
      return Source::kDublinCore;
    case TagMaker::kAnalytics:
      return Source::kAnalytics;
    case TagMaker::kMeta:
      return Source::kMetaTag;
  }
  return Source::kMetaTag;
}

class Walk {
 public:
  Walk(const HtmlTree& tree, const MetadataWords& words) : tree_(tree), words_(words) {}

  PageFacts run() {
    bool microdata = false, rdfa = false;
    if (tree_.size() > 0) facts_.language = value_of(tree_[0], "lang");
    for (size_t at = 0; at < tree_.size(); ++at) {
      const HtmlNode& node = tree_[at];
      if (node.tag == Tag::kText) continue;
      read(at, node);
      for (const HtmlAttribute& attribute : tree_.attributes(node)) {
        microdata |= attribute.name == "itemscope";
        rdfa |= attribute.name == "typeof";
      }
    }
    if (microdata) add_microdata(tree_, facts_.data);
    if (rdfa) add_rdfa(tree_, facts_.data);
    return std::move(facts_);
  }

 private:
  void read(size_t at, const HtmlNode& node) {
    switch (node.tag) {
      case Tag::kMeta:
        return meta(node);
      case Tag::kLink:
        return link(node);
      case Tag::kScript:
        return script(at, node);
      case Tag::kTitle:
        if (!facts_.title && tree_[node.parent].tag != Tag::kSvg) facts_.title = element_text(tree_, at);
        return;
      case Tag::kH1:
        if (facts_.headings.size() < kTagLimit) facts_.headings.push_back(at);
        return;
      case Tag::kH2:
        if (facts_.subheads.size() < kTagLimit) facts_.subheads.push_back(at);
        return;
      case Tag::kTime:
        if (facts_.times.size() < kTagLimit) facts_.times.push_back(at);
        return;
      default:
        return;
    }
  }

  std::optional<std::string> value_of(const HtmlNode& node, std::string_view name) const {
    auto value = tree_.attribute(node, name);
    if (!value) return std::nullopt;
    std::string line = one_line(*value);
    return line.empty() ? std::nullopt : std::optional(std::move(line));
  }

  void meta(const HtmlNode& node) {
    auto value = value_of(node, "content");
    if (!value) value = value_of(node, "value");
    if (!value) return;
    for (std::string_view attribute : {"property", "name", "itemprop", "http-equiv"}) {
      bool known = false;
      for (std::string_view name : tokens_of(tree_.attribute(node, attribute).value_or(""))) {
        auto meaning = words_.tag(with_prefix(ascii_lowered(name)));
        if (!meaning || facts_.tags.size() >= kTagLimit) continue;
        facts_.tags.push_back({meaning->field, source_of(meaning->maker), *value});
        known = true;
      }
      if (known) return;
    }
  }

  void link(const HtmlNode& node) {
    if (facts_.canonical) return;
    for (std::string_view rel : tokens_of(tree_.attribute(node, "rel").value_or(""))) {
      if (ascii_lowered(rel) == "canonical") facts_.canonical = value_of(node, "href");
    }
  }

  void script(size_t at, const HtmlNode& node) {
    std::string_view type = tree_.attribute(node, "type").value_or("");
    if (type.find("ld+json") == std::string_view::npos || at + 1 >= node.end) return;
    add_json_ld(tree_[at + 1].text, facts_.data);
  }

  const HtmlTree& tree_;
  const MetadataWords& words_;
  PageFacts facts_;
};

}  // namespace

std::vector<Candidate> PageFacts::tagged(TagField field) const {
  std::vector<Candidate> found;
  for (const MetaTag& tag : tags) {
    if (tag.field == field) found.push_back({tag.value, tag.source});
  }
  return found;
}

PageFacts page_facts(const HtmlTree& tree, const MetadataWords& words) { return Walk(tree, words).run(); }

}  // namespace sumario::page
