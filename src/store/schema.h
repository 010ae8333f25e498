// The tables of a case file. One SQLite file, write-ahead log, STRICT tables, foreign keys.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <string>

#include "base/result.h"

namespace sumario::store {

inline constexpr int kApplicationId = 0x53554D41;  // "SUMA": tells a case file from other SQLite files
inline constexpr int kSchemaVersion = 1;

enum class FileKind { kEmpty, kCaseFile };

// What the open file is. Errors, naming `path`: kUnsupported for another program's database and for a schema newer than
// this program. Throws SQLite::Exception like all that speaks to SQLite in this folder.
Result<FileKind> kind_of(SQLite::Database& db, const std::string& path);

// Lays out an empty file, in one transaction. Does nothing where another process was first.
void create_schema(SQLite::Database& db);

// Adds to a case file of an older program what this one needs to write it.
void complete_schema(SQLite::Database& db);

}  // namespace sumario::store
