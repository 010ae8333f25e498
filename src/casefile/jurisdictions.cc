#include "casefile/jurisdictions.h"

#include <unicode/locid.h>
#include <unicode/strenum.h>
#include <unicode/timezone.h>
#include <unicode/tznames.h>

#include <algorithm>
#include <cctype>
#include <map>
#include <memory>
#include <vector>

#include "casefile/embedded_lexicons.h"

namespace sumario::casefile {
namespace {

using Words = std::vector<std::string>;

bool is_letter(char c) { return std::isalnum(static_cast<unsigned char>(c)) || static_cast<unsigned char>(c) >= 0x80; }

// Words as written; "U.S." reads "US" and "Mexico's" reads "Mexico".
Words words_of(std::string_view text) {
  Words words;
  std::string word;
  auto end_word = [&] {
    if (!word.empty()) words.push_back(std::move(word));
    word.clear();
  };
  for (size_t i = 0; i < text.size(); ++i) {
    std::string_view rest = text.substr(i);
    if (rest.starts_with("\u2019")) {
      end_word();
      i += 2;
    } else if (is_letter(text[i])) {
      word.push_back(text[i]);
    } else if (text[i] != '.' || word.empty() || !std::isupper(static_cast<unsigned char>(word.back()))) {
      end_word();
    }
  }
  end_word();
  return words;
}

std::string to_utf8(const icu::UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

class Gazetteer {
 public:
  Gazetteer() {
    for (const auto& fields : lexicon_entries(jurisdictions_text())) {
      if (fields.size() < 2) continue;
      std::string forum(fields[1]);
      add(fields[0], {forum, fields.size() > 2 ? std::string(fields[2]) : forum});
    }
    add_countries();
    add_cities();
  }

  // The longest entry that starts at words[at], and how many words it takes.
  std::pair<const Jurisdiction*, size_t> longest_at(const Words& words, size_t at) const {
    auto first = entries_.find(words[at]);
    if (first == entries_.end()) return {nullptr, 1};
    const Entry* best = nullptr;
    for (const Entry& entry : first->second) {
      bool fits = at + entry.words.size() <= words.size() &&
                  std::equal(entry.words.begin(), entry.words.end(), words.begin() + static_cast<std::ptrdiff_t>(at));
      if (fits && (!best || entry.words.size() > best->words.size())) best = &entry;
    }
    if (!best) return {nullptr, 1};
    return {&best->jurisdiction, best->words.size()};
  }

  std::string country(std::string_view name) const {
    auto found = countries_.find(std::string(name));
    return found == countries_.end() ? std::string(name) : found->second;
  }

 private:
  struct Entry {
    Words words;
    Jurisdiction jurisdiction;
  };

  // What was added first stands: the lexicon before ICU.
  void add(std::string_view text, const Jurisdiction& jurisdiction) {
    Words words = words_of(text);
    if (words.empty()) return;
    std::vector<Entry>& entries = entries_[words.front()];
    for (const Entry& entry : entries)
      if (entry.words == words) return;
    countries_.emplace(jurisdiction.name, jurisdiction.country);
    entries.push_back({std::move(words), jurisdiction});
  }

  void add_countries() {
    for (const char* const* code = icu::Locale::getISOCountries(); *code; ++code) {
      icu::UnicodeString shown;
      std::string name = to_utf8(icu::Locale("en", *code).getDisplayCountry(icu::Locale::getEnglish(), shown));
      add(name, {name, name});
    }
  }

  void add_cities() {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::TimeZoneNames> names(icu::TimeZoneNames::createInstance(icu::Locale::getEnglish(), status));
    std::unique_ptr<icu::StringEnumeration> zones(
        icu::TimeZone::createTimeZoneIDEnumeration(UCAL_ZONE_TYPE_CANONICAL_LOCATION, nullptr, nullptr, status));
    if (U_FAILURE(status)) return;
    while (const icu::UnicodeString* zone = zones->snext(status)) {
      char region[8] = {};
      icu::UnicodeString city, shown;
      icu::TimeZone::getRegion(*zone, region, sizeof region, status);
      names->getExemplarLocationName(*zone, city);
      if (U_FAILURE(status)) return;
      std::string name = to_utf8(icu::Locale("en", region).getDisplayCountry(icu::Locale::getEnglish(), shown));
      if (!city.isBogus() && city != shown) add(to_utf8(city), {name, name});
    }
  }

  std::map<std::string, std::vector<Entry>> entries_;  // by first word
  std::map<std::string, std::string> countries_;
};

const Gazetteer& gazetteer() {
  static const Gazetteer made;
  return made;
}

}  // namespace

std::optional<Jurisdiction> jurisdiction_named_in(std::string_view text) {
  Words words = words_of(text);
  std::optional<Jurisdiction> found;
  for (size_t at = 0; at < words.size();) {
    auto [named, size] = gazetteer().longest_at(words, at);
    at += size;
    if (!named || (found && *named == *found)) continue;
    if (!found) {
      found = *named;
    } else if (named->country != found->country) {
      return std::nullopt;
    } else {
      found = Jurisdiction{named->country, named->country};
    }
  }
  return found;
}

std::string country_of(std::string_view jurisdiction) { return gazetteer().country(jurisdiction); }

}  // namespace sumario::casefile
