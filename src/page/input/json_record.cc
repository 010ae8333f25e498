#include "page/input/json_record.h"

#include <fmt/format.h>
#include <simdjson.h>

#include "base/utf8.h"

namespace sumario::page {
namespace {

namespace dom = simdjson::dom;

tl::unexpected<Error> wrong_kind(std::string_view name, std::string_view field, std::string_view needed) {
  return fail(ErrorCode::kDamaged, fmt::format("{}: {}: {} is needed", name, field, needed));
}

Result<std::optional<std::string>> text_field(dom::object object, const char* field, std::string_view name) {
  dom::element element;
  if (object.at_key(field).get(element) || element.is_null()) return std::optional<std::string>();
  std::string_view text;
  if (element.get(text)) return wrong_kind(name, field, "a text");
  if (text.empty()) return std::optional<std::string>();
  return std::string(text);
}

Result<std::vector<std::string>> texts_field(dom::object object, const char* field, std::string_view name) {
  std::vector<std::string> texts;
  dom::element element;
  if (object.at_key(field).get(element) || element.is_null()) return texts;
  std::string_view text;
  if (!element.get(text)) {
    if (!text.empty()) texts.emplace_back(text);
    return texts;
  }
  dom::array list;
  if (element.get(list)) return wrong_kind(name, field, "a list of texts");
  for (dom::element one : list) {
    if (one.get(text)) return wrong_kind(name, field, "a list of texts");
    if (!text.empty()) texts.emplace_back(text);
  }
  return texts;
}

}  // namespace

Result<JsonRecord> parse_json_record(std::string_view line, std::string_view name) {
  if (auto broken = first_broken_utf8(line)) {
    return fail(ErrorCode::kDamaged, fmt::format("{}: broken UTF-8 at byte {} of the line", name, *broken));
  }
  dom::parser parser;
  dom::element root;
  if (auto error = parser.parse(line.data(), line.size()).get(root)) {
    return fail(ErrorCode::kDamaged, fmt::format("{}: no JSON: {}", name, simdjson::error_message(error)));
  }
  dom::object object;
  if (root.get(object)) return fail(ErrorCode::kDamaged, fmt::format("{}: no JSON object", name));

  JsonRecord record;
  const std::pair<const char*, std::optional<std::string>*> texts[] = {
      {"text", &record.text},   {"html", &record.html},           {"url", &record.url},
      {"title", &record.title}, {"published", &record.published}, {"outlet", &record.outlet}};
  for (const auto& [field, into] : texts) {
    auto value = text_field(object, field, name);
    if (!value) return tl::unexpected(std::move(value.error()));
    *into = std::move(*value);
  }
  auto authors = texts_field(object, "authors", name);
  if (!authors) return tl::unexpected(std::move(authors.error()));
  record.authors = std::move(*authors);
  return record;
}

}  // namespace sumario::page
