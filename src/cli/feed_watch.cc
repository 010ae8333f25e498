#include "cli/feed_watch.h"

#include <fmt/format.h>

#include "cli/progress_line.h"
#include "cli/terminal.h"
#include "nlp/display_text.h"
#include "page/article_reader.h"
#include "page/input/content_kind.h"

namespace sumario::cli {
namespace {

constexpr int kMostTries = 3;

std::vector<Result<page::Record>> all_of(page::RecordReader reader) {
  std::vector<Result<page::Record>> records;
  while (std::optional<Result<page::Record>> record = reader.next()) records.push_back(std::move(*record));
  return records;
}

// "2024-11-07  A title  https://…".
std::string line_of(const Article& article) {
  return fmt::format("{}  {}  {}\n", article.published ? to_string(*article.published) : "no day    ",
                     nlp::visible(article.title.value_or("(no title)"), true),
                     page::shown_address(article.url.value_or("(no address)")));
}

}  // namespace

FeedWatch::FeedWatch(const Resources& resources, store::Store& store, page::Fetcher& fetcher, bool progress,
                     std::stop_token stop)
    : resources_(resources), store_(store), fetcher_(fetcher), progress_(progress), stop_(std::move(stop)) {}

Result<void> FeedWatch::look_through(const std::vector<std::string>& feeds) {
  for (const std::string& feed : feeds) {
    if (stop_.stop_requested()) break;
    if (Result<void> looked = look_into(feed); !looked) return looked;
  }
  return {};
}

Result<void> FeedWatch::look_into(const std::string& feed) {
  Result<std::optional<store::Visit>> last = store_.visit(feed);
  if (!last) return tl::unexpected(last.error());
  page::Validators known;
  if (*last) known = {(*last)->etag, (*last)->last_modified};
  Result<page::Fetched> fetched = fetcher_.fetch(feed, known);
  if (!fetched) {
    complain(fetched.error().message);
    return {};
  }
  if (fetched->unchanged) return {};
  page::ContentKind kind = page::content_kind(std::string_view(fetched->bytes).substr(0, 4096));
  if (kind == page::ContentKind::kHtml || kind == page::ContentKind::kText) {
    complain(fmt::format("{}: no feed, but {}", page::shown_address(feed), page::words_for(kind)));
    return {};
  }
  const store::Visit now{fetched->validators.etag, fetched->validators.last_modified};
  Result<page::RecordReader> reader = page::records_of(std::move(*fetched));
  if (!reader) {
    complain(reader.error().message);
    return {};
  }

  std::vector<Result<page::Record>> items = all_of(std::move(*reader));
  ProgressLine line(progress_, items.size());
  bool all_done = true;
  for (size_t i = 0; i < items.size(); ++i) {
    line.show(i, 0, "articles");
    if (items[i]) {
      Result<Fate> fate = take(std::move(*items[i]));
      if (!fate) return tl::unexpected(fate.error());
      all_done &= *fate == Fate::kDone;
    } else {
      complain(items[i].error().message);
    }
    if (stop_.stop_requested()) return {};
  }
  // What failed can come again only if the feed is sent again.
  return all_done ? store_.remember(feed, now) : Result<void>();
}

Result<FeedWatch::Fate> FeedWatch::take(page::Record item) {
  const std::optional<std::string> link = item.declared.url;
  if (!link) return keep(item, {});
  Result<bool> known = is_known(*link);
  if (!known) return tl::unexpected(known.error());
  if (*known || tries_[*link] >= kMostTries) return Fate::kDone;
  Result<page::Fetched> fetched = fetcher_.fetch(*link);
  if (!fetched) return give_back(*link, fetched.error());
  const std::vector<std::string> addresses = {*link, fetched->address};
  Result<bool> found = is_known(fetched->address);
  if (!found) return tl::unexpected(found.error());
  if (*found) {
    Result<void> remembered = remember(addresses);
    return remembered ? Result<Fate>(Fate::kDone) : tl::unexpected(remembered.error());
  }
  Result<page::RecordReader> reader = page::records_of(std::move(*fetched));
  if (!reader) return give_back(*link, reader.error());
  std::optional<Result<page::Record>> document = reader->next();
  if (!document) return Fate::kDone;
  if (!*document) return give_back(*link, document->error());
  (*document)->declared.published = std::move(item.declared.published);
  return keep(**document, addresses);
}

Result<FeedWatch::Fate> FeedWatch::keep(const page::Record& document, const std::vector<std::string>& addresses) {
  Result<Article> article = page::article_from(document, {}, resources_.page);
  if (!article) return give_back(addresses.empty() ? document.name : addresses.front(), article.error());
  Result<bool> there = store_.holds(article->id);
  if (!there) return tl::unexpected(there.error());
  if (*there) {
    ++tally_.known;
  } else {
    Reading reading = resources_.reader->read(std::move(*article), *resources_.pipeline, scratch_);
    if (std::string broken = broken_rule(reading); !broken.empty())
      return give_back(document.name,
                       {ErrorCode::kInvalid, document.name + ": its reading breaks the contract: " + broken});
    Result<bool> added = store_.add(reading, read_with(resources_));
    if (!added) return tl::unexpected(added.error());
    ++tally_.added;
    print(line_of(reading.document));
  }
  Result<void> remembered = remember(addresses);
  return remembered ? Result<Fate>(Fate::kDone) : tl::unexpected(remembered.error());
}

Result<bool> FeedWatch::is_known(const std::string& address) {
  Result<std::optional<store::Visit>> visit = store_.visit(address);
  if (!visit) return tl::unexpected(visit.error());
  tally_.known += visit->has_value();
  return visit->has_value();
}

Result<void> FeedWatch::remember(const std::vector<std::string>& addresses) {
  for (const std::string& address : addresses) {
    if (Result<void> remembered = store_.remember(address, {}); !remembered) return remembered;
  }
  return {};
}

FeedWatch::Fate FeedWatch::give_back(const std::string& address, const Error& error) {
  if (stop_.stop_requested()) return Fate::kTryAgain;
  complain(error.message);
  return ++tries_[address] < kMostTries ? Fate::kTryAgain : Fate::kDone;
}

void FeedWatch::complain(const std::string& message) {
  if (stop_.stop_requested()) return;
  ++tally_.failed;
  print("sumario: " + message + "\n", stderr);
}

}  // namespace sumario::cli
