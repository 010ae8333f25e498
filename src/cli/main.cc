// sumario: the program. Every command is a file of its own; this one only chooses.
#include <csignal>
#include <exception>

#include "cli/command.h"
#include "cli/terminal.h"

namespace {

using namespace sumario::cli;

int run_program(int argc, char** argv) {
  CLI::App app(
      "Reads news and court announcements and keeps the case file: who stands where, as of any day, each fact with\n"
      "the sentence that proves it.",
      "sumario");
  app.require_subcommand(1);
  app.set_version_flag("--version", std::string("sumario ") + SUMARIO_VERSION);
  app.footer(
      "`sumario COMMAND --help` explains a command, with an example.\n"
      "Exit status: 0 all done, 1 some documents failed, 2 wrong usage, 3 could not start.");
  Run run;
  add_read_command(app, run);
  add_add_command(app, run);
  add_watch_command(app, run);
  add_who_command(app, run);
  add_timeline_command(app, run);
  add_diff_command(app, run);
  add_retract_command(app, run);
  add_export_command(app, run);
  add_import_command(app, run);
  add_page_command(app, run);
  add_parse_command(app, run);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? kDone : kUsage;
  }
  return run();
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run_program(argc, argv);
  } catch (const std::exception& exception) {
    print(std::string("sumario: stopped: ") + exception.what() + "\n", stderr);
    return kSomeFailed;
  }
}
