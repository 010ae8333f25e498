#include <memory>

#include "cli/batch.h"
#include "cli/command.h"
#include "cli/fetching.h"
#include "cli/interrupt.h"
#include "cli/options.h"
#include "cli/reading_html.h"
#include "cli/reading_text.h"
#include "cli/terminal.h"

namespace sumario::cli {
namespace {

struct ReadOptions {
  std::vector<std::string> inputs;
  page::ArticleOptions article;
  std::string format = "text";
  ResourcePaths paths;
  FetchChoices fetching;
  unsigned jobs = default_jobs();
  Colour colour = Colour::kAuto;
};

std::string shown(const Reading& reading, const std::string& format, const Look& look, size_t number) {
  if (format == "jsonl") return to_json_line(reading) + "\n";
  return format == "html" ? reading_html(reading, number) : reading_text(reading, look);
}

int run_read(const ReadOptions& options) {
  Interrupt interrupt;
  Result<Resources> resources = load_resources(options.paths);
  if (!resources) return refuse(resources.error(), kCannotStart);
  Look look = look_of(stdout, options.colour);
  std::vector<std::filesystem::path> files = files_of(options.inputs);
  // A terminal that shows the readings has no room for a progress line among them.
  bool progress = is_terminal(stderr) && !is_terminal(stdout);
  std::optional<uint64_t> total = progress ? count_documents(files, interrupt.token()) : std::nullopt;
  page::Fetcher fetcher = fetcher_of(options.fetching, interrupt.token());
  DocumentStream documents(std::move(files), interrupt.token(), &fetcher);
  BatchOptions batch{options.jobs, options.article, nullptr, interrupt.token()};

  bool page = options.format == "html";
  size_t number = 0;
  auto show = [&](Reading reading) -> Result<void> {
    if (page && number == 0) print(page_head(reading.document.title.value_or("")));
    if (print(shown(reading, options.format, look, ++number))) return {};
    return fail(ErrorCode::kFull, "its reading cannot be written to standard output");
  };
  BatchTally tally = read_batch(documents, *resources, batch, total, progress, show);
  if (page && number == 0) print(page_head(""));
  if (page) print(page_tail());
  if (interrupt.asked()) print("sumario: stopped before the last document\n", stderr);
  return tally.failed || interrupt.asked() ? kSomeFailed : kDone;
}

}  // namespace

void add_read_command(CLI::App& app, Run& run) {
  auto options = std::make_shared<ReadOptions>();
  CLI::App* command = app.add_subcommand("read", "Read documents and print what they claim; nothing is kept");
  add_day_option(*command, "--published", options->article.published, "the day the documents were published");
  add_model_option(*command, options->paths);
  add_knowledge_option(*command, options->paths);
  command->add_option("--format", options->format, "text, jsonl (the reading contract) or html (one page)")
      ->check(CLI::IsMember({"text", "jsonl", "html"}).description(""))
      ->type_name("FORMAT");
  add_jobs_option(*command, options->jobs);
  add_colour_option(*command, options->colour);
  add_fetch_options(*command, options->fetching);
  command->add_option("FILE", options->inputs, "files, folders or addresses (https://…); - for standard input")
      ->required();
  add_example(*command,
              "sumario read --published 2024-03-13 --format jsonl article.txt\n"
              "  sumario read saved-page.html https://news.example.org/courts/1234");
  command->callback([options, &run] { run = [options] { return run_read(*options); }; });
}

}  // namespace sumario::cli
