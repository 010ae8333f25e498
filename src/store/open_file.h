// What an open case file holds while it is open. Internal to this folder.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <map>
#include <string>

namespace sumario::store {

struct OpenFile {
  std::string path;  // for messages
  SQLite::Database db;
  std::map<std::string, SQLite::Statement> statements = {};

  // The compiled statement, fresh to bind. Not to be used for two runs at once.
  SQLite::Statement& sql(const char* words) {
    SQLite::Statement& statement = statements.try_emplace(words, db, words).first->second;
    statement.reset();
    statement.clearBindings();
    return statement;
  }
};

}  // namespace sumario::store
