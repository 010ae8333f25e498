#include "store/name_words.h"

#include <string>

#include "casefile/name_key.h"

namespace sumario::store {

void write_words(OpenFile& file, int64_t name_row, std::string_view name) {
  std::string key = casefile::name_key(name);
  for (std::string_view word : casefile::key_words(key)) {
    SQLite::Statement& insert = file.sql("INSERT OR IGNORE INTO name_words (word, name) VALUES (?, ?)");
    insert.bind(1, std::string(word));
    insert.bind(2, name_row);
    insert.exec();
  }
}

}  // namespace sumario::store
