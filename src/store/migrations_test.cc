#include "store/migrations.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "store/store.h"

namespace sumario::store {
namespace {

namespace fs = std::filesystem;

std::string testdata(int version) {
  std::ifstream file(fs::path(SUMARIO_SOURCE_DIR) / fmt::format("src/store/testdata/version_{}.sql", version));
  EXPECT_TRUE(file) << "no rows of version " << version;
  return (std::stringstream() << file.rdbuf()).str();
}

std::vector<std::string> texts(SQLite::Database& db, const std::string& words) {
  SQLite::Statement rows(db, words);
  std::vector<std::string> found;
  while (rows.executeStep()) found.push_back(rows.getColumn(0).getString());
  return found;
}

std::vector<std::string> schema(SQLite::Database& db) {
  return texts(db, "SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_schema ORDER BY 1");
}

std::map<std::string, std::string> row_counts(SQLite::Database& db) {
  std::map<std::string, std::string> counts;
  for (const std::string& table : texts(db, "SELECT name FROM sqlite_schema WHERE type = 'table'"))
    counts[table] = texts(db, fmt::format("SELECT count(*) FROM \"{}\"", table)).front();
  return counts;
}

class MigrationsTest : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::temp_directory_path() / fmt::format("migrations_test_{}", getpid());
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

  fs::path file() const { return folder_ / "case.db"; }
  SQLite::Database raw() { return SQLite::Database(file().string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE); }
  // As a program of that version would have kept it.
  void keep_file_of(int version) {
    SQLite::Database db = raw();
    for (int one = 1; one <= version; ++one) {
      if (one > 1) migrate(db, one);
      db.exec(testdata(one));
    }
    ASSERT_EQ(version_of(db, "case.db").value(), version);
  }

  fs::path folder_;
};

class EveryVersion : public MigrationsTest, public testing::WithParamInterface<int> {};

TEST_P(EveryVersion, IsBroughtUpToDateAndLosesNothing) {
  keep_file_of(GetParam());
  std::map<std::string, std::string> before;
  {
    SQLite::Database db = raw();
    before = row_counts(db);
  }
  Result<Store> store = Store::open(file(), Access::kRead);
  ASSERT_TRUE(store.has_value()) << store.error().message;
  SQLite::Database db = raw(), fresh(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  migrate(fresh);
  EXPECT_EQ(schema(db), schema(fresh));
  EXPECT_EQ(version_of(db, "").value(), newest_version());
  std::map<std::string, std::string> after = row_counts(db);
  for (const auto& [table, rows] : before) EXPECT_EQ(after[table], rows) << table;
  EXPECT_EQ(texts(db, "PRAGMA integrity_check"), std::vector<std::string>{"ok"});
  EXPECT_TRUE(texts(db, "PRAGMA foreign_key_check").empty());
}

TEST_P(EveryVersion, AnswersAndIsAddedTo) {
  keep_file_of(GetParam());
  Store store = std::move(*Store::open(file(), Access::kEdit));
  std::vector<casefile::Candidate> bearers = store.people_named("duarte falcoeira").value().bearers;
  ASSERT_EQ(bearers.size(), 1u);
  EXPECT_EQ(bearers[0].documents, 2);
  EXPECT_EQ(store.person(bearers[0]).value().claims.size(), 7u);
  std::string id = store.document_with("01ba").value();
  Reading again;
  again.document = store.document(id).value();
  EXPECT_FALSE(store.add(again, {}).value());
  ASSERT_TRUE(store.retract({id}));
  EXPECT_TRUE(store.add(again, {}).value());
}

INSTANTIATE_TEST_SUITE_P(From, EveryVersion, testing::Range(1, newest_version() + 1));

TEST_F(MigrationsTest, TablesThatVersionOneAddedUncountedStay) {
  keep_file_of(2);
  raw().exec("PRAGMA user_version = 1");
  Store store = std::move(*Store::open(file(), Access::kEdit));
  EXPECT_EQ((*store.visit("https://coastal.example/feed"))->etag, "\"7\"");
}

TEST_F(MigrationsTest, WhatFailsHalfWayLeavesTheFileAsItWas) {
  keep_file_of(1);
  SQLite::Database db = raw();
  db.exec("CREATE TABLE documents_by_url (a)");
  std::vector<std::string> before = schema(db);
  EXPECT_FALSE(Store::open(file(), Access::kEdit).has_value());
  EXPECT_EQ(schema(db), before);
  EXPECT_EQ(version_of(db, "").value(), 1);
}

TEST_F(MigrationsTest, ANewerFileIsRefusedByName) {
  keep_file_of(newest_version());
  raw().exec(fmt::format("PRAGMA user_version = {}", newest_version() + 1));
  for (Access access : {Access::kRead, Access::kEdit, Access::kWrite}) {
    Result<Store> store = Store::open(file(), access);
    ASSERT_FALSE(store.has_value());
    EXPECT_EQ(store.error().code, ErrorCode::kUnsupported);
    EXPECT_EQ(store.error().message, fmt::format("{}: written by a newer sumario (schema {}; this one reads up to {})",
                                                 file().string(), newest_version() + 1, newest_version()));
  }
}

TEST_F(MigrationsTest, AnOlderFileThatIsReadOnlySaysWhatToDo) {
  if (geteuid() == 0) GTEST_SKIP() << "root writes everywhere";
  keep_file_of(1);
  fs::permissions(file(), fs::perms::owner_read);
  Result<Store> store = Store::open(file(), Access::kRead);
  ASSERT_FALSE(store.has_value());
  EXPECT_NE(store.error().message.find("older sumario"), std::string::npos) << store.error().message;
}

}  // namespace
}  // namespace sumario::store
