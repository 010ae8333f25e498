// Who published a page.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "page/metadata/main_article.h"

namespace sumario::page {

// The outlet's name as the page gives it: og:site_name, the publisher of its article, the end of its title where that
// is the host's name; else the host ("example.org").
std::optional<Candidate> outlet_of(const PageFacts& facts, const MainArticle& article,
                                   std::optional<std::string_view> address);

// Every name of the outlet that the page knows, for telling it from titles and authors.
class OutletNames {
 public:
  OutletNames(const PageFacts& facts, const MainArticle& article, std::optional<std::string_view> address);
  // True for one of those names, letters and digits compared only: "The Daily Post" for thedailypost.example.
  bool names_outlet(std::string_view text) const;

 private:
  std::vector<std::string> squashed_;
};

// The part of a host that names its owner: "example" of "news.example.co.uk".
std::string_view owner_of(std::string_view host);

// "example.org" of "https://www.example.org/a/b"; empty for what is no http(s) address.
std::string_view host_of(std::string_view address);

}  // namespace sumario::page
