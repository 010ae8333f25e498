#include "record/dossier.h"

#include "record/dossier_json.h"
#include "record/json_writer.h"
#include "record/names.h"

namespace sumario {
namespace {

void write_days(JsonWriter& json, const DayInterval& days) { json.field("from", days.from).field("to", days.to); }

void write_standing(JsonWriter& json, const Standing& standing) {
  json.begin_object().field("forum", standing.forum).field("matter", standing.matter);
  json.field("status", standing.status).field("since", standing.since);
  json.key("steps").begin_array();
  for (const Step& step : standing.steps) {
    json.begin_object().field("type", step.type);
    write_days(json, step.days);
    write_texts(json, "claims", step.claims);
    json.end_object();
  }
  json.end_array().end_object();
}

void write_tenure(JsonWriter& json, const Tenure& tenure) {
  json.begin_object().field("office", tenure.office).field("body", tenure.body);
  write_days(json, tenure.days);
  write_texts(json, "claims", tenure.claims);
  json.end_object();
}

void write_allegation(JsonWriter& json, const Allegation& allegation) {
  json.begin_object().field("accuser", allegation.accuser).field("conduct", allegation.conduct);
  json.field("modality", name_of(allegation.modality)).field("answer", allegation.answer);
  write_texts(json, "claims", allegation.claims);
  json.end_object();
}

void write_part(JsonWriter& json, const Part& part) {
  json.begin_object().field("part", part.part).field("documents", part.documents).end_object();
}

void write_kept(JsonWriter& json, const KeptClaim& kept) {
  json.begin_object().field("kind", name_of(kept.claim.kind)).field("type", kept.claim.type);
  json.field("quote", kept.claim.evidence.quote).field("document", kept.document).field("url", kept.url);
  json.field("published", kept.published);
  json.field("start", kept.claim.evidence.range.start).field("end", kept.claim.evidence.range.end).end_object();
}

template <typename Part, typename Write>
void write_list(JsonWriter& json, std::string_view key, const std::vector<Part>& parts, Write write) {
  json.key(key).begin_array();
  for (const Part& part : parts) write(json, part);
  json.end_array();
}

}  // namespace

void write_kept_claims(JsonWriter& json, const std::map<std::string, KeptClaim>& claims) {
  json.key("claims").begin_object();
  for (const auto& [id, kept] : claims) write_kept(json.key(id), kept);
  json.end_object();
}

std::string to_json_line(const Dossier& dossier) {
  JsonWriter json;
  json.begin_object();
  json.key("person").begin_object().field("id", dossier.person_id).field("name", dossier.name);
  write_texts(json, "also", dossier.also);
  json.end_object().field("as_of", to_string(dossier.as_of));
  write_list(json, "standing", dossier.standing, write_standing);
  write_list(json, "offices", dossier.offices, write_tenure);
  write_list(json, "allegations", dossier.allegations, write_allegation);
  write_list(json, "parts", dossier.parts, write_part);
  write_kept_claims(json, dossier.claims);
  json.end_object();
  return json.take();
}

}  // namespace sumario
