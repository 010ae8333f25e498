#include "cli/fetching.h"

#include <fmt/format.h>

#include <algorithm>

namespace sumario::cli {
namespace {

constexpr const char* kGroup = "Fetching";
constexpr int kTotalPerSilence = 3;  // a page may take this many times as long as a server may be silent

std::string one_line(const std::string& text) {
  bool plain = std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < 0x7F; });
  return plain && !text.empty() ? "" : "an address of the web or of mail, without spaces, is needed";
}

std::chrono::milliseconds milliseconds(double seconds) {
  return std::chrono::milliseconds(static_cast<int64_t>(1000 * seconds));
}

}  // namespace

void add_fetch_options(CLI::App& command, FetchChoices& choices) {
  command
      .add_flag("--allow-private", choices.allow_private,
                "fetch from this machine and private networks too, which is refused otherwise")
      ->group(kGroup);
  command
      .add_flag("--ignore-robots", choices.ignore_robots, "fetch what a site's robots.txt asks programs not to read")
      ->group(kGroup);
  command
      .add_option("--timeout", choices.timeout,
                  "how long a server may be silent (else 20); a page may take three times that")
      ->check(CLI::Range(0.1, 3600.0).description(""))
      ->type_name("SECONDS")
      ->group(kGroup);
  command.add_option("--pause", choices.pause, "between two requests to one site (else 1)")
      ->check(CLI::Range(0.0, 3600.0).description(""))
      ->type_name("SECONDS")
      ->group(kGroup);
  command
      .add_option("--contact", choices.contact, "where sites can reach you; goes into the name sumario gives itself")
      ->check(CLI::Validator(one_line, ""))
      ->type_name("ADDRESS")
      ->group(kGroup);
}

page::Fetcher fetcher_of(const FetchChoices& choices, std::stop_token stop) {
  page::FetchOptions options;
  options.agent = std::string("sumario/") + SUMARIO_VERSION;
  if (!choices.contact.empty()) options.agent += " (+" + choices.contact + ")";
  options.limits.silence = milliseconds(choices.timeout);
  options.limits.connect = std::min(options.limits.connect, options.limits.silence);
  options.limits.total = kTotalPerSilence * options.limits.silence;
  options.pause = milliseconds(choices.pause);
  options.ignore_robots = choices.ignore_robots;
  if (choices.allow_private) options.judge = nullptr;
  return page::Fetcher(std::move(options), std::move(stop));
}

}  // namespace sumario::cli
