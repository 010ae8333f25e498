#include <algorithm>
#include <memory>

#include "casefile/changes.h"
#include "casefile/dossier.h"
#include "cli/changes_text.h"
#include "cli/command.h"
#include "cli/options.h"
#include "cli/terminal.h"

namespace sumario::cli {
namespace {

struct DiffOptions {
  std::string case_file, format = "text";
  std::optional<Day> from, to;
  Colour colour = Colour::kAuto;
};

// Everybody who stands otherwise on the second day, by name.
Result<std::vector<PersonChanges>> changes_in(store::Store& store, Day from, Day to) {
  Result<std::vector<casefile::Candidate>> people = store.people();
  if (!people) return tl::unexpected(people.error());
  std::vector<PersonChanges> changed;
  for (const casefile::Candidate& person : *people) {
    Result<casefile::PersonRecord> record = store.person(person);
    if (!record) return tl::unexpected(record.error());
    if (record->claims.empty()) continue;
    PersonChanges changes =
        casefile::changes_between(casefile::dossier_of(*record, from), casefile::dossier_of(*record, to));
    if (!changes.empty()) changed.push_back(std::move(changes));
  }
  std::sort(changed.begin(), changed.end(), [](const PersonChanges& a, const PersonChanges& b) {
    return std::tie(a.name, a.person_id) < std::tie(b.name, b.person_id);
  });
  return changed;
}

int run_diff(const DiffOptions& options) {
  Day from = *options.from, to = options.to.value_or(today());
  if (to < from) return refuse({ErrorCode::kInvalid, "--from lies after --to"}, kUsage);
  Result<store::Store> store = store::Store::open(options.case_file, store::Access::kRead);
  if (!store) return refuse(store.error(), kCannotStart);
  Result<std::vector<PersonChanges>> changed = changes_in(*store, from, to);
  if (!changed) return refuse(changed.error(), kCannotStart);

  std::string text;
  if (options.format == "json") {
    text = to_json_line(*changed, from, to) + "\n";
  } else {
    Look look = look_of(stdout, options.colour);
    for (const PersonChanges& changes : *changed) {
      Result<Articles> articles = articles_of(*store, documents_of(changes));
      if (!articles) return refuse(articles.error(), kCannotStart);
      text += changes_text(changes, *articles, look);
    }
    if (changed->empty()) print("sumario: nothing changed between these days\n", stderr);
  }
  return print(text) ? kDone : refuse({ErrorCode::kFull, "standard output cannot be written"}, kSomeFailed);
}

}  // namespace

void add_diff_command(CLI::App& app, Run& run) {
  auto options = std::make_shared<DiffOptions>();
  CLI::App* command = app.add_subcommand("diff", "Standings and offices that changed between two days");
  add_case_file_option(*command, options->case_file);
  add_day_option(*command, "--from", options->from, "the earlier day")->required();
  add_day_option(*command, "--to", options->to, "the later day (else today)");
  command->add_option("--format", options->format, "text or json")
      ->check(CLI::IsMember({"text", "json"}).description(""))
      ->type_name("FORMAT");
  add_colour_option(*command, options->colour);
  add_example(*command, "sumario diff --db case.db --from 2024-10-01 --to 2024-11-20");
  command->callback([options, &run] { run = [options] { return run_diff(*options); }; });
}

}  // namespace sumario::cli
