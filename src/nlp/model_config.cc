#include "nlp/model_config.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

namespace sumario::nlp {
namespace {

std::string_view trim(std::string_view text) {
  const size_t begin = text.find_first_not_of(" \t\r");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1);
}

}  // namespace

Result<ModelConfig> ModelConfig::parse(std::string_view text, std::string file) {
  ModelConfig config;
  config.file_ = std::move(file);
  std::string section;
  std::string* open = nullptr;  // the value that indented lines go on with
  size_t number = 0;
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size());
    const std::string_view whole = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    ++number;
    const std::string_view line = trim(whole);
    if (line.empty() || line.front() == '#' || line.front() == ';') continue;
    if (open && (whole.front() == ' ' || whole.front() == '\t')) {
      *open += line;
      continue;
    }
    if (line.front() == '[' && line.back() == ']') {
      section = line.substr(1, line.size() - 2);
      open = nullptr;
      continue;
    }
    const size_t equals = line.find('=');
    if (equals == std::string_view::npos)
      return fail(ErrorCode::kDamaged,
                  fmt::format("{}: line {}: neither a section nor a setting", config.file_, number));
    open = &config.values_[fmt::format("{}:{}", section, trim(line.substr(0, equals)))];
    *open = trim(line.substr(equals + 1));
  }
  return config;
}

std::string_view ModelConfig::raw(std::string_view section, std::string_view key) const {
  auto found = values_.find(fmt::format("{}:{}", section, key));
  // ${section.path:key} or ${section.path.key}; a chain longer than this is a circle.
  for (int steps = 0; found != values_.end() && steps < 16; ++steps) {
    const std::string_view value = found->second;
    if (!value.starts_with("${") || !value.ends_with("}")) return value;
    std::string name(value.substr(2, value.size() - 3));
    if (name.find(':') == std::string::npos) {
      const size_t dot = name.rfind('.');
      if (dot == std::string::npos) return {};
      name[dot] = ':';
    }
    found = values_.find(name);
  }
  return {};
}

Result<std::string> ModelConfig::string(std::string_view section, std::string_view key,
                                        std::string_view otherwise) const {
  const std::string_view value = raw(section, key);
  if (value.empty() || value == "null") return std::string(otherwise);
  const auto json = nlohmann::json::parse(value, nullptr, false);
  if (!json.is_string()) return damaged(section, key, "is not a string");
  return json.get<std::string>();
}

Result<std::vector<std::string>> ModelConfig::strings(std::string_view section, std::string_view key) const {
  std::vector<std::string> strings;
  const std::string_view value = raw(section, key);
  if (value.empty() || value == "null") return strings;
  const auto json = nlohmann::json::parse(value, nullptr, false);
  if (!json.is_array()) return damaged(section, key, "is not an array");
  for (const auto& element : json) {
    if (!element.is_string()) return damaged(section, key, "holds something that is not a string");
    strings.push_back(element.get<std::string>());
  }
  return strings;
}

tl::unexpected<Error> ModelConfig::damaged(std::string_view section, std::string_view key,
                                           std::string_view reason) const {
  return fail(ErrorCode::kDamaged, fmt::format("{}: [{}] {} {}", file_, section, key, reason));
}

}  // namespace sumario::nlp
