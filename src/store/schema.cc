#include "store/schema.h"

#include <fmt/format.h>

namespace sumario::store {
namespace {

// Tables and indices that came later and that older programs do not miss.
constexpr const char* kLaterTables = R"sql(
CREATE INDEX IF NOT EXISTS documents_by_url ON documents (url) WHERE url IS NOT NULL;

-- What few documents say of themselves: moments, addresses and flags of their pages.
CREATE TABLE IF NOT EXISTS pages (
  document INTEGER PRIMARY KEY REFERENCES documents ON DELETE CASCADE,
  published_at TEXT, updated TEXT, canonical TEXT, original_outlet TEXT,
  flags TEXT NOT NULL
) STRICT;

CREATE TABLE IF NOT EXISTS visits (
  address TEXT PRIMARY KEY,
  etag TEXT, last_modified TEXT
) STRICT, WITHOUT ROWID;
)sql";

// Offsets are bytes of documents.text; words that they give back are not stored twice. Days are ISO text. Lists that
// are only ever read whole (blocks, mentions) are JSON. Names stand once: what decides whether a name joins documents
// (casefile/identity.h) is kept beside it, so that an id never needs more than its own row.
constexpr const char* kTables = R"sql(
CREATE TABLE documents (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  url TEXT, outlet TEXT, title TEXT,
  authors TEXT NOT NULL,
  published TEXT, published_from TEXT,
  language TEXT NOT NULL,
  text TEXT NOT NULL,
  blocks TEXT NOT NULL,
  residue TEXT NOT NULL
) STRICT;

CREATE TABLE readings (
  document INTEGER PRIMARY KEY REFERENCES documents ON DELETE CASCADE,
  program TEXT NOT NULL, model TEXT NOT NULL, knowledge TEXT NOT NULL
) STRICT;

CREATE TABLE names (
  key INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  name_key TEXT NOT NULL,
  female INTEGER NOT NULL, male INTEGER NOT NULL, twice INTEGER NOT NULL,
  UNIQUE (kind, name_key)
) STRICT;

CREATE TABLE name_words (
  word TEXT NOT NULL,
  name INTEGER NOT NULL REFERENCES names ON DELETE CASCADE,
  PRIMARY KEY (word, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE entities (
  key INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
  id TEXT NOT NULL,
  name_row INTEGER NOT NULL REFERENCES names,
  name TEXT NOT NULL,
  also TEXT NOT NULL,
  gender TEXT,
  mentions TEXT NOT NULL,
  UNIQUE (document, id)
) STRICT;
CREATE INDEX entities_by_name ON entities (name_row);

CREATE TABLE claims (
  key INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
  id TEXT NOT NULL,
  kind TEXT NOT NULL, type TEXT NOT NULL, modality TEXT NOT NULL,
  timed INTEGER NOT NULL,
  day_from TEXT, day_to TEXT, time_start INTEGER, time_end INTEGER,
  rule TEXT NOT NULL,
  confidence REAL NOT NULL,
  UNIQUE (document, id)
) STRICT;
CREATE INDEX claims_by_day ON claims (coalesce(day_from, day_to)) WHERE coalesce(day_from, day_to) IS NOT NULL;

CREATE TABLE evidence (
  claim INTEGER PRIMARY KEY REFERENCES claims ON DELETE CASCADE,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL
) STRICT;

CREATE TABLE fillers (
  claim INTEGER NOT NULL REFERENCES claims ON DELETE CASCADE,
  place INTEGER NOT NULL,
  role TEXT,
  entity INTEGER REFERENCES entities,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  cue TEXT,
  PRIMARY KEY (claim, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX fillers_by_entity ON fillers (entity) WHERE entity IS NOT NULL;
)sql";

int pragma(SQLite::Database& db, const char* name) { return db.execAndGet(fmt::format("PRAGMA {}", name)).getInt(); }

bool has_tables(SQLite::Database& db) { return db.execAndGet("SELECT count(*) FROM sqlite_schema").getInt() > 0; }

}  // namespace

Result<FileKind> kind_of(SQLite::Database& db, const std::string& path) {
  int application = pragma(db, "application_id"), version = pragma(db, "user_version");
  if (application == kApplicationId) {
    if (version == kSchemaVersion) return FileKind::kCaseFile;
    return fail(ErrorCode::kUnsupported,
                fmt::format("{}: written by a newer sumario (schema {}; this one reads up to {})", path, version,
                            kSchemaVersion));
  }
  if (application == 0 && version == 0 && !has_tables(db)) return FileKind::kEmpty;
  return fail(ErrorCode::kUnsupported, fmt::format("{}: an SQLite database, but not a case file", path));
}

void complete_schema(SQLite::Database& db) { db.exec(kLaterTables); }

void create_schema(SQLite::Database& db) {
  SQLite::Transaction transaction(db, SQLite::TransactionBehavior::IMMEDIATE);
  if (pragma(db, "application_id") == kApplicationId) return;
  db.exec(kTables);
  db.exec(fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {}", kApplicationId, kSchemaVersion));
  transaction.commit();
}

}  // namespace sumario::store
