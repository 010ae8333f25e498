// Readings as lines of JSON, keys in the order of the contract's example.
#include "record/json_writer.h"
#include "record/kept_reading.h"
#include "record/names.h"

namespace sumario {
namespace {

template <typename Enum>
std::optional<std::string_view> maybe_name_of(const std::optional<Enum>& value) {
  return value ? std::optional(name_of(*value)) : std::nullopt;
}

void write_range(JsonWriter& json, ByteRange range) { json.field("start", range.start).field("end", range.end); }

// What few documents have stands only in those.
void write_page(JsonWriter& json, const Article& article) {
  const std::pair<std::string_view, const std::optional<std::string>*> texts[] = {
      {"published_at", &article.published_at},
      {"updated", &article.updated},
      {"canonical", &article.canonical},
      {"original_outlet", &article.original_outlet}};
  for (const auto& [key, text] : texts) {
    if (*text) json.field(key, **text);
  }
  if (article.flags.empty()) return;
  json.key("flags").begin_array();
  for (PageFlag flag : article.flags) json.value(name_of(flag));
  json.end_array();
}

void write_article(JsonWriter& json, const Article& article) {
  json.begin_object();
  json.field("id", article.id).field("url", article.url).field("outlet", article.outlet).field("title", article.title);
  write_texts(json, "authors", article.authors);
  json.field("published", article.published).field("published_from", maybe_name_of(article.published_from));
  write_page(json, article);
  json.field("language", article.language).field("text", article.text);
  json.key("blocks").begin_array();
  for (const Block& block : article.blocks) {
    json.begin_object().field("role", name_of(block.role));
    write_range(json, block.range);
    json.end_object();
  }
  json.end_array().key("residue").begin_array();
  for (const Residue& residue : article.residue) {
    json.begin_object();
    write_range(json, residue.range);
    json.field("why", name_of(residue.why)).end_object();
  }
  json.end_array().end_object();
}

void write_entity(JsonWriter& json, const Entity& entity) {
  json.begin_object();
  json.field("id", entity.id).field("kind", name_of(entity.kind)).field("name", entity.name);
  write_texts(json, "also", entity.also);
  json.field("gender", maybe_name_of(entity.gender));
  json.key("mentions").begin_array();
  for (const Mention& mention : entity.mentions) {
    json.begin_object();
    write_range(json, mention.range);
    json.field("form", name_of(mention.form)).end_object();
  }
  json.end_array().end_object();
}

// Only a source has a cue, and always shows it.
void write_fillers(JsonWriter& json, const std::vector<Filler>& fillers, bool sources) {
  json.begin_array();
  for (const Filler& filler : fillers) {
    json.begin_object().field("entity", filler.entity).field("text", filler.text);
    write_range(json, filler.range);
    if (sources) json.field("cue", filler.cue);
    json.end_object();
  }
  json.end_array();
}

// Roles in the contract's order; strays behind them, so that nothing is lost silently.
void write_roles(JsonWriter& json, const Claim& claim) {
  json.begin_object();
  for (std::string_view role : roles_of(claim.kind)) {
    auto found = claim.roles.find(std::string(role));
    if (found != claim.roles.end()) write_fillers(json.key(role), found->second, false);
  }
  for (const auto& [role, fillers] : claim.roles) {
    if (!is_role_of(claim.kind, role)) write_fillers(json.key(role), fillers, false);
  }
  json.end_object();
}

void write_time(JsonWriter& json, const std::optional<ClaimTime>& time) {
  if (!time) {
    json.null();
    return;
  }
  json.begin_object().field("from", time->days.from).field("to", time->days.to);
  json.field("text", time->text);
  json.key("start").value(time->range ? std::optional(time->range->start) : std::nullopt);
  json.key("end").value(time->range ? std::optional(time->range->end) : std::nullopt);
  json.end_object();
}

void write_claim(JsonWriter& json, const Claim& claim) {
  json.begin_object();
  json.field("id", claim.id).field("kind", name_of(claim.kind)).field("type", claim.type);
  json.field("modality", name_of(claim.modality));
  write_roles(json.key("roles"), claim);
  write_time(json.key("time"), claim.time);
  write_fillers(json.key("sources"), claim.sources, true);
  json.key("evidence").begin_object();
  write_range(json, claim.evidence.range);
  json.field("quote", claim.evidence.quote).end_object();
  json.field("rule", claim.rule).field("confidence", claim.confidence).end_object();
}

void write_notes(JsonWriter& json, const std::vector<Note>& notes) {
  json.key("notes").begin_array();
  for (const Note& note : notes) {
    json.begin_object();
    write_range(json, note.range);
    json.field("why", name_of(note.why)).end_object();
  }
  json.end_array();
}

void write_reading(JsonWriter& json, const Reading& reading) {
  write_article(json.key("document"), reading.document);
  json.key("entities").begin_array();
  for (const Entity& entity : reading.entities) write_entity(json, entity);
  json.end_array().key("claims").begin_array();
  for (const Claim& claim : reading.claims) write_claim(json, claim);
  json.end_array();
  if (!reading.notes.empty()) write_notes(json, reading.notes);
}

}  // namespace

std::string to_json_line(const Article& article) {
  JsonWriter json;
  write_article(json, article);
  return json.take();
}

std::string to_json_line(const Reading& reading) {
  JsonWriter json;
  json.begin_object();
  write_reading(json, reading);
  json.end_object();
  return json.take();
}

std::string to_json_line(const KeptReading& kept) {
  JsonWriter json;
  json.begin_object();
  write_reading(json, kept.reading);
  json.key("read_with").begin_object().field("program", kept.with.program).field("model", kept.with.model);
  json.field("knowledge", kept.with.knowledge).end_object().end_object();
  return json.take();
}

}  // namespace sumario
