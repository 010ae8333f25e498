#include "cli/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <map>

namespace sumario::cli {
namespace {

constexpr int kNarrowest = 40, kWidest = 120, kUsual = 100;

int columns_of(std::FILE* stream) {
  winsize size{};
  if (ioctl(fileno(stream), TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  const char* columns = std::getenv("COLUMNS");
  int told = columns ? std::atoi(columns) : 0;
  return told > 0 ? told : kUsual;
}

bool wants_colour(std::FILE* stream) {
  const char* none = std::getenv("NO_COLOR");
  const char* term = std::getenv("TERM");
  return is_terminal(stream) && !(none && *none) && !(term && std::string_view(term) == "dumb");
}

}  // namespace

void add_colour_option(CLI::App& command, Colour& colour) {
  static const std::map<std::string, Colour> kChoices = {
      {"auto", Colour::kAuto}, {"always", Colour::kAlways}, {"never", Colour::kNever}};
  command.add_option("--color", colour, "auto (on a terminal), always or never")
      ->transform(CLI::CheckedTransformer(kChoices).description(""))
      ->type_name("WHEN");
}

Look look_of(std::FILE* stream, Colour colour) {
  Look look;
  look.colour = colour == Colour::kAlways || (colour == Colour::kAuto && wants_colour(stream));
  look.width = std::clamp(columns_of(stream), kNarrowest, kWidest);
  return look;
}

bool is_terminal(std::FILE* stream) { return isatty(fileno(stream)) == 1; }

bool print(std::string_view text, std::FILE* stream) {
  return std::fwrite(text.data(), 1, text.size(), stream) == text.size() && std::fflush(stream) == 0;
}

}  // namespace sumario::cli
