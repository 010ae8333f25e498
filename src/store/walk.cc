#include <map>

#include "store/bearers.h"
#include "store/columns.h"
#include "store/guard.h"
#include "store/open_file.h"
#include "store/store.h"

namespace sumario::store {
namespace {

using Sql = SQLite::Statement;

// Puts the reading of one document together again, as it was added.
class ReadingLoader {
 public:
  ReadingLoader(OpenFile& file, int64_t document, Article article) : file_(file), document_(document) {
    kept_.reading.document = std::move(article);
  }

  KeptReading load() {
    load_with();
    load_entities();
    load_claims();
    return std::move(kept_);
  }

 private:
  const Article& article() const { return kept_.reading.document; }

  void load_with() {
    Sql& find = file_.sql("SELECT program, model, knowledge FROM readings WHERE document = ?");
    find.bind(1, document_);
    if (find.executeStep())
      kept_.with = {find.getColumn(0).getString(), find.getColumn(1).getString(), find.getColumn(2).getString()};
  }

  void load_entities() {
    Sql& find = file_.sql(
        "SELECT n.kind, n.name_key, n.female, n.male, n.twice, e.key, e.id, e.name, e.also, e.gender, e.mentions FROM "
        "entities e JOIN names n ON n.key = e.name_row WHERE e.document = ? ORDER BY e.key");
    find.bind(1, document_);
    while (find.executeStep()) {
      Entity entity;
      entity.id = find.getColumn(6).getString();
      entity.kind = value_at<EntityKind>(find, 0);
      entity.name = find.getColumn(7).getString();
      entity.also = texts_from(find.getColumn(8).getString());
      if (!find.getColumn(9).isNull()) entity.gender = value_at<Gender>(find, 9);
      entity.mentions = mentions_from(find.getColumn(10).getString());
      kept_.ids.emplace(entity.id, record_id_at(find, 0, article().id, entity.id));
      entities_.emplace(find.getColumn(5).getInt64(), entity.id);
      kept_.reading.entities.push_back(std::move(entity));
    }
  }

  void load_claims() {
    Sql& find = file_.sql(
        "SELECT c.id, c.kind, c.type, c.modality, c.timed, c.day_from, c.day_to, c.time_start, c.time_end, c.rule, "
        "c.confidence, v.start, v.\"end\", c.key FROM claims c JOIN evidence v ON v.claim = c.key WHERE c.document = ? "
        "ORDER BY c.key");
    find.bind(1, document_);
    while (find.executeStep()) {
      Claim claim;
      claim.id = find.getColumn(0).getString();
      claim.kind = value_at<ClaimKind>(find, 1);
      claim.type = find.getColumn(2).getString();
      claim.modality = value_at<Modality>(find, 3);
      if (find.getColumn(4).getInt()) claim.time = time_in(find, 5);
      claim.rule = find.getColumn(9).getString();
      claim.confidence = find.getColumn(10).getDouble();
      claim.evidence.range = range_at(find, 11, article().text.size());
      claim.evidence.quote = words_of(article().text, claim.evidence.range);
      load_fillers(find.getColumn(13).getInt64(), claim);
      kept_.reading.claims.push_back(std::move(claim));
    }
  }

  // Days in columns `index` and the next, the range of their words in the two behind.
  ClaimTime time_in(Sql& row, int index) {
    ClaimTime time{{day_at(row, index), day_at(row, index + 1)}, {}, {}};
    if (row.getColumn(index + 2).isNull()) return time;
    time.range = range_at(row, index + 2, article().text.size());
    time.text = words_of(article().text, *time.range);
    return time;
  }

