#include "record/changes.h"

#include "record/dossier_json.h"
#include "record/json_writer.h"

namespace sumario {
namespace {

void write_person(JsonWriter& json, const PersonChanges& changes) {
  json.begin_object().key("person").begin_object();
  json.field("id", changes.person_id).field("name", changes.name).end_object();
  json.key("standing").begin_array();
  for (const StandingChange& change : changes.standing) {
    json.begin_object().field("forum", change.forum).field("matter", change.matter);
    json.field("before", change.before).field("after", change.after).field("since", change.since);
    write_texts(json, "claims", change.claims);
    json.end_object();
  }
  json.end_array().key("offices").begin_array();
  for (const OfficeChange& change : changes.offices) {
    json.begin_object().field("change", name_of(change.turn)).field("office", change.office);
    json.field("body", change.body).field("day", change.day);
    write_texts(json, "claims", change.claims);
    json.end_object();
  }
  json.end_array();
  write_kept_claims(json, changes.claims);
  json.end_object();
}

}  // namespace

std::string_view name_of(OfficeTurn turn) {
  switch (turn) {
    case OfficeTurn::kTaken:
      return "taken";
    case OfficeTurn::kLeft:
      return "left";
    case OfficeTurn::kUntold:
      return "untold";
  }
  return "";
}

std::string to_json_line(std::span<const PersonChanges> people, Day from, Day to) {
  JsonWriter json;
  json.begin_object().field("from", to_string(from)).field("to", to_string(to)).key("people").begin_array();
  for (const PersonChanges& changes : people) write_person(json, changes);
  json.end_array().end_object();
  return json.take();
}

}  // namespace sumario
