#include "nlp/python_pattern.h"

#include <algorithm>

namespace sumario::nlp {
namespace {

// Copies one escape that starts at pattern[at]; returns how many bytes of it were read.
size_t copy_escape(std::string_view pattern, size_t at, std::string& out) {
  char kind = at + 1 < pattern.size() ? pattern[at + 1] : '\0';
  size_t digits = kind == 'u' ? 4 : kind == 'U' ? 8 : 0;
  if (digits > 0 && at + 2 + digits <= pattern.size()) {
    std::string_view number = pattern.substr(at + 2, digits);
    number.remove_prefix(std::min(number.find_first_not_of('0'), digits - 1));
    out.append("\\x{").append(number).append("}");
    return 2 + digits;
  }
  if (kind == 'Z') {
    out += "\\z";
    return 2;
  }
  out.append(pattern.substr(at, 2));
  return 2;
}

// Length of a leading "(?letters)", 0 where there is none.
size_t flag_group(std::string_view pattern) {
  if (!pattern.starts_with("(?")) return 0;
  size_t end = pattern.find_first_not_of("aiLmsux", 2);
  return end != std::string_view::npos && end > 2 && pattern[end] == ')' ? end + 1 : 0;
}

// The end of the group that opens at pattern[at], one past its ')'; npos where it does not close.
size_t group_end(std::string_view pattern, size_t at) {
  int depth = 0;
  bool in_class = false;
  for (size_t i = at; i < pattern.size(); ++i) {
    char c = pattern[i];
    if (c == '\\') {
      ++i;
    } else if (in_class) {
      in_class = c != ']';
    } else if (c == '[') {
      in_class = true;
    } else if (c == '(') {
      ++depth;
    } else if (c == ')' && --depth == 0) {
      return i + 1;
    }
  }
  return std::string_view::npos;
}

}  // namespace

std::string pcre2_pattern_of(std::string_view python_pattern) {
  std::string out;
  out.reserve(python_pattern.size() + python_pattern.size() / 4);
  size_t at = flag_group(python_pattern);
  if (at > 0) {
    std::string flags(python_pattern.substr(2, at - 3));
    std::erase(flags, 'u');
    if (!flags.empty()) out += "(?" + flags + ")";
  }
  bool in_class = false;
  size_t class_start = 0;  // where a ']' would still be a literal
  while (at < python_pattern.size()) {
    char c = python_pattern[at];
    if (c == '\\') {
      at += copy_escape(python_pattern, at, out);
      continue;
    }
    if (!in_class && c == '[') {
      in_class = true;
      class_start = at + 1;
      if (class_start < python_pattern.size() && python_pattern[class_start] == '^') ++class_start;
    } else if (in_class && c == ']' && at > class_start) {
      in_class = false;
    } else if (in_class && c == '[') {
      out += '\\';  // PCRE2 would look for [:alpha:]
    } else if (in_class && c == ']') {
      out += '\\';
    }
    out += c;
    ++at;
  }
  return out;
}

std::optional<std::vector<std::string>> anchored_branches(std::string_view pattern, size_t size) {
  size_t at = flag_group(pattern);
  std::string flags(pattern.substr(0, at));
  std::vector<std::string> parts;
  while (at < pattern.size()) {
    size_t end = group_end(pattern, at);
    bool anchored = pattern.substr(at).starts_with("(?:^");
    if (!anchored || end == std::string_view::npos || (end < pattern.size() && pattern[end] != '|'))
      return std::nullopt;
    std::string_view branch = pattern.substr(at, end - at);
    if (parts.empty() || parts.back().size() + branch.size() > size) parts.push_back(flags);
    if (parts.back().size() > flags.size()) parts.back() += '|';
    parts.back().append(branch);
    at = end + 1;
  }
  if (parts.empty()) return std::nullopt;
  return parts;
}

}  // namespace sumario::nlp
