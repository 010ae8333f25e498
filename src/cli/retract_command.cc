#include <fmt/format.h>

#include <memory>

#include "casefile/changes.h"
#include "casefile/dossier.h"
#include "cli/changes_text.h"
#include "cli/command.h"
#include "cli/options.h"
#include "cli/terminal.h"

namespace sumario::cli {
namespace {

struct RetractOptions {
  std::string case_file, outlet;
  std::vector<std::string> documents;
  Colour colour = Colour::kAuto;
};

// Dossiers of today, by record id.
using Dossiers = std::map<std::string, Dossier>;

Result<Dossiers> dossiers_of(store::Store& store, const std::vector<casefile::Candidate>& people) {
  Dossiers dossiers;
  for (const casefile::Candidate& person : people) {
    Result<casefile::PersonRecord> record = store.person(person);
    if (!record) return tl::unexpected(record.error());
    dossiers.emplace(person.id, casefile::dossier_of(*record, today()));
  }
  return dossiers;
}

Result<std::vector<std::string>> documents_meant(store::Store& store, const RetractOptions& options) {
  if (!options.outlet.empty()) {
    auto documents = store.documents_of_outlet(options.outlet);
    if (documents && documents->empty())
      return fail(ErrorCode::kNotFound, fmt::format("{}: no document of {}", options.case_file, options.outlet));
    return documents;
  }
  std::vector<std::string> documents;
  for (const std::string& prefix : options.documents) {
    Result<std::string> document = store.document_with(prefix);
    if (!document) return tl::unexpected(document.error());
    documents.push_back(std::move(*document));
  }
  return documents;
}

int run_retract(const RetractOptions& options) {
  Result<store::Store> store = store::Store::open(options.case_file, store::Access::kEdit);
  if (!store) return refuse(store.error(), kCannotStart);
  Result<std::vector<std::string>> documents = documents_meant(*store, options);
  if (!documents)
    return refuse(documents.error(), documents.error().code == ErrorCode::kNotFound ? kSomeFailed : kCannotStart);
  Result<std::vector<casefile::Candidate>> people = store->people_in(*documents);
  if (!people) return refuse(people.error(), kCannotStart);
  Result<Dossiers> before = dossiers_of(*store, *people);
  if (!before) return refuse(before.error(), kCannotStart);
  Result<Articles> articles = articles_of(*store, {documents->begin(), documents->end()});
  if (!articles) return refuse(articles.error(), kCannotStart);

  Result<void> done = store->retract(*documents);
  if (!done) return refuse(done.error(), kCannotStart);
  std::string text = fmt::format("{} document{} taken back\n\n", documents->size(), documents->size() == 1 ? "" : "s");
  for (const auto& [id, article] : *articles)
    text += fmt::format("  {}{}\n", source_in_words(article), article.title ? ": " + *article.title : "");
  text += "\n";
  Result<Dossiers> after = dossiers_of(*store, *people);  // empty for whom no other document names
  if (!after) return refuse(after.error(), kCannotStart);
  Look look = look_of(stdout, options.colour);
  std::map<std::pair<std::string, std::string>, std::string> people_changed;  // by name and id
  for (const auto& [id, once] : *before) {
    Dossier& now = (*after)[id];
    now.as_of = once.as_of;
    PersonChanges changes = casefile::changes_between(once, now);
    if (!changes.empty()) people_changed[{changes.name, id}] = changes_text(changes, *articles, look);
  }
  for (const auto& [who, changes] : people_changed) text += changes;
  return print(text) ? kDone : refuse({ErrorCode::kFull, "standard output cannot be written"}, kSomeFailed);
}

}  // namespace

void add_retract_command(CLI::App& app, Run& run) {
  auto options = std::make_shared<RetractOptions>();
  CLI::App* command =
      app.add_subcommand("retract", "Take documents back, with all that rests on them alone, and say what changed");
  add_case_file_option(*command, options->case_file);
  CLI::Option_group* what = command->add_option_group("what");
  what->add_option("--document", options->documents, "a document's id, or how it begins (`who --format json` gives it)")
      ->type_name("ID");
  what->add_option("--outlet", options->outlet, "all documents of this outlet")->type_name("NAME");
  what->require_option(1);
  add_colour_option(*command, options->colour);
  add_example(*command, "sumario retract --db case.db --outlet \"The Sentinel\"");
  command->callback([options, &run] { run = [options] { return run_retract(*options); }; });
}

}  // namespace sumario::cli
