// The record as tables: people and what is known of them as of a day, then every document and claim.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "exports/claim_cells.h"
#include "exports/csv.h"
#include "exports/held.h"
#include "record/names.h"

namespace sumario::exports {
namespace {

struct Table {
  std::string_view name;
  bool of_people;  // told by people, else by documents
  std::vector<std::string> columns;
};

const std::array<Table, 7>& all_tables() {
  static const std::array<Table, 7> kTables = {{
      {"people", true, {"id", "name", "also", "as_of", "standing", "documents", "parts"}},
      {"standings",
       true,
       {"person_id", "person", "forum", "matter", "status", "since", "quote", "document", "url", "published"}},
      {"steps",
       true,
       {"person_id", "person", "forum", "matter", "step", "from", "to", "claim", "quote", "document", "url",
        "published"}},
      {"offices",
       true,
       {"person_id", "person", "office", "body", "from", "to", "claim", "quote", "document", "url", "published"}},
      {"allegations",
       true,
       {"person_id", "person", "accuser", "conduct", "modality", "answer", "claim", "quote", "document", "url",
        "published"}},
      {"documents", false, {"id", "title", "outlet", "authors", "published", "language", "url", "claims"}},
      {"claims",
       false,
       {"id", "kind", "type", "modality", "roles", "from", "to", "time", "sources", "quote", "start", "end", "rule",
        "confidence", "document", "title", "outlet", "url", "published"}},
  }};
  return kTables;
}

std::string joined(const std::vector<std::string>& texts) { return fmt::format("{}", fmt::join(texts, "; ")); }

class Tables final : public Exporter {
 public:
  Tables(AsOf as_of, std::map<std::string, Sink> sinks)
      : held_(as_of), limited_(as_of.only_until), sinks_(std::move(sinks)) {}

  Result<void> begin() {
    for (const Table& table : all_tables())
      if (auto sink = sinks_.find(std::string(table.name)); sink != sinks_.end())
        if (Result<void> told = sink->second(csv_row(table.columns)); !told) return told;
    return {};
  }

  Asks asks() const override {
    auto wanted = [&](bool of_people) {
      return std::any_of(all_tables().begin(), all_tables().end(), [&](const Table& table) {
        return table.of_people == of_people && sinks_.contains(std::string(table.name));
      });
    };
    return {.people = limited_ || wanted(true), .documents = wanted(false)};
  }

  Result<void> person(const casefile::PersonRecord& record) override {
    const Dossier dossier = held_.dossier(record);
    Result<void> done = tell_person(dossier, record.named.size());
    if (done) done = tell_standings(dossier);
    for (const Tenure& tenure : dossier.offices)
      for (const std::string& claim : first_of(tenure.claims))
        if (done)
          done = row("offices", with_source({dossier.person_id, dossier.name, tenure.office, tenure.body,
                                             day_text(tenure.days.from), day_text(tenure.days.to), claim},
                                            dossier, claim));
    for (const Allegation& one : dossier.allegations)
      for (const std::string& claim : first_of(one.claims))
        if (done)
          done = row("allegations", with_source({dossier.person_id, dossier.name, one.accuser, one.conduct,
                                                 std::string(name_of(one.modality)), one.answer.value_or(""), claim},
                                                dossier, claim));
    return done;
  }

  Result<void> document(const KeptReading& kept) override {
    if (!held_.document(kept)) return {};
    const Article& article = kept.reading.document;
    const EntityNames names = names_in(kept.reading);
    size_t count = 0;
    for (const Claim& claim : kept.reading.claims) {
      if (!held_.claim(kept, claim)) continue;
      ++count;
      if (Result<void> done = tell_claim(article, claim, names); !done) return done;
    }
    return row("documents",
               {article.id, article.title.value_or(""), article.outlet.value_or(""), joined(article.authors),
                day_text(article.published), article.language, article.url.value_or(""), std::to_string(count)});
  }

