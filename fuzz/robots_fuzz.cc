// What servers say that fetching reads: a line of paths to ask for, then a robots.txt. No rules allow what no rule
// forbids; what is read of an address or a Retry-After is what its header promises.
#include <cstdlib>
#include <string>
#include <string_view>

#include "page/fetch/retry_after.h"
#include "page/fetch/robots.h"
#include "page/fetch/web_address.h"

namespace {

using namespace sumario::page;

void require(bool holds) {
  if (!holds) std::abort();
}

void check_address(std::string_view line) {
  static const auto kBase = web_address("https://example.org/news/today");
  for (const auto& read : {web_address(line), web_address(line, *kBase)}) {
    if (!read) {
      require(read.error().message.find('\n') == std::string::npos);
      continue;
    }
    require(read->text.starts_with("http://") || read->text.starts_with("https://"));
    require(read->origin.starts_with("http") && read->target.starts_with('/'));
    require(read->text.find('@') == std::string::npos || read->text.find('@') > read->text.find('/', 8));
    auto again = web_address(read->text);
    require(again && again->text == read->text && again->origin == read->origin && again->target == read->target);
  }
}

void check_wait(std::string_view line) {
  if (auto wait = wait_asked(std::string(line.substr(0, line.find('\0'))), 1'700'000'000)) {
    require(wait->count() > 0 && wait->count() <= 86'400);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  std::string_view input(reinterpret_cast<const char*>(data), size);
  std::string_view line = input.substr(0, input.find('\n'));
  std::string_view text = input.substr(line.size());
  check_address(line);
  check_wait(line);
  RobotsRules rules = RobotsRules::parse(text, "sumario");
  require(rules.allows("/robots.txt"));
  require(rules.delay().count() >= 0 && rules.delay().count() <= 60'000);
  bool allowed = rules.allows(line);
  if (!allowed) require(text.find(':') != text.npos);
  require(allowed == RobotsRules::parse(text, "SUMARIO").allows(line));
  return 0;
}
