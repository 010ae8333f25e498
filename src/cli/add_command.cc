#include <memory>

#include "cli/batch.h"
#include "cli/command.h"
#include "cli/fetching.h"
#include "cli/interrupt.h"
#include "cli/keeping.h"
#include "cli/options.h"
#include "cli/terminal.h"
#include "store/store.h"

namespace sumario::cli {
namespace {

struct AddOptions {
  std::string case_file, outlet;
  std::vector<std::string> inputs;
  page::ArticleOptions article;
  ResourcePaths paths;
  FetchChoices fetching;
  unsigned jobs = default_jobs();
};

int run_add(const AddOptions& options) {
  Interrupt interrupt;
  Result<Resources> resources = load_resources(options.paths);
  if (!resources) return refuse(resources.error(), kCannotStart);
  Result<store::Store> store = store::Store::open(options.case_file, store::Access::kWrite);
  if (!store) return refuse(store.error(), kCannotStart);
  // Asked by the threads that read, while `store` is written.
  Result<store::Store> known = store::Store::open(options.case_file, store::Access::kRead);
  if (!known) return refuse(known.error(), kCannotStart);

  std::vector<std::filesystem::path> files = files_of(options.inputs);
  bool progress = is_terminal(stderr);
  std::optional<uint64_t> total = progress ? count_documents(files, interrupt.token()) : std::nullopt;
  page::Fetcher fetcher = fetcher_of(options.fetching, interrupt.token());
  DocumentStream documents(std::move(files), interrupt.token(), &fetcher);
  BatchOptions batch{options.jobs, options.article, nullptr, interrupt.token()};
  batch.skip = [&](const std::string& id) { return known->holds(id).value_or(false); };
  const store::ReadWith with = read_with(*resources);

  uint64_t already_there = 0;
  BatchTally tally = read_batch(documents, *resources, batch, total, progress, [&](Reading reading) -> Result<void> {
    if (std::string broken = broken_rule(reading); !broken.empty())
      return fail(ErrorCode::kInvalid, "its reading breaks the contract: " + broken);
    Result<bool> added = store->add(reading, with);
    if (!added) return tl::unexpected(added.error());
    already_there += !*added;
    return {};
  });
  if (Result<store::Counts> counts = store->counts())
    print(added_summary({tally.read - already_there, tally.skipped + already_there, tally.failed}, *counts));
  if (interrupt.asked())
    print("sumario: stopped; what was added is kept, the same command goes on from there\n", stderr);
  return tally.failed || interrupt.asked() ? kSomeFailed : kDone;
}

}  // namespace

void add_add_command(CLI::App& app, Run& run) {
  auto options = std::make_shared<AddOptions>();
  CLI::App* command = app.add_subcommand("add", "Read documents into a case file; the same bytes twice change nothing");
  add_case_file_option(*command, options->case_file);
  add_day_option(*command, "--published", options->article.published, "the day the documents were published");
  command->add_option("--outlet", options->outlet, "who published them")->type_name("NAME");
  add_jobs_option(*command, options->jobs);
  add_model_option(*command, options->paths);
  add_knowledge_option(*command, options->paths);
  add_fetch_options(*command, options->fetching);
  command->add_option("FILE", options->inputs, "files, folders or addresses (https://…); - for standard input")
      ->required();
  add_example(*command,
              "sumario add --db case.db --outlet \"The Sentinel\" clippings/\n"
              "  sumario add --db case.db crawl.warc.gz feed.xml https://news.example.org/courts/1234");
  command->callback([options, &run] {
    if (!options->outlet.empty()) options->article.outlet = options->outlet;
    run = [options] { return run_add(*options); };
  });
}

}  // namespace sumario::cli
