#include <condition_variable>
#include <memory>
#include <mutex>

#include "cli/command.h"
#include "cli/feed_watch.h"
#include "cli/fetching.h"
#include "cli/interrupt.h"
#include "cli/options.h"
#include "cli/terminal.h"

namespace sumario::cli {
namespace {

struct WatchOptions {
  std::string case_file;
  std::vector<std::string> feeds;
  ResourcePaths paths;
  FetchChoices fetching;
  double every = 15;  // minutes
  bool once = false;
};

void wait(double minutes, std::stop_token stop) {
  std::mutex mutex;
  std::unique_lock lock(mutex);
  std::condition_variable_any woken;
  woken.wait_for(lock, stop, std::chrono::duration<double, std::ratio<60>>(minutes), [] { return false; });
}

// What the last round brought, if anything.
void report(const AddTally& before, const AddTally& now, store::Store& store, bool always) {
  AddTally round{now.added - before.added, now.known - before.known, now.failed - before.failed};
  if (!always && round.added == 0) return;
  if (Result<store::Counts> counts = store.counts()) print(added_summary(round, *counts));
}

int run_watch(const WatchOptions& options) {
  Interrupt interrupt;
  Result<Resources> resources = load_resources(options.paths);
  if (!resources) return refuse(resources.error(), kCannotStart);
  Result<store::Store> store = store::Store::open(options.case_file, store::Access::kWrite);
  if (!store) return refuse(store.error(), kCannotStart);
  page::Fetcher fetcher = fetcher_of(options.fetching, interrupt.token());
  FeedWatch watch(*resources, *store, fetcher, is_terminal(stderr), interrupt.token());
  while (!interrupt.asked()) {
    const AddTally before = watch.tally();
    Result<void> looked = watch.look_through(options.feeds);
    report(before, watch.tally(), *store, options.once);
    if (!looked) return refuse(looked.error(), kSomeFailed);
    if (options.once) break;
    wait(options.every, interrupt.token());
  }
  if (interrupt.asked())
    print("sumario: stopped; what was added is kept, the same command goes on from there\n", stderr);
  return watch.tally().failed ? kSomeFailed : kDone;
}

}  // namespace

void add_watch_command(CLI::App& app, Run& run) {
  auto options = std::make_shared<WatchOptions>();
  CLI::App* command =
      app.add_subcommand("watch", "Look through feeds again and again and add the articles that are new");
  add_case_file_option(*command, options->case_file);
  command->add_option("--every", options->every, "from one round to the next (else 15)")
      ->check(CLI::Range(0.01, 10'080.0).description(""))
      ->type_name("MINUTES");
  command->add_flag("--once", options->once, "one round, then end");
  add_model_option(*command, options->paths);
  add_knowledge_option(*command, options->paths);
  add_fetch_options(*command, options->fetching);
  command->add_option("FEED", options->feeds, "addresses of RSS, Atom or JSON feeds")->required();
  add_example(
      *command,
      "sumario watch --db case.db --contact desk@example.org https://news.example.org/courts.xml\n"
      "  sumario watch --db case.db --once $(cat feeds.txt)     # from cron; what is known is not fetched again");
  command->callback([options, &run] { run = [options] { return run_watch(*options); }; });
}

}  // namespace sumario::cli
