#include <fmt/format.h>

#include <set>

#include "casefile/name_key.h"
#include "store/columns.h"
#include "store/guard.h"
#include "store/name_words.h"
#include "store/open_file.h"
#include "store/store.h"

namespace sumario::store {
namespace {

using Sql = SQLite::Statement;

std::set<int64_t> names_in(OpenFile& file, int64_t document) {
  Sql& find = file.sql("SELECT DISTINCT name_row FROM entities WHERE document = ?");
  find.bind(1, document);
  std::set<int64_t> rows;
  while (find.executeStep()) rows.insert(find.getColumn(0).getInt64());
  return rows;
}

// Claims first: their fillers point at the document's entities.
void remove_document(OpenFile& file, int64_t document) {
  for (const char* words : {"DELETE FROM claims WHERE document = ?", "DELETE FROM documents WHERE key = ?"}) {
    Sql& remove = file.sql(words);
    remove.bind(1, document);
    remove.exec();
  }
}

// What the remaining documents say under the name; the name itself goes when none uses it.
void tell_anew(OpenFile& file, int64_t name_row) {
  for (const char* words : {"DELETE FROM name_words WHERE name = ?",
                            "DELETE FROM names WHERE key = ? AND NOT EXISTS (SELECT 1 FROM entities WHERE name_row = "
                            "names.key)"}) {
    Sql& remove = file.sql(words);
    remove.bind(1, name_row);
    remove.exec();
  }
  Sql& update = file.sql(
      "UPDATE names SET female = EXISTS (SELECT 1 FROM entities WHERE name_row = names.key AND gender = 'female'), "
      "male = EXISTS (SELECT 1 FROM entities WHERE name_row = names.key AND gender = 'male'), "
      "twice = EXISTS (SELECT 1 FROM entities WHERE name_row = names.key GROUP BY document HAVING count(*) > 1) "
      "WHERE key = ?");
  update.bind(1, name_row);
  update.exec();
  Sql& find = file.sql(
      "SELECT e.name, e.also FROM entities e JOIN names n ON n.key = e.name_row WHERE n.key = ? AND n.kind = 'person'");
  find.bind(1, name_row);
  while (find.executeStep()) {
    write_words(file, name_row, find.getColumn(0).getString());
    for (const std::string& form : texts_from(find.getColumn(1).getString())) write_words(file, name_row, form);
  }
}

}  // namespace

Result<void> Store::retract(const std::vector<std::string>& documents) {
  return guarded(file_->path, [&]() -> Result<void> {
    SQLite::Transaction transaction(file_->db, SQLite::TransactionBehavior::IMMEDIATE);
    std::set<int64_t> names;
    for (const std::string& id : documents) {
      Sql& find = file_->sql("SELECT key FROM documents WHERE id = ?");
      find.bind(1, id);
      if (!find.executeStep()) continue;
      int64_t document = find.getColumn(0).getInt64();
      find.reset();
      names.merge(names_in(*file_, document));
      remove_document(*file_, document);
    }
    for (int64_t name : names) tell_anew(*file_, name);
    transaction.commit();
    return {};
  });
}

Result<std::string> Store::document_with(std::string_view prefix) {
  return guarded(file_->path, [&]() -> Result<std::string> {
    Sql& find = file_->sql("SELECT id FROM documents WHERE substr(id, 1, length(?1)) = ?1 ORDER BY id LIMIT 2");
    find.bind(1, std::string(prefix));
    std::vector<std::string> found;
    while (find.executeStep()) found.push_back(find.getColumn(0).getString());
    if (found.empty()) return fail(ErrorCode::kNotFound, fmt::format("{}: no document {}", file_->path, prefix));
    if (found.size() > 1)
      return fail(ErrorCode::kInvalid,
                  fmt::format("{}: several documents begin with {}: give more of the id", file_->path, prefix));
    return found.front();
  });
}

Result<std::vector<std::string>> Store::documents_of_outlet(std::string_view outlet) {
  return guarded(file_->path, [&]() -> Result<std::vector<std::string>> {
    std::string key = casefile::name_key(outlet);
    Sql& find = file_->sql("SELECT id, outlet FROM documents WHERE outlet IS NOT NULL ORDER BY id");
    std::vector<std::string> documents;
    while (find.executeStep())
      if (casefile::name_key(find.getColumn(1).getString()) == key) documents.push_back(find.getColumn(0).getString());
    return documents;
  });
}

}  // namespace sumario::store
