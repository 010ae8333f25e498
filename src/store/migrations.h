// The tables of a case file, version by version. One SQLite file, write-ahead log, STRICT tables, foreign keys.
//
// To change them, add a migration at the end of the table in migrations.cc, and to testdata/ a `version_N.sql` with
// rows that a program of that version may keep; what has been released is never edited. The tests bring files of every
// version up to date.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <string>

#include "base/result.h"

namespace sumario::store {

inline constexpr int kApplicationId = 0x53554D41;  // "SUMA": tells a case file from other SQLite files

// The version that this program writes.
int newest_version();

// The version of the open file, 0 for an empty one. Errors, naming `path`: kUnsupported for another program's database
// and for a version newer than this program. Throws SQLite::Exception like all that speaks to SQLite in this folder.
Result<int> version_of(SQLite::Database& db, const std::string& path);

// Brings a file of any older version, an empty one too, to `version`, in one transaction: all of it or nothing. Does
// nothing where another process was first.
void migrate(SQLite::Database& db, int version = newest_version());

}  // namespace sumario::store
