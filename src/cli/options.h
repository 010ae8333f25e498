// Options that several commands share, checked as they are parsed.
#pragma once

#include <CLI/CLI.hpp>
#include <optional>
#include <string>

#include "base/day.h"
#include "base/result.h"

namespace sumario::cli {

// A day as YYYY-MM-DD; anything else is wrong usage.
CLI::Option* add_day_option(CLI::App& command, const std::string& name, std::optional<Day>& day,
                            const std::string& help);

// --db FILE, required.
void add_case_file_option(CLI::App& command, std::string& path);

// The last lines of a command's help.
void add_example(CLI::App& command, const std::string& example);

// Today by the local calendar.
Day today();

// Names the error on standard error and gives back `status`.
int refuse(const Error& error, int status);

}  // namespace sumario::cli
