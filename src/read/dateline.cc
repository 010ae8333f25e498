#include "read/dateline.h"

#include <algorithm>
#include <array>
#include <optional>

namespace sumario::read {
namespace {

constexpr size_t kLongestDateline = 70;   // bytes
constexpr size_t kLongestHeadline = 300;  // bytes; longer paragraphs have no site name behind them

struct Dash {
  size_t at;    // of the dash's leading space
  size_t after; // first byte behind its trailing space
};

std::optional<Dash> dash_from(std::string_view words, size_t from, bool last) {
  static constexpr std::array<std::string_view, 5> kDashes = {" - ", " \u2013 ", " \u2014 ", " -- ", " | "};
  std::optional<Dash> found;
  for (std::string_view dash : kDashes) {
    size_t at = last ? words.rfind(dash) : words.find(dash, from);
    if (at == words.npos) continue;
    if (!found || (last ? at > found->at : at < found->at)) found = Dash{at, at + dash.size()};
  }
  return found;
}

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
bool is_small(char c) { return c >= 'a' && c <= 'z'; }

// A dateline starts with a place in capitals: at least two words of text before the dash are not small letters only.
bool is_place_in_capitals(std::string_view words) {
  size_t end = std::min(words.find(','), words.find('('));
  std::string_view place = words.substr(0, end);
  size_t capitals = static_cast<size_t>(std::count_if(place.begin(), place.end(), is_capital));
  return capitals >= 3 && std::none_of(place.begin(), place.end(), is_small);
}

bool is_site_name(std::string_view words) {
  auto spaces = std::count(words.begin(), words.end(), ' ');
  bool sentence = !words.empty() && (words.back() == '.' || words.back() == '?' || words.back() == '!' || words.back() == '"');
  return !words.empty() && is_capital(words.front()) && spaces >= 1 && spaces <= 8 && !sentence;
}

}  // namespace

ByteRange without_frame(std::string_view text, ByteRange segment) {
  std::string_view words = words_of(text, segment);
  if (auto dash = dash_from(words.substr(0, kLongestDateline), 0, false);
      dash && is_place_in_capitals(words.substr(0, dash->at)) && dash->after < words.size()) {
    // An all-capitals headline is no dateline: what follows it is written in small letters.
    std::string_view rest = words.substr(dash->after, 40);
    if (std::any_of(rest.begin(), rest.end(), is_small)) segment.start += static_cast<uint32_t>(dash->after);
  }
  words = words_of(text, segment);
  if (words.size() <= kLongestHeadline && words.find(". ") == words.npos)
    if (auto dash = dash_from(words, 0, true); dash && dash->at > 20 && is_site_name(words.substr(dash->after)))
      segment.end = segment.start + static_cast<uint32_t>(dash->at);
  return segment;
}

}  // namespace sumario::read
