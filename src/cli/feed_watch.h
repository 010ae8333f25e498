// Feeds looked through for what is new: each article they link to is fetched, read and kept, once.
#pragma once

#include <map>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "cli/keeping.h"
#include "cli/resources.h"
#include "page/fetch/fetcher.h"
#include "store/store.h"

namespace sumario::cli {

// Adds to a case file what feeds bring. What it has been to is remembered there, so that no article is fetched twice,
// whichever feed links to it and however often it is started, and an unchanged feed is not sent again. Not thread-safe.
class FeedWatch {
 public:
  // All outlive the watch.
  FeedWatch(const Resources& resources, store::Store& store, page::Fetcher& fetcher, bool progress,
            std::stop_token stop);

  // Asks each feed for what is new since the last time. A line on standard output names each article added, one on
  // standard error each feed or article that fails, with its reason. A failing article is tried again with the next
  // rounds, three times in all. Ends early after a stop request, and with an error of the case file.
  Result<void> look_through(const std::vector<std::string>& feeds);

  const AddTally& tally() const { return tally_; }

 private:
  enum class Fate { kDone, kTryAgain };  // of an item of a feed

  Result<void> look_into(const std::string& feed);
  Result<Fate> take(page::Record item);
  Result<Fate> keep(const page::Record& document, const std::vector<std::string>& addresses);
  Result<bool> is_known(const std::string& address);
  Result<void> remember(const std::vector<std::string>& addresses);
  Fate give_back(const std::string& address, const Error& error);
  void complain(const std::string& message);

  const Resources& resources_;
  store::Store& store_;
  page::Fetcher& fetcher_;
  bool progress_;
  std::stop_token stop_;
  nlp::Scratch scratch_;
  AddTally tally_;
  std::map<std::string, int> tries_;  // of addresses that failed
};

}  // namespace sumario::cli
