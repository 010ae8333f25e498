// The options of the commands that fetch what an address names.
#pragma once

#include <CLI/CLI.hpp>
#include <stop_token>
#include <string>

#include "page/fetch/fetcher.h"

namespace sumario::cli {

struct FetchChoices {
  bool allow_private = false, ignore_robots = false;
  double timeout = 20, pause = 1;  // seconds
  std::string contact;
};

// Adds --allow-private, --ignore-robots, --timeout, --pause and --contact.
void add_fetch_options(CLI::App& command, FetchChoices& choices);

page::Fetcher fetcher_of(const FetchChoices& choices, std::stop_token stop);

}  // namespace sumario::cli
