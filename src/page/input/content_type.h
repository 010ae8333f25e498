// The Content-Type of a page, as HTTP and archives give it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace sumario::page {

struct ContentType {
  std::string media;                   // "text/html": lower case, without parameters
  std::optional<std::string> charset;  // the label as written, without quotes
};

// Of "text/html; charset=UTF-8". Pure; thread-safe.
ContentType content_type_of(std::string_view header);

}  // namespace sumario::page
