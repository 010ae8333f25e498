#include <fmt/format.h>

#include <memory>

#include "casefile/dossier.h"
#include "cli/ask.h"
#include "cli/command.h"
#include "cli/dossier_text.h"
#include "cli/options.h"
#include "cli/terminal.h"

namespace sumario::cli {
namespace {

struct WhoOptions {
  std::string case_file, name, format = "text";
  std::optional<Day> as_of;
  Colour colour = Colour::kAuto;
};

std::set<std::string> documents_of(const Dossier& dossier) {
  std::set<std::string> documents;
  for (const auto& [id, kept] : dossier.claims) documents.insert(kept.document);
  for (const KeptClaim& kept : dossier.doubted) documents.insert(kept.document);
  return documents;
}

int run_who(const WhoOptions& options) {
  Result<store::Store> store = store::Store::open(options.case_file, store::Access::kRead);
  if (!store) return refuse(store.error(), kCannotStart);
  Result<PersonMeant> meant = person_meant(*store, options.name);
  if (!meant) return refuse(meant.error(), meant.error().code == ErrorCode::kNotFound ? kSomeFailed : kCannotStart);
  Result<casefile::PersonRecord> record = store->person(meant->person);
  if (!record) return refuse(record.error(), kCannotStart);
  Dossier dossier = casefile::dossier_of(*record, options.as_of.value_or(today()));

  std::string text;
  if (options.format == "json") {
    text = to_json_line(dossier) + "\n";
  } else {
    Result<Articles> articles = articles_of(*store, documents_of(dossier));
    if (!articles) return refuse(articles.error(), kCannotStart);
    text = dossier_text(dossier, *articles, meant->person.documents, look_of(stdout, options.colour));
  }
  if (!print(text)) return refuse({ErrorCode::kFull, "standard output cannot be written"}, kSomeFailed);
  for (const casefile::Candidate& other : meant->others)
    print(fmt::format("sumario: \"{}\" ({} document{}) is kept apart\n", other.name, other.documents,
                      other.documents == 1 ? "" : "s"),
          stderr);
  return kDone;
}

}  // namespace

void add_who_command(CLI::App& app, Run& run) {
  auto options = std::make_shared<WhoOptions>();
  CLI::App* command = app.add_subcommand("who", "The dossier of one person, as of a day");
  add_case_file_option(*command, options->case_file);
  add_day_option(*command, "--as-of", options->as_of, "where the person stood at the end of this day (else today)");
  command->add_option("--format", options->format, "text or json")
      ->check(CLI::IsMember({"text", "json"}).description(""))
      ->type_name("FORMAT");
  add_colour_option(*command, options->colour);
  command->add_option("NAME", options->name, "a full name, or a surname that only one person bears")->required();
  add_example(*command, "sumario who --db case.db --as-of 2024-11-20 \"Ramiro Olazarri\"");
  command->callback([options, &run] { run = [options] { return run_who(*options); }; });
}

}  // namespace sumario::cli
