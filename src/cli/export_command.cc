#include <fmt/format.h>

#include <cstdio>
#include <filesystem>
#include <memory>
#include <vector>

#include "cli/command.h"
#include "cli/options.h"
#include "cli/output_file.h"
#include "cli/terminal.h"
#include "exports/exporter.h"
#include "store/store.h"

namespace sumario::cli {
namespace {

namespace fs = std::filesystem;

struct ExportOptions {
  std::string case_file, format, output, table = "claims";
  std::optional<Day> as_of;
};

exports::Sink standard_output() {
  return [](std::string_view bytes) -> Result<void> {
    if (print(bytes)) return {};
    return fail(ErrorCode::kFull, "standard output cannot be written");
  };
}

exports::Sink sink_into(OutputFile& file) {
  return [&file](std::string_view bytes) { return file.write(bytes); };
}

// The outputs of one export: files that take their names when all is written, or standard output.
class Outputs {
 public:
  explicit Outputs(const ExportOptions& options) : options_(options) {}

  Result<exports::Sink> whole() { return options_.output.empty() ? standard_output() : file(options_.output); }

  Result<exports::Sink> table(std::string_view name) {
    if (options_.output.empty()) return standard_output();
    std::error_code error;
    fs::create_directories(options_.output, error);
    if (error) return fail(ErrorCode::kUnreadable, fmt::format("{}: {}", options_.output, error.message()));
    return file(fs::path(options_.output) / fmt::format("{}.csv", name));
  }

  Result<void> keep() {
    for (auto& file : files_)
      if (Result<void> kept = file->keep(); !kept) return kept;
    if (options_.output.empty() && std::fflush(stdout) != 0)
      return fail(ErrorCode::kFull, "standard output cannot be written");
    return {};
  }

 private:
  Result<exports::Sink> file(const fs::path& path) {
    Result<std::unique_ptr<OutputFile>> made = OutputFile::begin(path);
    if (!made) return tl::unexpected(made.error());
    return sink_into(*files_.emplace_back(std::move(*made)));
  }

  const ExportOptions& options_;
  std::vector<std::unique_ptr<OutputFile>> files_;
};

Result<std::unique_ptr<exports::Exporter>> exporter_for(const ExportOptions& options, exports::AsOf as_of,
                                                        Outputs& outputs) {
  if (options.format == "csv") {
    auto tables = options.output.empty() ? std::vector{options.table} : exports::csv_tables();
    return exports::make_csv(as_of, tables, [&](std::string_view name) { return outputs.table(name); });
  }
  Result<exports::Sink> sink = outputs.whole();
  if (!sink) return tl::unexpected(sink.error());
  if (options.format == "ftm") return exports::make_ftm(as_of, std::move(*sink));
  if (options.format == "plover") return exports::make_plover(as_of, std::move(*sink));
  return exports::make_jsonl(as_of, std::move(*sink));
}

Result<void> export_record(store::Store& store, exports::Exporter& exporter) {
  store::Walk walk;
  exports::Exporter::Asks asks = exporter.asks();
  if (asks.people) walk.person = [&](const casefile::PersonRecord& person) { return exporter.person(person); };
  if (asks.bodies) walk.body = [&](const KeptBody& body) { return exporter.body(body); };
  if (asks.documents) walk.document = [&](const KeptReading& kept) { return exporter.document(kept); };
  return store.walk(walk);
}

int run_export(const ExportOptions& options) {
  Result<store::Store> store = store::Store::open(options.case_file, store::Access::kRead);
  if (!store) return refuse(store.error(), kCannotStart);
  Outputs outputs(options);
  auto exporter = exporter_for(options, {options.as_of.value_or(today()), options.as_of.has_value()}, outputs);
  if (!exporter) return refuse(exporter.error(), kCannotStart);
  Result<void> done = export_record(*store, **exporter);
  if (done) done = outputs.keep();
  return done ? kDone : refuse(done.error(), kSomeFailed);
}

}  // namespace

void add_export_command(CLI::App& app, Run& run) {
  auto options = std::make_shared<ExportOptions>();
  CLI::App* command = app.add_subcommand("export", "The whole record for other programs");
  command->description(
      "Writes the whole record for other programs.\n\n"
      "  ftm     FollowTheMoney entities, one a line: people, bodies, posts, cases and their parties, articles. Only "
      "a\n"
      "          conviction gives the topic \"crime\", a warrant \"wanted\", another open matter \"poi\"; the cleared "
      "and\n"
      "          the merely named have none\n"
      "  csv     tables for a spreadsheet: with --output a folder of them all, else the one that --table names\n"
      "  jsonl   the record itself, one reading a line: `sumario import` makes the same record of it\n"
      "  plover  political events for researchers, one a line");
  add_case_file_option(*command, options->case_file);
  command->add_option("--format", options->format, "ftm, csv, jsonl or plover")
      ->required()
      ->check(CLI::IsMember({"ftm", "csv", "jsonl", "plover"}).description(""))
      ->type_name("FORMAT");
  add_day_option(*command, "--as-of", options->as_of,
                 "as things stood on that day, whenever it was told (default: today, and all that is planned)");
  command->add_option("--output", options->output, "a file; for csv a folder (default: standard output)")
      ->type_name("PATH");
  command->add_option("--table", options->table, "which table csv writes to standard output (default: claims)")
      ->check(CLI::IsMember(exports::csv_tables()).description(""))
      ->type_name("NAME");
  add_example(*command, "sumario export --db case.db --format csv --output tables/");
  command->callback([options, &run] { run = [options] { return run_export(*options); }; });
}

}  // namespace sumario::cli
