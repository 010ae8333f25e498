// Readings from lines of JSON. Every field is looked for under its name; the first that is missing or of the wrong kind
// is named in the error ("claims[2].evidence.start: a whole number is needed").
#include <fmt/format.h>

#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>

#include "record/kept_reading.h"
#include "record/names.h"

namespace sumario {
namespace {

using Json = nlohmann::json;

// What ends the reading of a damaged line; never leaves this file.
struct Damage {
  std::string message;
};

// A value and the path that leads to it.
struct Node {
  const Json& json;
  std::string path;

  [[noreturn]] void refuse(std::string_view needed) const { throw Damage{fmt::format("{}: {}", path, needed)}; }

  Node at(const char* key) const {
    if (!json.is_object()) refuse("an object is needed");
    auto found = json.find(key);
    std::string inner = path.empty() ? key : path + "." + key;
    if (found == json.end()) throw Damage{inner + ": missing"};
    return {*found, std::move(inner)};
  }
  bool is_null(const char* key) const {
    auto found = json.is_object() ? json.find(key) : json.end();
    return found == json.end() || found->is_null();
  }
  const std::string& text() const {
    if (!json.is_string()) refuse("a text is needed");
    return json.get_ref<const std::string&>();
  }
  double number() const {
    if (!json.is_number()) refuse("a number is needed");
    return json.get<double>();
  }
  uint32_t offset() const {
    // Signed and unsigned alike; get<uint64_t> of a negative number would wrap.
    if (!json.is_number_integer() || (!json.is_number_unsigned() && json.get<int64_t>() < 0) ||
        json.get<uint64_t>() > std::numeric_limits<uint32_t>::max()) {
      refuse("a whole number is needed");
    }
    return json.get<uint32_t>();
  }
  Day day() const {
    auto value = parse_day(text());
    if (!value) refuse("a day YYYY-MM-DD is needed");
    return *value;
  }
  template <typename Enum>
  Enum word() const {
    auto value = value_named<Enum>(text());
    if (!value) refuse(fmt::format("'{}' is none of the contract's words", text()));
    return *value;
  }
  // What `read` makes of each element.
  template <typename Read>
  auto list(Read read) const {
    if (!json.is_array()) refuse("a list is needed");
    std::vector<std::invoke_result_t<Read, const Node&>> all;
    all.reserve(json.size());
    for (size_t i = 0; i < json.size(); ++i) all.push_back(read(Node{json[i], fmt::format("{}[{}]", path, i)}));
    return all;
  }
  // Absent or null gives empty.
  template <typename Read>
  auto maybe(const char* key, Read read) const {
    using Value = std::decay_t<std::invoke_result_t<Read, const Node&>>;
    return is_null(key) ? std::optional<Value>() : std::optional<Value>(read(at(key)));
  }
};

std::string text_in(const Node& node) { return node.text(); }
Day day_in(const Node& node) { return node.day(); }
ByteRange range_in(const Node& node) { return {node.at("start").offset(), node.at("end").offset()}; }

std::vector<std::string> texts_in(const Node& node, const char* key) {
  return node.is_null(key) ? std::vector<std::string>() : node.at(key).list(text_in);
}

Article article_in(const Node& node) {
  Article article;
  article.id = node.at("id").text();
  article.url = node.maybe("url", text_in);
  article.outlet = node.maybe("outlet", text_in);
  article.title = node.maybe("title", text_in);
  article.authors = texts_in(node, "authors");
  article.published = node.maybe("published", day_in);
  article.published_from = node.maybe("published_from", [](const Node& from) { return from.word<PublishedFrom>(); });
  article.published_at = node.maybe("published_at", text_in);
  article.updated = node.maybe("updated", text_in);
  article.canonical = node.maybe("canonical", text_in);
  article.original_outlet = node.maybe("original_outlet", text_in);
  if (!node.is_null("flags"))
    article.flags = node.at("flags").list([](const Node& flag) { return flag.word<PageFlag>(); });
  article.language = node.at("language").text();
  article.text = node.at("text").text();
  article.blocks = node.at("blocks").list(
      [](const Node& block) { return Block{block.at("role").word<BlockRole>(), range_in(block)}; });
  article.residue = node.at("residue").list(
      [](const Node& residue) { return Residue{range_in(residue), residue.at("why").word<ResidueWhy>()}; });
  return article;
}

Entity entity_in(const Node& node) {
  Entity entity;
  entity.id = node.at("id").text();
  entity.kind = node.at("kind").word<EntityKind>();
  entity.name = node.at("name").text();
  entity.also = texts_in(node, "also");
  entity.gender = node.maybe("gender", [](const Node& gender) { return gender.word<Gender>(); });
  entity.mentions = node.at("mentions").list([](const Node& mention) {
    return Mention{range_in(mention), mention.at("form").word<MentionForm>()};
  });
  return entity;
}

Filler filler_in(const Node& node) {
  Filler filler;
  filler.entity = node.maybe("entity", text_in);
  filler.text = node.at("text").text();
  filler.range = range_in(node);
  filler.cue = node.maybe("cue", text_in);
  return filler;
}

ClaimTime time_in(const Node& node) {
  ClaimTime time;
  time.days = {node.maybe("from", day_in), node.maybe("to", day_in)};
  time.text = node.maybe("text", text_in);
  if (!node.is_null("start")) time.range = range_in(node);
  return time;
}

Claim claim_in(const Node& node) {
  Claim claim;
  claim.id = node.at("id").text();
  claim.kind = node.at("kind").word<ClaimKind>();
  claim.type = node.at("type").text();
  claim.modality = node.at("modality").word<Modality>();
  Node roles = node.at("roles");
  if (!roles.json.is_object()) roles.refuse("an object is needed");
  for (const auto& [role, fillers] : roles.json.items()) {
    claim.roles[role] = Node{fillers, roles.path + "." + role}.list(filler_in);
  }
  claim.time = node.maybe("time", time_in);
  claim.sources = node.at("sources").list(filler_in);
  Node evidence = node.at("evidence");
  claim.evidence = {range_in(evidence), evidence.at("quote").text()};
  claim.rule = node.at("rule").text();
  claim.confidence = node.at("confidence").number();
  return claim;
}

Note note_in(const Node& node) { return {range_in(node), node.at("why").word<NoteWhy>()}; }

Reading reading_in(const Node& root) {
  Reading reading;
  reading.document = article_in(root.at("document"));
  reading.entities = root.at("entities").list(entity_in);
  reading.claims = root.at("claims").list(claim_in);
  if (!root.is_null("notes")) reading.notes = root.at("notes").list(note_in);
  return reading;
}

KeptReading kept_reading_in(const Node& root) {
  KeptReading kept;
  kept.reading = reading_in(root);
  if (root.is_null("read_with")) return kept;
  Node with = root.at("read_with");
  kept.with = {with.at("program").text(), with.at("model").text(), with.at("knowledge").text()};
  return kept;
}

// What `read` makes of the line.
template <typename Read>
auto from_line(std::string_view line, Read read) -> Result<std::invoke_result_t<Read, const Node&>> {
  Json json = Json::parse(line, nullptr, /*allow_exceptions=*/false);
  if (json.is_discarded()) return fail(ErrorCode::kDamaged, "reading: not a JSON object");
  try {
    return read(Node{json, ""});
  } catch (const Damage& damage) {
    return fail(ErrorCode::kDamaged, "reading: " + damage.message);
  }
}

}  // namespace

Result<Reading> reading_from_json(std::string_view line) { return from_line(line, reading_in); }
Result<KeptReading> kept_reading_from_json(std::string_view line) { return from_line(line, kept_reading_in); }

}  // namespace sumario
