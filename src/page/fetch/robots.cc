#include "page/fetch/robots.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "base/ascii.h"

namespace sumario::page {
namespace {

constexpr std::chrono::seconds kLongestDelay{60};

std::string_view trim(std::string_view text) { return stripped(text, " \t\f\v"); }

struct Line {
  std::string_view key, value;
};

// "Key: value # comment".
std::optional<Line> line_of(std::string_view text) {
  text = text.substr(0, text.find('#'));
  size_t colon = text.find(':');
  if (colon == text.npos) return std::nullopt;
  return Line{trim(text.substr(0, colon)), trim(text.substr(colon + 1))};
}

// The product token of a User-agent line: what stands before a version or anything else.
std::string_view token_of(std::string_view value) {
  auto is_token = [](char c) { return (ascii_lower(c) >= 'a' && ascii_lower(c) <= 'z') || c == '-' || c == '_'; };
  return value.substr(0, static_cast<size_t>(std::find_if_not(value.begin(), value.end(), is_token) - value.begin()));
}

std::chrono::milliseconds delay_of(std::string_view value) {
  double seconds = 0;
  std::from_chars(value.data(), value.data() + value.size(), seconds);
  if (!(seconds > 0)) return {};
  return std::chrono::milliseconds(static_cast<int64_t>(1000 * std::min<double>(seconds, kLongestDelay.count())));
}

int hex(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  return ascii_lower(c) >= 'a' && ascii_lower(c) <= 'f' ? ascii_lower(c) - 'a' + 10 : -1;
}

bool is_reserved(unsigned char c) {
  return std::string_view(":/?#[]@!$&'()*+,;=%").find(static_cast<char>(c)) != std::string_view::npos;
}
bool is_printable(unsigned char c) { return c > 0x20 && c < 0x7F; }

// One spelling for every path (RFC 9309, 2.2.2): plain characters never encoded, all others but the reserved always.
// In a path, as opposed to a pattern, '*' and '$' are characters like any other.
std::string spelt(std::string_view path, bool is_pattern) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string out;
  out.reserve(path.size());
  auto encode = [&](unsigned char c) {
    out += '%';
    out += kHex[c >> 4];
    out += kHex[c & 15];
  };
  for (size_t at = 0; at < path.size(); ++at) {
    auto c = static_cast<unsigned char>(path[at]);
    if (c == '%' && at + 2 < path.size() && hex(path[at + 1]) >= 0 && hex(path[at + 2]) >= 0) {
      c = static_cast<unsigned char>(16 * hex(path[at + 1]) + hex(path[at + 2]));
      at += 2;
      if (is_printable(c) && !is_reserved(c)) {
        out += static_cast<char>(c);
      } else {
        encode(c);
      }
    } else if (!is_printable(c) || (!is_pattern && (c == '*' || c == '$'))) {
      encode(c);
    } else {
      out += static_cast<char>(c);
    }
  }
  return out;
}

// Each piece between stars is taken where it first fits: no other choice can do better.
bool matches(std::string_view pattern, std::string_view path) {
  bool to_the_end = pattern.ends_with('$');
  if (to_the_end) pattern.remove_suffix(1);
  size_t star = pattern.find('*');
  if (!path.starts_with(pattern.substr(0, star))) return false;
  if (star == pattern.npos) return !to_the_end || path.size() == pattern.size();
  path.remove_prefix(star);
  for (pattern.remove_prefix(star + 1);; pattern.remove_prefix(star + 1)) {
    star = pattern.find('*');
    if (star == pattern.npos) return to_the_end ? path.ends_with(pattern) : path.find(pattern) != path.npos;
    size_t found = path.find(pattern.substr(0, star));
    if (found == path.npos) return false;
    path.remove_prefix(found + star);
  }
}

}  // namespace

RobotsRules RobotsRules::parse(std::string_view text, std::string_view product) {
  text = text.substr(0, kRobotsLimit);
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  RobotsRules own, others;
  bool has_own = false;  // a group names the product
  bool in_own = false, in_others = false, naming = false;
  while (!text.empty()) {
    size_t end = std::min(text.find_first_of("\r\n"), text.size());
    std::optional<Line> line = line_of(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (!line) continue;
    if (same_ignoring_case(line->key, "user-agent")) {
      if (!naming) in_own = in_others = false;
      naming = true;
      if (line->value.starts_with('*')) in_others = true;
      if (same_ignoring_case(token_of(line->value), product)) in_own = has_own = true;
    } else if (same_ignoring_case(line->key, "crawl-delay")) {
      if (in_own) own.delay_ = delay_of(line->value);
      if (in_others) others.delay_ = delay_of(line->value);
    } else if (bool allow = same_ignoring_case(line->key, "allow");
               allow || same_ignoring_case(line->key, "disallow")) {
      naming = false;
      if (line->value.empty()) continue;
      if (in_own) own.rules_.push_back({allow, spelt(line->value, true)});
      if (in_others) others.rules_.push_back({allow, spelt(line->value, true)});
    }
  }
  return has_own ? own : others;
}

bool RobotsRules::allows(std::string_view target) const {
  if (rules_.empty()) return true;
  if (target.size() > kTargetLimit) return false;
  std::string path = spelt(target, false);
  if (path == "/robots.txt") return true;
  const Rule* best = nullptr;
  for (const Rule& rule : rules_) {
    bool better = !best || rule.pattern.size() > best->pattern.size() ||
                  (rule.pattern.size() == best->pattern.size() && rule.allow && !best->allow);
    if (better && matches(rule.pattern, path)) best = &rule;
  }
  return !best || best->allow;
}

}  // namespace sumario::page
