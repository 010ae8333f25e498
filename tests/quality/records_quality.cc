// Prints the documents of inputs for tools/quality/feeds.py and archives.py: reads JSON lines {"file", "url", "language", "charset"}
// from standard input and answers each with one JSON object {"charset", "records": […]}; a record is {"error"} or what
// its container says of it and its bytes.
#include <fmt/format.h>

#include <iostream>
#include <nlohmann/json.hpp>
#include <string>

#include "base/day.h"
#include "page/input/charset.h"
#include "page/input/records.h"
#include "page/text/published.h"

namespace {

using nlohmann::json;
using namespace sumario;

json shown(const std::optional<std::string>& text) { return text ? json(*text) : json(); }

json day_of(const std::optional<std::string>& text) {
  std::optional<Day> day = text ? page::day_in_metadata(*text) : std::nullopt;
  return day ? json(to_string(*day)) : json();
}

json as_json(const Result<page::Record>& record) {
  if (!record) return {{"error", record.error().message}};
  const page::Declared& said = record->declared;
  return {{"name", record->name},
          {"url", shown(said.url)},
          {"title", shown(said.title)},
          {"authors", said.authors},
          {"outlet", shown(said.outlet)},
          {"language", shown(said.language)},
          {"published", shown(said.published)},
          {"published_day", day_of(said.published)},
          {"updated", shown(said.updated)},
          {"updated_day", day_of(said.updated)},
          {"bytes", record->bytes}};
}

json records_of(const json& input) {
  const std::string file = input.at("file");
  page::Declared declared;
  if (input.contains("url")) declared.url = input["url"];
  if (input.contains("language")) declared.language = input["language"];
  if (input.contains("charset")) declared.charset = input["charset"];
  auto bytes = read_file(file, page::kRecordLimit);
  if (!bytes) return {{"error", bytes.error().message}};
  json records = json::array();
  auto reader = page::RecordReader::over(memory_bytes(*bytes), file, page::kRecordLimit, declared);
  if (!reader) return {{"error", reader.error().message}};
  while (auto record = reader->next()) records.push_back(as_json(*record));
  return {{"charset", page::charset_of(*bytes, page::Markup::kXml, declared.charset)}, {"records", records}};
}

}  // namespace

int main() {
  for (std::string line; std::getline(std::cin, line);) {
    fmt::print("{}\n", records_of(json::parse(line)).dump(-1, ' ', false, json::error_handler_t::replace));
  }
}
