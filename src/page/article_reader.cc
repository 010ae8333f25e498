#include "page/article_reader.h"

#include <fmt/format.h>

#include "base/sha256.h"
#include "page/decode.h"
#include "page/json_record.h"
#include "page/language.h"
#include "page/layout.h"
#include "page/published.h"
#include "page/residue.h"

namespace sumario::page {
namespace {

// A plain text as if it were a record with nothing but its text.
Result<JsonRecord> fields_of(const Record& record) {
  if (record.kind == RecordKind::kJson) return parse_json_record(record.bytes, record.name);
  auto text = decode_text(record.bytes, record.name);
  if (!text) return tl::unexpected(std::move(text.error()));
  JsonRecord fields;
  fields.text = std::move(*text);
  return fields;
}

// One line, without the white space around it; empty for nothing.
std::optional<std::string> one_line(const std::optional<std::string>& value) {
  if (!value) return std::nullopt;
  std::string line = clean_text(*value);
  for (char& c : line) {
    if (c == '\n') c = ' ';
  }
  ByteRange kept = trimmed(line, {0, static_cast<uint32_t>(line.size())});
  return kept.empty() ? std::nullopt : std::optional(std::string(words_of(line, kept)));
}

void date(Article& article, const ArticleOptions& options, std::optional<Day> metadata,
          const PageKnowledge& knowledge) {
  auto set = [&](std::optional<Day> day, PublishedFrom from) {
    if (!day || article.published) return;
    article.published = day;
    article.published_from = from;
  };
  set(options.published, PublishedFrom::kArgument);
  set(metadata, PublishedFrom::kMetadata);
  if (!article.published) set(day_in_text(article.text, article.blocks, knowledge), PublishedFrom::kText);
  if (!article.published && article.url) set(day_in_url(*article.url), PublishedFrom::kUrl);
}

}  // namespace

Result<Article> article_from(const Record& record, const ArticleOptions& options, const PageKnowledge& knowledge) {
  auto fields = fields_of(record);
  if (!fields) return tl::unexpected(std::move(fields.error()));
  if (!fields->text && fields->html) {
    return fail(ErrorCode::kUnsupported, record.name + ": HTML is not read yet");
  }
  if (fields->text && fields->text->size() > kTextLimit) {
    return fail(ErrorCode::kTooLarge, fmt::format("{}: a text longer than {}", record.name, size_text(kTextLimit)));
  }
  std::string clean = fields->text ? clean_text(*fields->text) : std::string();
  if (clean.empty()) return fail(ErrorCode::kDamaged, record.name + ": no text");
  std::optional<Day> metadata;
  if (fields->published) {
    metadata = day_in_metadata(*fields->published);
    if (!metadata) {
      return fail(ErrorCode::kInvalid, fmt::format("{}: published: '{}' is no day", record.name,
                                                   one_line(fields->published->substr(0, 60)).value_or("")));
    }
  }

  Article article;
  article.id = sha256_hex(record.bytes);
  article.url = options.url ? options.url : one_line(fields->url);
  article.outlet = options.outlet ? options.outlet : one_line(fields->outlet);
  for (const std::string& author : fields->authors) {
    if (auto name = one_line(author)) article.authors.push_back(std::move(*name));
  }
  Layout layout = lay_out(std::move(clean), one_line(fields->title));
  article.text = std::move(layout.text);
  article.blocks = std::move(layout.blocks);
  article.title = std::move(layout.title);
  date(article, options, metadata, knowledge);
  article.residue = find_residue(article.text, article.blocks, knowledge);
  article.language = language_of(article.text, readable_ranges(article), knowledge);
  return article;
}

}  // namespace sumario::page
