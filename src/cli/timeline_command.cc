#include <memory>

#include "casefile/doubt.h"
#include "cli/command.h"
#include "cli/options.h"
#include "cli/terminal.h"
#include "cli/timeline_text.h"

namespace sumario::cli {
namespace {

struct TimelineOptions {
  std::string case_file, person, format = "text";
  std::optional<Day> from, to;
  Colour colour = Colour::kAuto;
};

// What the person's dossier leaves out, the person's timeline leaves out too.
Result<std::set<std::string>> doubted_claims(store::Store& store, const casefile::Candidate& person) {
  Result<casefile::PersonRecord> record = store.person(person);
  if (!record) return tl::unexpected(record.error());
  std::set<std::string> doubted;
  casefile::Believed believed = casefile::weigh(person.id, record->claims);
  for (const KeptClaim& kept : believed.doubted) doubted.insert(kept.id);
  for (const KeptClaim& kept : believed.taken_back) doubted.insert(kept.id);
  return doubted;
}

int run_timeline(const TimelineOptions& options) {
  Result<store::Store> store = store::Store::open(options.case_file, store::Access::kRead);
  if (!store) return refuse(store.error(), kCannotStart);
  std::optional<casefile::Candidate> person;
  if (!options.person.empty()) {
    Result<PersonMeant> meant = person_meant(*store, options.person);
    if (!meant) return refuse(meant.error(), meant.error().code == ErrorCode::kNotFound ? kSomeFailed : kCannotStart);
    person = std::move(meant->person);
  }
  Result<store::ClaimSet> set = store->dated_claims(person ? &*person : nullptr, options.from, options.to);
  if (!set) return refuse(set.error(), kCannotStart);
  if (person) {
    Result<std::set<std::string>> doubted = doubted_claims(*store, *person);
    if (!doubted) return refuse(doubted.error(), kCannotStart);
    std::erase_if(set->claims, [&](const KeptClaim& kept) { return doubted->contains(kept.id); });
  }
  std::vector<casefile::Event> events = casefile::timeline_of(set->claims, options.from, options.to);

  std::string text;
  if (options.format == "json") {
    text = timeline_json(events, set->names) + "\n";
  } else {
    std::set<std::string> documents;
    for (const casefile::Event& event : events) documents.insert(event.told.front()->document);
    Result<Articles> articles = articles_of(*store, documents);
    if (!articles) return refuse(articles.error(), kCannotStart);
    text = timeline_text(events, set->names, *articles, look_of(stdout, options.colour));
    if (events.empty()) print("sumario: no dated claim on these days\n", stderr);
  }
  return print(text) ? kDone : refuse({ErrorCode::kFull, "standard output cannot be written"}, kSomeFailed);
}

}  // namespace

void add_timeline_command(CLI::App& app, Run& run) {
  auto options = std::make_shared<TimelineOptions>();
  CLI::App* command = app.add_subcommand("timeline", "Dated claims in order");
  add_case_file_option(*command, options->case_file);
  command->add_option("--person", options->person, "only what names this person")->type_name("NAME");
  add_day_option(*command, "--from", options->from, "nothing before this day");
  add_day_option(*command, "--to", options->to, "nothing after this day");
  command->add_option("--format", options->format, "text or json")
      ->check(CLI::IsMember({"text", "json"}).description(""))
      ->type_name("FORMAT");
  add_colour_option(*command, options->colour);
  add_example(*command, "sumario timeline --db case.db --person \"Ramiro Olazarri\" --from 2024-10-01");
  command->callback([options, &run] { run = [options] { return run_timeline(*options); }; });
}

}  // namespace sumario::cli
