#include <memory>

#include "cli/command.h"
#include "cli/documents.h"
#include "cli/fetching.h"
#include "cli/interrupt.h"
#include "cli/options.h"
#include "cli/reading_text.h"
#include "cli/resources.h"
#include "cli/terminal.h"
#include "page/article_reader.h"
#include "record/reading.h"

namespace sumario::cli {
namespace {

struct PageOptions {
  std::vector<std::string> inputs;
  page::ArticleOptions article;
  std::string url, format = "text";
  ResourcePaths paths;
  FetchChoices fetching;
  Colour colour = Colour::kAuto;
};

int run_page(const PageOptions& options) {
  Result<page::PageKnowledge> knowledge = page::PageKnowledge::load(knowledge_path(options.paths));
  if (!knowledge) return refuse(knowledge.error(), kCannotStart);
  Interrupt interrupt;
  Look look = look_of(stdout, options.colour);
  page::Fetcher fetcher = fetcher_of(options.fetching, interrupt.token());
  DocumentStream documents(files_of(options.inputs), interrupt.token(), &fetcher);
  int status = kDone;
  while (std::optional<Result<page::Record>> record = documents.next()) {
    Result<Article> article = *record ? page::article_from(**record, options.article, *knowledge)
                                      : Result<Article>(tl::unexpected(record->error()));
    if (!article) {
      status = refuse(article.error(), kSomeFailed);
      continue;
    }
    if (!print(options.format == "jsonl" ? to_json_line(*article) + "\n" : article_text(*article, look)))
      return kSomeFailed;
  }
  return interrupt.asked() ? kSomeFailed : status;
}

}  // namespace

void add_page_command(CLI::App& app, Run& run) {
  auto options = std::make_shared<PageOptions>();
  CLI::App* command = app.add_subcommand("page", "Clean a document: its text, blocks and date, nothing read");
  command->add_option("--url", options->url, "the address the document came from")->type_name("URL");
  command->add_option("--format", options->format, "text or jsonl (the document object of the reading contract)")
      ->check(CLI::IsMember({"text", "jsonl"}).description(""))
      ->type_name("FORMAT");
  add_knowledge_option(*command, options->paths);
  add_colour_option(*command, options->colour);
  add_fetch_options(*command, options->fetching);
  command->add_option("FILE", options->inputs, "files, folders or addresses (https://…); - for standard input")
      ->required();
  add_example(*command,
              "sumario page --format jsonl article.txt\n"
              "  sumario page saved-page.html             # what is taken for the article, block by block");
  command->callback([options, &run] {
    if (!options->url.empty()) options->article.url = options->url;
    run = [options] { return run_page(*options); };
  });
}

}  // namespace sumario::cli
