// The record as FollowTheMoney entities, which Aleph, OpenSanctions' tools and yente read.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "casefile/name_key.h"
#include "exports/claim_cells.h"
#include "exports/codes.h"
#include "exports/ftm_entity.h"
#include "exports/held.h"
#include "exports/topics.h"

namespace sumario::exports {
namespace {

std::string article_id(std::string_view document) { return "d-" + std::string(document); }

bool is_public(const KeptBody& body) {
  return std::any_of(body.parts.begin(), body.parts.end(), [](const auto& part) {
    return part.first == ClaimKind::kLaw || part.second == "authority" || part.second == "court" ||
           part.second == "forum";
  });
}

// A matter before an authority; an accusation, and its withdrawal, is none.
bool is_case(const Standing& standing) {
  return std::any_of(standing.steps.begin(), standing.steps.end(),
                     [](const Step& step) { return step.type != "accuse" && step.type != "exonerate"; });
}

bool is_closed(std::string_view status) {
  return status == "dismissed" || status == "acquitted" || status == "overturned" || status == "pardoned" ||
         status == "settled" || status == "released";
}

class Ftm final : public Exporter {
 public:
  Ftm(AsOf as_of, Sink sink) : held_(as_of), sink_(std::move(sink)) {}

  Asks asks() const override { return {.people = true, .bodies = true, .documents = true}; }

  Result<void> person(const casefile::PersonRecord& record) override {
    const Dossier dossier = held_.dossier(record);
    FtmEntity person(record.id, "Person");
    person.add("name", dossier.name);
    for (const std::string& other : dossier.also) person.add("alias", other);
    for (const std::string& topic : topics_of(dossier)) person.add("topics", topic);
    for (const Tenure& tenure : dossier.offices) person.add("position", post_name(tenure));
    for (const Standing& standing : dossier.standing) person.add("notes", in_words(standing));
    Result<void> done = sink_(person.line());
    for (const Tenure& tenure : dossier.offices)
      if (done) done = tell_tenure(dossier, tenure);
    for (const Standing& standing : dossier.standing)
      if (done && is_case(standing)) done = tell_case(dossier, standing);
    return done ? tell_documents(record) : done;
  }

  Result<void> body(const KeptBody& body) override {
    if (body.parts.empty()) return {};
    FtmEntity entity(body.id, is_public(body) ? "PublicBody" : "Organization");
    for (const std::string& name : body.names) entity.add("name", name);
    for (const std::string& document : body.documents) entity.add("proof", article_id(document));
    return sink_(entity.line());
  }

  Result<void> document(const KeptReading& kept) override {
    if (!held_.document(kept)) return {};
    const Article& article = kept.reading.document;
    FtmEntity entity(article_id(article.id), "Article");
    entity.add("title", article.title).add("publisher", article.outlet).add("bodyText", article.text);
    for (const std::string& author : article.authors) entity.add("author", author);
    entity.add("publishedAt", day_text(article.published)).add("language", language_code(article.language));
    entity.add_url("sourceUrl", article.url);
    return sink_(entity.line());
  }

 private:
  static std::string post_name(const Tenure& tenure) {
    return tenure.body.empty() ? tenure.office : tenure.office + ", " + tenure.body;
  }

  static std::string in_words(const Standing& standing) {
    std::string words = standing.forum.empty() ? standing.status : standing.forum + ": " + standing.status;
    if (standing.since) words += " since " + to_string(*standing.since);
    return standing.matter.empty() ? words : words + " (" + standing.matter + ")";
  }

  // The sentences that `claims` are, with their documents.
  static void prove(FtmEntity& entity, const Dossier& dossier, const std::vector<std::string>& claims) {
    for (const std::string& id : claims) {
      const KeptClaim& kept = dossier.claims.at(id);
      entity.add("summary", kept.claim.evidence.quote).add("proof", article_id(kept.document));
      entity.add_url("sourceUrl", kept.url);
    }
  }

  Result<void> tell_tenure(const Dossier& dossier, const Tenure& tenure) {
    FtmEntity post(ftm_id("o-", {casefile::name_key(tenure.office), casefile::name_key(tenure.body)}), "Position");
    post.add("name", post_name(tenure)).add("country", country_code(tenure.body));
    if (posts_.insert(post.id()).second)
      if (Result<void> done = sink_(post.line()); !done) return done;
    FtmEntity held(ftm_id("t-", {dossier.person_id, post.id(), day_text(tenure.days.from), day_text(tenure.days.to)}),
                   "Occupancy");
    held.add("holder", dossier.person_id).add("post", post.id());
    held.add("startDate", day_text(tenure.days.from)).add("endDate", day_text(tenure.days.to));
    if (tenure.days.to && *tenure.days.to < held_.day()) held.add("status", "ended");
    prove(held, dossier, tenure.claims);
    return sink_(held.line());
  }

  Result<void> tell_case(const Dossier& dossier, const Standing& standing) {
    const Step& first = standing.steps.front();
    FtmEntity matter(ftm_id("m-", {dossier.person_id, standing.forum, standing.matter, first.claims.front()}),
                     "CourtCase");
    std::string where = standing.forum.empty() ? "" : ", " + standing.forum;
    matter.add("name", standing.matter.empty() ? dossier.name + where : dossier.name + where + ": " + standing.matter);
    matter.add("country", country_code(standing.forum)).add("status", standing.status);
    for (const Step& step : standing.steps) {
      std::string day = day_text(step.days.to ? step.days.to : step.days.from);
      matter.add("description", day.empty() ? step.type : day + " " + step.type);
    }
    if (is_closed(standing.status)) matter.add("closeDate", day_text(standing.since));
    FtmEntity party(ftm_id("q-", {matter.id(), dossier.person_id}), "CourtCaseParty");
    party.add("case", matter.id()).add("party", dossier.person_id).add("role", "defendant");
    party.add("status", standing.status).add("date", day_text(standing.since));
    for (const Step& step : standing.steps) prove(party, dossier, step.claims), prove(matter, dossier, step.claims);
    Result<void> done = sink_(matter.line());
    return done ? sink_(party.line()) : done;
  }

  // Each document that says something of the person, with the sentences.
  Result<void> tell_documents(const casefile::PersonRecord& record) {
    std::map<std::string, FtmEntity> links;
    for (const KeptClaim& kept : record.claims) {
      if (!held_.claim(kept)) continue;
      FtmEntity link(ftm_id("l-", {kept.document, record.id}), "Documentation");
      FtmEntity& entity = links.try_emplace(kept.document, std::move(link)).first->second;
      entity.add("document", article_id(kept.document)).add("entity", record.id).add("role", "mentioned");
      entity.add("summary", kept.claim.evidence.quote).add("date", day_text(kept.published));
    }
    for (const auto& [document, link] : links)
      if (Result<void> done = sink_(link.line()); !done) return done;
    return {};
  }

  Held held_;
  std::set<std::string> posts_;  // told already
  Sink sink_;
};

}  // namespace

std::unique_ptr<Exporter> make_ftm(AsOf as_of, Sink sink) { return std::make_unique<Ftm>(as_of, std::move(sink)); }

}  // namespace sumario::exports
