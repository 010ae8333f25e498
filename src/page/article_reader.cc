#include "page/article_reader.h"

#include <fmt/format.h>

#include "base/sha256.h"
#include "page/html/page_text.h"
#include "page/input/charset.h"
#include "page/input/json_record.h"
#include "page/metadata/page_metadata.h"
#include "page/text/decode.h"
#include "page/text/language.h"
#include "page/text/layout.h"
#include "page/text/published.h"
#include "page/text/residue.h"

namespace sumario::page {
namespace {

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

// What the metadata say of the day, and whether they have it from a line of the page.
struct SaidDay {
  std::optional<Day> day;
  bool by_text = false;
};

void date(Article& article, const ArticleOptions& options, const SaidDay& said, const PageKnowledge& knowledge) {
  auto set = [&](std::optional<Day> day, PublishedFrom from) {
    if (!day || article.published) return;
    article.published = day;
    article.published_from = from;
  };
  set(options.published, PublishedFrom::kArgument);
  set(said.day, said.by_text ? PublishedFrom::kText : PublishedFrom::kMetadata);
  if (!article.published) set(day_in_text(article.text, article.blocks, knowledge), PublishedFrom::kText);
  if (!article.published && article.url) set(day_in_url(*article.url), PublishedFrom::kUrl);
}

// A document's text with its blocks, and what is known of it.
struct Draft {
  Layout layout;
  Declared said;
  bool dated_by_text = false;  // said.published is a line of the page
  std::optional<std::string> canonical, original_outlet;
  std::vector<PageFlag> flags;
};

Result<Draft> from_html(std::string_view html, Declared declared, const std::string& name,
                        const PageKnowledge& knowledge) {
  auto tree = HtmlTree::parse(html, name);
  if (!tree) return tl::unexpected(std::move(tree.error()));
  PageMetadata metadata = page_metadata(*tree, declared.url, knowledge);
  auto prefer = [](std::optional<std::string>& known, std::optional<Candidate>& found) {
    if (!known && found) known = std::move(found->value);
  };
  Draft draft;
  draft.dated_by_text = !declared.published && metadata.published && metadata.published->source == Source::kByline;
  draft.canonical = metadata.url ? std::optional(metadata.url->value) : std::nullopt;
  draft.original_outlet = metadata.original_outlet ? std::optional(metadata.original_outlet->value) : std::nullopt;
  draft.flags = std::move(metadata.flags);
  prefer(declared.title, metadata.title);
  prefer(declared.url, metadata.url);
  prefer(declared.outlet, metadata.outlet);
  prefer(declared.language, metadata.language);
  prefer(declared.published, metadata.published);
  prefer(declared.updated, metadata.updated);
  if (declared.authors.empty()) declared.authors = std::move(metadata.authors);
  declared.title = one_line(declared.title);
  PageText page = page_text(*tree, {declared.title, metadata.body}, knowledge);
  draft.layout = {std::move(page.text), std::move(page.blocks), declared.title};
  draft.said = std::move(declared);
  return draft;
}

// The moments as written: that of publication where it says more than the day, that of the last change where there was
// one.
void set_moments(Article& article, const Declared& said) {
  bool to_the_minute = said.published && said.published->find(':') != std::string::npos;
  if (article.published_from == PublishedFrom::kMetadata && to_the_minute)
    article.published_at = one_line(said.published);
  std::optional<Day> changed = said.updated ? day_in_metadata(*said.updated) : std::nullopt;
  bool later = changed && (!article.published || *changed >= *article.published);
  if (later && said.updated != said.published) article.updated = one_line(said.updated);
}

Draft from_text(std::string_view text, Declared declared) {
  std::optional<std::string> title = one_line(declared.title);
  Draft draft;
  draft.layout = lay_out(clean_text(text), std::move(title));
  draft.said = std::move(declared);
  return draft;
}

Result<Draft> draft_of(const Record& record, const PageKnowledge& knowledge) {
  if (record.kind == RecordKind::kJson) {
    auto fields = parse_json_record(record.bytes, record.name);
    if (!fields) return tl::unexpected(std::move(fields.error()));
    Declared said = record.declared;
    said.url = std::move(fields->url);
    said.title = std::move(fields->title);
    said.published = std::move(fields->published);
    said.outlet = std::move(fields->outlet);
    said.authors = std::move(fields->authors);
    if (fields->text) return from_text(*fields->text, std::move(said));
    if (fields->html) return from_html(*fields->html, std::move(said), record.name, knowledge);
    return fail(ErrorCode::kDamaged, record.name + ": no text");
  }
  // Pages, and texts whose container names their set, are decoded as browsers do; other texts must be sound.
  if (record.kind == RecordKind::kHtml || record.declared.charset) {
    std::string text = decode_markup(record.bytes, Markup::kHtml, record.declared.charset);
    if (record.kind == RecordKind::kHtml) return from_html(text, record.declared, record.name, knowledge);
    return from_text(text, record.declared);
  }
  auto text = decode_text(record.bytes, record.name);
  if (!text) return tl::unexpected(std::move(text.error()));
  return from_text(*text, record.declared);
}

}  // namespace

Result<Article> article_from(const Record& record, const ArticleOptions& options, const PageKnowledge& knowledge) {
  auto draft = draft_of(record, knowledge);
  if (!draft) return tl::unexpected(std::move(draft.error()));
  Layout& layout = draft->layout;
  const Declared& said = draft->said;
  if (layout.text.size() > kTextLimit) {
    return fail(ErrorCode::kTooLarge, fmt::format("{}: a text longer than {}", record.name, size_text(kTextLimit)));
  }
  if (layout.text.empty()) return fail(ErrorCode::kDamaged, record.name + ": no text");
  std::optional<Day> metadata;
  if (said.published) {
    metadata = day_in_metadata(*said.published);
    if (!metadata && record.kind == RecordKind::kJson) {
      return fail(ErrorCode::kInvalid, fmt::format("{}: published: '{}' is no day", record.name,
                                                   one_line(said.published->substr(0, 60)).value_or("")));
    }
  }

  Article article;
  article.id = sha256_hex(record.bytes);
  article.url = options.url ? options.url : one_line(said.url);
  article.outlet = options.outlet ? options.outlet : one_line(said.outlet);
  for (const std::string& author : said.authors) {
    if (auto name = one_line(author)) article.authors.push_back(std::move(*name));
  }
  article.text = std::move(layout.text);
  article.blocks = std::move(layout.blocks);
  article.title = std::move(layout.title);
  date(article, options, {metadata, draft->dated_by_text}, knowledge);
  set_moments(article, said);
  if (draft->canonical != article.url) article.canonical = std::move(draft->canonical);
  article.original_outlet = std::move(draft->original_outlet);
  article.flags = std::move(draft->flags);
  article.residue = find_residue(article.text, article.blocks, knowledge);
  article.language = language_of(article.text, readable_ranges(article), knowledge);
  return article;
}

}  // namespace sumario::page
