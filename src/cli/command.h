// What the commands share: how each is added to the program, and what its exit status means.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>

namespace sumario::cli {

// Exit statuses of the command-line contract.
enum Exit : int {
  kDone = 0,
  kSomeFailed = 1,   // some documents failed, each named on standard error; the rest done
  kUsage = 2,        // wrong usage
  kCannotStart = 3,  // no model, unreadable case file, port taken
};

// The work of the chosen command; returns an Exit.
using Run = std::function<int()>;

// Each adds one subcommand with its options and help to `app`. When the command line names it, its callback puts the
// work into `run`; nothing is done while parsing. `app` and `run` outlive the call of `run`.
void add_read_command(CLI::App& app, Run& run);
void add_parse_command(CLI::App& app, Run& run);
void add_page_command(CLI::App& app, Run& run);
void add_add_command(CLI::App& app, Run& run);
void add_watch_command(CLI::App& app, Run& run);
void add_who_command(CLI::App& app, Run& run);
void add_timeline_command(CLI::App& app, Run& run);
void add_diff_command(CLI::App& app, Run& run);
void add_retract_command(CLI::App& app, Run& run);
void add_export_command(CLI::App& app, Run& run);
void add_import_command(CLI::App& app, Run& run);

}  // namespace sumario::cli
