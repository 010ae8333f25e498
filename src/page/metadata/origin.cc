#include "page/metadata/origin.h"

#include <algorithm>

#include "page/metadata/element_text.h"
#include "page/text/date_words.h"
#include "page/text/words.h"

namespace sumario::page {
namespace {

constexpr size_t kMostNameWords = 6;

std::optional<Candidate> at_other_host(std::string_view address, const OutletNames& outlet, Source source) {
  std::string_view host = host_of(address);
  if (host.empty() || outlet.names_outlet(host)) return std::nullopt;
  return Candidate{std::string(host), source};
}

std::optional<Candidate> in_data(const PageFacts& facts, const MainArticle& article, const OutletNames& outlet) {
  if (!article.item) return std::nullopt;
  if (auto name = facts.data.text(*article.item, "sourceOrganization")) {
    std::string line = plain_line(*name);
    if (!line.empty() && !outlet.names_outlet(line)) return Candidate{std::move(line), article.item->source};
  }
  auto based_on = facts.data.text(*article.item, "isBasedOn");
  return based_on ? at_other_host(*based_on, outlet, article.item->source) : std::nullopt;
}

// The name at the start of `rest`: words up to a mark that ends it, those with capitals and small ones between them.
std::string name_in(std::string_view rest) {
  auto words = words_in(rest, {0, static_cast<uint32_t>(rest.size())});
  size_t end = 0, count = 0;
  for (const Word& word : words) {
    std::string_view gap = rest.substr(end, word.range.start - end);
    bool parted = count > 0 && gap.find_first_not_of(" &-'") != std::string_view::npos && gap != ".";
    bool dated = month_named(word.folded) > 0 || (word.folded[0] >= '0' && word.folded[0] <= '9');
    bool article = count == 0 && word.folded == "the";
    if (parted || dated || ++count > kMostNameWords || (starts_lower(rest, word.range) && !article)) break;
    end = word.range.end;
  }
  return std::string(rest.substr(0, end));
}

std::optional<Candidate> in_words(const HtmlTree& tree, const OutletNames& outlet, const MetadataWords& words) {
  for (size_t at = 0; at < tree.size(); ++at) {
    const HtmlNode& node = tree[at];
    if (node.tag == Tag::kHead || node.tag == Tag::kScript || node.tag == Tag::kStyle) {
      at = node.end - 1;
      continue;
    }
    if (node.tag != Tag::kText) continue;
    for (const std::string& phrase : words.syndication_phrases()) {
      size_t found = node.text.size() > phrase.size() ? node.text.find(phrase) : std::string_view::npos;
      if (found == std::string_view::npos) continue;
      std::string line = element_text(tree, node.parent);
      size_t start = line.find(phrase);
      if (start == std::string::npos) continue;
      std::string name = one_line(name_in(std::string_view(line).substr(start + phrase.size())));
      if (!name.empty() && !outlet.names_outlet(name)) return Candidate{std::move(name), Source::kByline};
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<Candidate> origin_of(const HtmlTree& tree, const PageFacts& facts, const MainArticle& article,
                                   const OutletNames& outlet, std::optional<std::string_view> address,
                                   const MetadataWords& words) {
  if (auto found = in_data(facts, article, outlet)) return found;
  for (const Candidate& tag : facts.tagged(TagField::kOriginal)) {
    if (auto found = at_other_host(tag.value, outlet, tag.source)) return found;
  }
  bool moved = address && facts.canonical && !host_of(*address).empty() && !host_of(*facts.canonical).empty();
  if (moved && owner_of(host_of(*address)) != owner_of(host_of(*facts.canonical))) {
    return Candidate{std::string(host_of(*facts.canonical)), Source::kLink};
  }
  return in_words(tree, outlet, words);
}

}  // namespace sumario::page
