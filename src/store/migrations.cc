#include "store/migrations.h"

#include <fmt/format.h>

#include <iterator>

namespace sumario::store {
namespace {

// Offsets are bytes of documents.text; words that they give back are not stored twice. Days are ISO text. Lists that
// are only ever read whole (blocks, mentions) are JSON. Names stand once: what decides whether a name joins documents
// (casefile/identity.h) is kept beside it, so that an id never needs more than its own row.
constexpr const char* kDocumentsAndClaims = R"sql(
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

// Programs of version 1 added these to some of their files without counting a version.
constexpr const char* kPagesAndVisits = R"sql(
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

struct Migration {
  int version;
  const char* sql;
};

constexpr Migration kMigrations[] = {
    {1, kDocumentsAndClaims},
    {2, kPagesAndVisits},
};

int pragma(SQLite::Database& db, const char* name) { return db.execAndGet(fmt::format("PRAGMA {}", name)).getInt(); }

bool has_tables(SQLite::Database& db) { return db.execAndGet("SELECT count(*) FROM sqlite_schema").getInt() > 0; }

}  // namespace

int newest_version() { return std::rbegin(kMigrations)->version; }

Result<int> version_of(SQLite::Database& db, const std::string& path) {
  int application = pragma(db, "application_id"), version = pragma(db, "user_version");
  if (application == kApplicationId) {
    if (version <= newest_version()) return version;
    return fail(ErrorCode::kUnsupported,
                fmt::format("{}: written by a newer sumario (schema {}; this one reads up to {})", path, version,
                            newest_version()));
  }
  if (application == 0 && version == 0 && !has_tables(db)) return 0;
  return fail(ErrorCode::kUnsupported, fmt::format("{}: an SQLite database, but not a case file", path));
}

void migrate(SQLite::Database& db, int version) {
  SQLite::Transaction transaction(db, SQLite::TransactionBehavior::IMMEDIATE);
  const int present = pragma(db, "user_version");
  for (const Migration& migration : kMigrations)
    if (migration.version > present && migration.version <= version) db.exec(migration.sql);
  if (version > present)
    db.exec(fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {}", kApplicationId, version));
  transaction.commit();
}

}  // namespace sumario::store
