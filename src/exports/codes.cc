#include "exports/codes.h"

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <map>

#include "base/ascii.h"
#include "casefile/jurisdictions.h"

namespace sumario::exports {
namespace {

std::map<std::string, std::string, std::less<>> codes_by_name() {
  std::map<std::string, std::string, std::less<>> codes;
  for (const char* const* code = icu::Locale::getISOCountries(); *code; ++code) {
    icu::UnicodeString shown;
    icu::Locale("", *code).getDisplayCountry(icu::Locale::getEnglish(), shown);
    std::string name;
    codes.emplace(shown.toUTF8String(name), ascii_lowered(*code));
  }
  return codes;
}

}  // namespace

std::optional<std::string> country_code(std::string_view jurisdiction) {
  static const auto kCodes = codes_by_name();
  auto code = kCodes.find(casefile::country_of(jurisdiction));
  return code == kCodes.end() ? std::nullopt : std::optional(code->second);
}

std::optional<std::string> language_code(const std::string& tag) {
  std::string code = icu::Locale(tag.c_str()).getISO3Language();
  return code.empty() ? std::nullopt : std::optional(code);
}

}  // namespace sumario::exports
