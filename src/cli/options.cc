#include "cli/options.h"

#include <ctime>

#include "cli/terminal.h"

namespace sumario::cli {

CLI::Option* add_day_option(CLI::App& command, const std::string& name, std::optional<Day>& day,
                            const std::string& help) {
  return command
      .add_option_function<std::string>(
          name,
          [&day, name](const std::string& text) {
            day = parse_day(text);
            if (!day) throw CLI::ValidationError(name, "\"" + text + "\" is no day (YYYY-MM-DD)");
          },
          help)
      ->type_name("DATE");
}

void add_case_file_option(CLI::App& command, std::string& path) {
  command.add_option("--db", path, "the case file")->required()->type_name("FILE");
}

void add_example(CLI::App& command, const std::string& example) { command.footer("Example:\n  " + example); }

Day today() {
  std::time_t now = std::time(nullptr);
  std::tm local{};
  localtime_r(&now, &local);
  return *make_day(local.tm_year + 1900, static_cast<unsigned>(local.tm_mon + 1), static_cast<unsigned>(local.tm_mday));
}

int refuse(const Error& error, int status) {
  print("sumario: " + error.message + "\n", stderr);
  return status;
}

}  // namespace sumario::cli
