#include "exports/ftm_entity.h"

#include <algorithm>

#include "base/sha256.h"
#include "record/json_writer.h"

namespace sumario::exports {

FtmEntity& FtmEntity::add(const char* property, std::optional<std::string_view> value) {
  if (!value || value->empty()) return *this;
  std::vector<std::string>& values = properties_[property];
  if (std::find(values.begin(), values.end(), *value) == values.end()) values.emplace_back(*value);
  return *this;
}

FtmEntity& FtmEntity::add_url(const char* property, const std::optional<std::string>& address) {
  bool web = address && (address->starts_with("https://") || address->starts_with("http://"));
  return web ? add(property, *address) : *this;
}

std::string FtmEntity::line() const {
  JsonWriter json;
  json.begin_object().field("id", id_).field("schema", schema_).key("properties").begin_object();
  for (const auto& [property, values] : properties_) write_texts(json, property, values);
  json.end_object().end_object();
  return json.take() + "\n";
}

std::string ftm_id(std::string_view prefix, const std::vector<std::string_view>& parts) {
  std::string seed;
  for (std::string_view part : parts) seed.append(part).append("\n");
  return std::string(prefix) + sha256_hex(seed).substr(0, 16);
}

}  // namespace sumario::exports