  void load_fillers(int64_t claim_key, Claim& claim) {
    Sql& find = file_.sql("SELECT role, entity, start, \"end\", cue FROM fillers WHERE claim = ? ORDER BY place");
    find.bind(1, claim_key);
    while (find.executeStep()) {
      Filler filler;
      filler.range = range_at(find, 2, article().text.size());
      filler.text = words_of(article().text, filler.range);
      filler.cue = text_at(find, 4);
      if (!find.getColumn(1).isNull()) {
        auto entity = entities_.find(find.getColumn(1).getInt64());
        if (entity == entities_.end()) damaged();
        filler.entity = entity->second;
      }
      std::optional<std::string> role = text_at(find, 0);
      (role ? claim.roles[*role] : claim.sources).push_back(std::move(filler));
    }
  }

  OpenFile& file_;
  int64_t document_;
  std::map<int64_t, std::string> entities_;  // by key
  KeptReading kept_;
};

std::vector<KeptBody> bodies_of(OpenFile& file, int64_t name_row) {
  std::map<std::string, KeptBody> bodies;
  for (const RecordEntity& bearer : bearers_of(file, name_row)) {
    KeptBody& body = bodies[bearer.id];
    body.id = bearer.id;
    body.names.insert(bearer.named.name);
    body.names.insert(bearer.named.also.begin(), bearer.named.also.end());
    body.documents.insert(bearer.named.document);
    Sql& find = file.sql(
        "SELECT DISTINCT c.kind, f.role FROM fillers f JOIN claims c ON c.key = f.claim WHERE f.entity = ? AND f.role "
        "IS "
        "NOT NULL");
    find.bind(1, bearer.key);
    while (find.executeStep()) body.parts.emplace(value_at<ClaimKind>(find, 0), find.getColumn(1).getString());
  }
  std::vector<KeptBody> all;
  for (auto& [id, body] : bodies) all.push_back(std::move(body));
  return all;
}

// The rows of names of one kind, in the order of their keys, each while it is asked for.
class Names {
 public:
  Names(OpenFile& file, const char* kind) : rows_(file.db, "SELECT key FROM names WHERE kind = ? ORDER BY name_key") {
    rows_.bind(1, kind);
  }
  std::optional<int64_t> next() {
    return rows_.executeStep() ? std::optional(rows_.getColumn(0).getInt64()) : std::nullopt;
  }

 private:
  Sql rows_;
};

Result<void> walk_people(Store& store, OpenFile& file, const Walk& walk) {
  Names names(file, "person");
  while (std::optional<int64_t> row = names.next())
    for (const casefile::Candidate& candidate : candidates_of(file, *row)) {
      Result<casefile::PersonRecord> person = store.person(candidate);
      if (!person) return tl::unexpected(person.error());
      if (person->claims.empty()) continue;
      if (Result<void> told = walk.person(*person); !told) return told;
    }
  return {};
}

Result<void> walk_bodies(OpenFile& file, const Walk& walk) {
  Names names(file, "organisation");
  while (std::optional<int64_t> row = names.next())
    for (const KeptBody& body : bodies_of(file, *row))
      if (Result<void> told = walk.body(body); !told) return told;
  return {};
}

Result<void> walk_documents(Store& store, OpenFile& file, const Walk& walk) {
  Sql documents(file.db, "SELECT key, id FROM documents ORDER BY id");
  while (documents.executeStep()) {
    Result<Article> article = store.document(documents.getColumn(1).getString());
    if (!article) return tl::unexpected(article.error());
    KeptReading kept = ReadingLoader(file, documents.getColumn(0).getInt64(), std::move(*article)).load();
    if (Result<void> told = walk.document(kept); !told) return told;
  }
  return {};
}

}  // namespace

Result<void> Store::walk(const Walk& walk) {
  return guarded(file_->path, [&]() -> Result<void> {
    SQLite::Transaction unchanged(file_->db, SQLite::TransactionBehavior::DEFERRED);
    Result<void> done;
    if (walk.person) done = walk_people(*this, *file_, walk);
    if (done && walk.body) done = walk_bodies(*file_, walk);
    if (done && walk.document) done = walk_documents(*this, *file_, walk);
    return done;
  });
}

}  // namespace sumario::store
