#include "page/metadata/outlet.h"

#include <algorithm>

#include "base/utf8.h"
#include "page/metadata/element_text.h"
#include "page/metadata/title_parts.h"
#include "page/text/words.h"

namespace sumario::page {
namespace {

// Letters and digits only, lower case, without a leading article.
std::string squashed(std::string_view text) {
  std::string out;
  for (char c : folded(text)) {
    bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
    if (plain) out += c;
  }
  if (out.starts_with("the") && out.size() > 6) out.erase(0, 3);
  return out;
}

std::vector<Candidate> named(const PageFacts& facts, const MainArticle& article) {
  std::vector<Candidate> names;
  for (Candidate& tag : facts.tagged(TagField::kOutlet)) {
    if (tag.source == Source::kOpenGraph) names.push_back(std::move(tag));
  }
  if (article.item) {
    if (auto publisher = facts.data.text(*article.item, "publisher")) {
      names.push_back({plain_line(*publisher), article.item->source});
    }
  }
  for (Candidate& tag : facts.tagged(TagField::kOutlet)) {
    if (tag.source != Source::kOpenGraph) names.push_back(std::move(tag));
  }
  std::erase_if(names, [](const Candidate& name) {
    return name.value.empty() || name.value.find("://") != std::string::npos || name.value.size() > 100;
  });
  return names;
}

std::optional<std::string_view> known_address(const PageFacts& facts, std::optional<std::string_view> address,
                                              const std::vector<Candidate>& tagged) {
  if (address) return address;
  if (facts.canonical) return *facts.canonical;
  for (const Candidate& candidate : tagged) {
    if (!host_of(candidate.value).empty()) return candidate.value;
  }
  return std::nullopt;
}

}  // namespace

std::string_view owner_of(std::string_view host) {
  std::vector<std::string_view> labels;
  for (size_t from = 0; from <= host.size();) {
    size_t dot = std::min(host.find('.', from), host.size());
    labels.push_back(host.substr(from, dot - from));
    from = dot + 1;
  }
  if (labels.size() < 2) return host;
  size_t last = labels.size() - 2;
  if (last > 0 && labels[last].size() <= 3 && labels.back().size() == 2) --last;  // "co.uk", "com.au"
  return labels[last];
}

std::string_view host_of(std::string_view address) {
  size_t start = address.find("://");
  if (start == std::string_view::npos || !address.starts_with("http")) return {};
  std::string_view host = address.substr(start + 3);
  host = host.substr(0, host.find_first_of("/?#:"));
  if (host.starts_with("www.")) host.remove_prefix(4);
  return host;
}

OutletNames::OutletNames(const PageFacts& facts, const MainArticle& article, std::optional<std::string_view> address) {
  for (const Candidate& name : named(facts, article)) squashed_.push_back(squashed(name.value));
  for (const DataItem& item : facts.data.items) {
    bool site = std::ranges::any_of(item.types, [](const std::string& type) {
      std::string_view local = local_name(type);
      return local == "WebSite" || local == "NewsMediaOrganization";
    });
    if (auto name = site ? facts.data.text(item, "name") : std::nullopt) squashed_.push_back(squashed(*name));
  }
  auto tagged = facts.tagged(TagField::kAddress);
  if (auto known = known_address(facts, address, tagged)) {
    std::string_view host = host_of(*known);
    squashed_.push_back(squashed(host));
    squashed_.push_back(squashed(owner_of(host)));
  }
  std::erase(squashed_, "");
}

bool OutletNames::names_outlet(std::string_view text) const {
  std::string own = squashed(text);
  if (own.empty()) return false;
  return std::ranges::any_of(squashed_, [&](const std::string& name) {
    return own == name || (own.starts_with(name) && name.size() > 3 && own.size() <= name.size() + 4);  // ".com"
  });
}

std::optional<Candidate> outlet_of(const PageFacts& facts, const MainArticle& article,
                                   std::optional<std::string_view> address) {
  auto names = named(facts, article);
  if (!names.empty()) return std::move(names.front());
  OutletNames outlet(facts, article, address);
  if (facts.title) {
    auto parts = title_parts(*facts.title);
    if (parts.size() > 1 && outlet.names_outlet(parts.back())) {
      return Candidate{std::string(parts.back()), Source::kTitleTag};
    }
  }
  auto tagged = facts.tagged(TagField::kAddress);
  auto known = known_address(facts, address, tagged);
  std::string_view host = known ? host_of(*known) : std::string_view();
  if (host.empty()) return std::nullopt;
  return Candidate{std::string(host), Source::kAddress};
}

}  // namespace sumario::page
