// Attribute values that are lists of words apart by white space.
#pragma once

#include <string_view>
#include <vector>

namespace sumario::page {

inline std::vector<std::string_view> tokens_of(std::string_view list) {
  constexpr std::string_view kSpaces = " \t\r\n\f";
  std::vector<std::string_view> tokens;
  for (size_t at = list.find_first_not_of(kSpaces); at != std::string_view::npos;) {
    size_t end = list.find_first_of(kSpaces, at);
    tokens.push_back(list.substr(at, end - at));
    at = end == std::string_view::npos ? end : list.find_first_not_of(kSpaces, end);
  }
  return tokens;
}

}  // namespace sumario::page
