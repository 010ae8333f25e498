// Writes JSON a value at a time into one string: no tree, keys in the order they are given, the same bytes every time.
#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/day.h"

namespace sumario {

// Commas are its business, matching brackets the caller's. Text must be UTF-8 and is written as it is, control
// characters, quotes and backslashes escaped (RFC 8259, section 7).
class JsonWriter {
 public:
  JsonWriter& begin_object() { return open('{'); }
  JsonWriter& end_object() { return close('}'); }
  JsonWriter& begin_array() { return open('['); }
  JsonWriter& end_array() { return close(']'); }

  JsonWriter& key(std::string_view name);
  JsonWriter& value(std::string_view text);
  JsonWriter& value(const char* text) { return value(std::string_view(text)); }
  JsonWriter& value(double number);  // the shortest decimals that read back as the same number
  JsonWriter& value(std::integral auto number) { return raw(std::to_string(number)); }
  JsonWriter& value(Day day) { return value(to_string(day)); }
  JsonWriter& null() { return raw("null"); }
  template <typename T>
  JsonWriter& value(const std::optional<T>& maybe) {
    return maybe ? value(*maybe) : null();
  }
  // key and value in one.
  template <typename T>
  JsonWriter& field(std::string_view name, const T& content) {
    return key(name).value(content);
  }

  std::string take() { return std::move(out_); }

 private:
  JsonWriter& open(char bracket);
  JsonWriter& close(char bracket);
  JsonWriter& raw(std::string_view literal);
  void separate();

  std::string out_;
  bool needs_comma_ = false;
};

// `key` with a list of texts.
void write_texts(JsonWriter& json, std::string_view key, const std::vector<std::string>& texts);

}  // namespace sumario
