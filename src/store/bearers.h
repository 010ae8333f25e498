// Who bears a name: entities of documents with their ids in the record, and the people they make. Internal to this
// folder; functions throw SQLite::Exception.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <string>
#include <string_view>
#include <vector>

#include "casefile/dossier.h"
#include "casefile/lookup.h"
#include "store/open_file.h"

namespace sumario::store {

// An entity of a document with its id in the record.
struct RecordEntity {
  int64_t key = 0;
  std::string id;
  casefile::NamedHere named;
};

// The id in the record of an entity whose name stands in columns kind, name_key, female, male, twice from `index` on.
std::string record_id_at(SQLite::Statement& row, int index, std::string_view document, std::string_view entity);

// All entities that bear the name, in the order of their documents' ids.
std::vector<RecordEntity> bearers_of(OpenFile& file, int64_t name_row);

// The people of that name.
std::vector<casefile::Candidate> candidates_of(OpenFile& file, int64_t name_row);

}  // namespace sumario::store