 private:
  Result<void> row(const std::string& table, const std::vector<std::string>& cells) {
    auto sink = sinks_.find(table);
    return sink == sinks_.end() ? Result<void>() : sink->second(csv_row(cells));
  }

  static std::vector<std::string> first_of(const std::vector<std::string>& claims) {
    return claims.empty() ? claims : std::vector{claims.front()};
  }

  // The cells and behind them the quote, document, address and day of the claim.
  static std::vector<std::string> with_source(std::vector<std::string> cells, const Dossier& dossier,
                                              const std::string& id) {
    const KeptClaim& kept = dossier.claims.at(id);
    cells.insert(cells.end(),
                 {kept.claim.evidence.quote, kept.document, kept.url.value_or(""), day_text(kept.published)});
    return cells;
  }

  Result<void> tell_person(const Dossier& dossier, size_t documents) {
    std::vector<std::string> standings, parts;
    for (const Standing& standing : dossier.standing)
      standings.push_back(standing.forum.empty() ? standing.status : standing.forum + ": " + standing.status);
    for (const Part& part : dossier.parts) parts.push_back(fmt::format("{} in {}", part.part, part.documents));
    return row("people", {dossier.person_id, dossier.name, joined(dossier.also), to_string(dossier.as_of),
                          joined(standings), std::to_string(documents), joined(parts)});
  }

  // A standing rests on the sentence of its last step.
  Result<void> tell_standings(const Dossier& dossier) {
    Result<void> done;
    for (const Standing& standing : dossier.standing) {
      std::vector<std::string> matter = {dossier.person_id, dossier.name, standing.forum, standing.matter};
      for (const Step& step : standing.steps) {
        std::vector<std::string> cells = matter;
        cells.insert(cells.end(), {step.type, day_text(step.days.from), day_text(step.days.to), step.claims.front()});
        if (done) done = row("steps", with_source(std::move(cells), dossier, step.claims.front()));
      }
      std::vector<std::string> cells = matter;
      cells.insert(cells.end(), {standing.status, day_text(standing.since)});
      if (done && !standing.steps.empty())
        done = row("standings", with_source(std::move(cells), dossier, standing.steps.back().claims.front()));
    }
    return done;
  }

  Result<void> tell_claim(const Article& article, const Claim& claim, const EntityNames& names) {
    const DayInterval days = claim.time ? claim.time->days : DayInterval{};
    const Evidence& evidence = claim.evidence;
    return row("claims",
               {kept_claim_id(article.id, claim.id), std::string(name_of(claim.kind)), claim.type,
                std::string(name_of(claim.modality)), roles_in_words(claim, names), day_text(days.from),
                day_text(days.to), claim.time ? claim.time->text.value_or("") : "", sources_in_words(claim, names),
                evidence.quote, std::to_string(evidence.range.start), std::to_string(evidence.range.end), claim.rule,
                fmt::format("{}", claim.confidence), article.id, article.title.value_or(""),
                article.outlet.value_or(""), article.url.value_or(""), day_text(article.published)});
  }

  Held held_;
  bool limited_;
  std::map<std::string, Sink> sinks_;
};

}  // namespace

std::vector<std::string> csv_tables() {
  std::vector<std::string> names;
  for (const Table& table : all_tables()) names.emplace_back(table.name);
  return names;
}

Result<std::unique_ptr<Exporter>> make_csv(AsOf as_of, const std::vector<std::string>& tables, const OpenSink& open) {
  std::map<std::string, Sink> sinks;
  for (const std::string& table : tables) {
    Result<Sink> sink = open(table);
    if (!sink) return tl::unexpected(sink.error());
    sinks.emplace(table, std::move(*sink));
  }
  auto exporter = std::make_unique<Tables>(as_of, std::move(sinks));
  if (Result<void> begun = exporter->begin(); !begun) return tl::unexpected(begun.error());
  return exporter;
}

}  // namespace sumario::exports
