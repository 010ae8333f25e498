#include "cli/ask.h"

#include <fmt/format.h>

#include "cli/day_words.h"

namespace sumario::cli {
namespace {

constexpr size_t kMostShown = 12;

std::string listed(const std::vector<casefile::Candidate>& candidates) {
  std::string lines;
  for (size_t i = 0; i < candidates.size() && i < kMostShown; ++i) {
    const casefile::Candidate& one = candidates[i];
    lines += fmt::format("\n  {} ({} document{})", one.name, one.documents, one.documents == 1 ? "" : "s");
  }
  if (candidates.size() > kMostShown) lines += fmt::format("\n  and {} more", candidates.size() - kMostShown);
  return lines;
}

}  // namespace

Result<PersonMeant> person_meant(store::Store& store, const std::string& name) {
  Result<store::Store::Named> named = store.people_named(name);
  if (!named) return tl::unexpected(named.error());
  if (named->bearers.empty() && named->similar.empty())
    return fail(ErrorCode::kNotFound, fmt::format("nobody in the case file is called \"{}\"", name));
  if (named->bearers.empty()) {
    casefile::Lookup similar = casefile::look_up("", std::move(named->similar));
    if (similar.meant) similar.others.insert(similar.others.begin(), *similar.meant);
    return fail(ErrorCode::kNotFound,
                fmt::format("nobody in the case file is called \"{}\"; did you mean{}", name, listed(similar.others)));
  }
  casefile::Lookup lookup = casefile::look_up(name, std::move(named->bearers));
  if (!lookup.meant)
    return fail(ErrorCode::kNotFound,
                fmt::format("\"{}\" may be any of these; give the full name{}", name, listed(lookup.others)));
  return PersonMeant{std::move(*lookup.meant), std::move(lookup.others)};
}

Result<Articles> articles_of(store::Store& store, const std::set<std::string>& documents) {
  Articles articles;
  for (const std::string& id : documents) {
    Result<Article> article = store.document(id);
    if (!article) return tl::unexpected(article.error());
    articles.emplace(id, std::move(*article));
  }
  return articles;
}

std::string source_in_words(const Article& article) {
  std::string source = article.outlet.value_or("");
  if (source.empty() && article.url) source = *article.url;
  if (source.empty() && article.title) source = "“" + *article.title + "”";
  if (source.empty()) source = "document " + article.id.substr(0, 12);
  return article.published ? source + ", " + in_words(*article.published) : source;
}

}  // namespace sumario::cli
