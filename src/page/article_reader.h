// A record becomes an article: one clean text with its blocks, its residue and where it comes from.
#pragma once

#include <optional>
#include <string>

#include "base/day.h"
#include "base/result.h"
#include "page/input/records.h"
#include "page/text/page_knowledge.h"
#include "record/article.h"

namespace sumario::page {

// The most bytes of text of one article (a long novel fits): past it, work and memory of the later stages would not be
// bounded.
inline constexpr size_t kTextLimit = size_t{4} << 20;

// What the caller knows about the documents; it wins over what they say of themselves.
struct ArticleOptions {
  std::optional<Day> published;
  std::optional<std::string> outlet;
  std::optional<std::string> url;
};

// Reads one record. Its id is the SHA-256 of the record's bytes. The day of publication is the argument, or else the
// metadata's, or one that the text's first lines give, or one in the address. Errors, naming the record: kDamaged (no
// text, broken encoding, bad JSON), kTooLarge (beyond kTextLimit), kInvalid
// (`published` is no day). Pure; thread-safe.
Result<Article> article_from(const Record& record, const ArticleOptions& options, const PageKnowledge& knowledge);

}  // namespace sumario::page
