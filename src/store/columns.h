// How values of the record stand in columns: days as ISO text, enumerations by the contract's words, lists that are
// only read whole as JSON. What cannot be read back is a damaged file: SQLite::Exception with SQLITE_CORRUPT.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <optional>
#include <string>
#include <vector>

#include "record/names.h"
#include "record/reading.h"

namespace sumario::store {

[[noreturn]] inline void damaged() { throw SQLite::Exception("unreadable value", SQLITE_CORRUPT); }

inline void bind_text(SQLite::Statement& statement, int index, const std::optional<std::string>& value) {
  if (value) {
    statement.bind(index, *value);
  } else {
    statement.bind(index);
  }
}
inline void bind_day(SQLite::Statement& statement, int index, std::optional<Day> day) {
  bind_text(statement, index, day ? std::optional(to_string(*day)) : std::nullopt);
}
// Into `index` and the one after it.
inline void bind_range(SQLite::Statement& statement, int index, ByteRange range) {
  statement.bind(index, static_cast<int64_t>(range.start));
  statement.bind(index + 1, static_cast<int64_t>(range.end));
}

inline std::optional<std::string> text_at(SQLite::Statement& statement, int index) {
  SQLite::Column column = statement.getColumn(index);
  return column.isNull() ? std::nullopt : std::optional(column.getString());
}
inline std::optional<Day> day_at(SQLite::Statement& statement, int index) {
  std::optional<std::string> text = text_at(statement, index);
  if (!text) return std::nullopt;
  std::optional<Day> day = parse_day(*text);
  return day ? day : (damaged(), std::nullopt);
}
inline ByteRange range_at(SQLite::Statement& statement, int index, size_t text_size) {
  int64_t start = statement.getColumn(index).getInt64(), end = statement.getColumn(index + 1).getInt64();
  if (start < 0 || end < start || static_cast<size_t>(end) > text_size) damaged();
  return {static_cast<uint32_t>(start), static_cast<uint32_t>(end)};
}
template <typename Enum>
Enum value_at(SQLite::Statement& statement, int index) {
  std::optional<Enum> value = value_named<Enum>(statement.getColumn(index).getString());
  return value ? *value : (damaged(), Enum{});
}

std::string json_of(const std::vector<std::string>& texts);
std::string json_of(const std::vector<Block>& blocks);
std::string json_of(const std::vector<Residue>& residue);
std::string json_of(const std::vector<Mention>& mentions);
std::vector<std::string> texts_from(const std::string& json);
std::vector<PageFlag> flags_from(const std::string& json);
std::vector<Block> blocks_from(const std::string& json);
std::vector<Residue> residue_from(const std::string& json);
std::vector<Mention> mentions_from(const std::string& json);

}  // namespace sumario::store
