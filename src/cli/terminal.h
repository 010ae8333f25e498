// How output looks where it goes: colours on a terminal only, lines as wide as it is.
#pragma once

#include <CLI/CLI.hpp>
#include <cstdio>
#include <string>
#include <string_view>

namespace sumario::cli {

enum class Colour { kAuto, kAlways, kNever };

struct Look {
  bool colour = false;
  int width = 100;  // columns a line may take
};

// Adds --color auto|always|never.
void add_colour_option(CLI::App& command, Colour& colour);

// The look of a stream. `auto` colours a terminal unless NO_COLOR is set (no-color.org) or TERM is "dumb". The width is
// the terminal's, held between 40 and 120; COLUMNS counts where there is none.
Look look_of(std::FILE* stream, Colour colour);

bool is_terminal(std::FILE* stream);

// Writes all of `text`. False when the stream took it no longer (full disk, closed pipe).
bool print(std::string_view text, std::FILE* stream = stdout);

}  // namespace sumario::cli
