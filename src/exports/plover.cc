// Political events for researchers: actions as PLOVER codes them (Open Event Data Alliance, 2023), one JSON object a
// line.
#include "exports/claim_cells.h"
#include "exports/held.h"
#include "record/json_writer.h"
#include "record/names.h"

namespace sumario::exports {
namespace {

class Plover final : public Exporter {
 public:
  Plover(AsOf as_of, Sink sink) : held_(as_of), limited_(as_of.only_until), sink_(std::move(sink)) {}

  Asks asks() const override { return {.people = limited_, .documents = true}; }

  Result<void> person(const casefile::PersonRecord& person) override {
    held_.dossier(person);
    return {};
  }

  Result<void> document(const KeptReading& kept) override {
    const EntityNames names = names_in(kept.reading);
    for (const Claim& claim : kept.reading.claims) {
      if (claim.kind != ClaimKind::kAction || !held_.claim(kept, claim)) continue;
      if (Result<void> done = sink_(event(kept, claim, names) + "\n"); !done) return done;
    }
    return {};
  }

 private:
  static void write_side(JsonWriter& json, const char* role, const KeptReading& kept, const Claim& claim,
                         const EntityNames& names) {
    json.key(role).begin_array();
    if (auto fillers = claim.roles.find(role); fillers != claim.roles.end())
      for (const Filler& filler : fillers->second) {
        auto id = filler.entity ? kept.ids.find(*filler.entity) : kept.ids.end();
        auto name = filler.entity ? names.find(*filler.entity) : names.end();
        json.begin_object().field("name", name == names.end() ? filler.text : name->second);
        json.field("id", id == kept.ids.end() ? std::nullopt : std::optional(id->second)).end_object();
      }
    json.end_array();
  }

  static std::string event(const KeptReading& kept, const Claim& claim, const EntityNames& names) {
    const Article& article = kept.reading.document;
    const DayInterval days = claim.time ? claim.time->days : DayInterval{};
    JsonWriter json;
    json.begin_object().field("event_id", kept_claim_id(article.id, claim.id));
    json.field("event_type", claim.type).field("modality", name_of(claim.modality));
    json.field("date_from", days.from).field("date_to", days.to).field("published", article.published);
    write_side(json, "actor", kept, claim, names);
    write_side(json, "recipient", kept, claim, names);
    json.field("source", sources_in_words(claim, names)).field("confidence", claim.confidence);
    json.field("quote", claim.evidence.quote).field("start", claim.evidence.range.start);
    json.field("end", claim.evidence.range.end).field("document", article.id).field("url", article.url);
    json.field("publisher", article.outlet).end_object();
    return json.take();
  }

  Held held_;
  bool limited_;
  Sink sink_;
};

}  // namespace

std::unique_ptr<Exporter> make_plover(AsOf as_of, Sink sink) {
  return std::make_unique<Plover>(as_of, std::move(sink));
}

}  // namespace sumario::exports
