#include "store/store.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>

#include "record/names.h"

namespace sumario::store {
namespace {

namespace fs = std::filesystem;

constexpr ReadWith kWith{};

class StoreTest : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::temp_directory_path() / ("store_test_" + std::to_string(getpid()) + "_" +
                                           testing::UnitTest::GetInstance()->current_test_info()->name());
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

  fs::path file() const { return folder_ / "case.db"; }
  Store open(Access access = Access::kWrite) {
    Result<Store> store = Store::open(file(), access);
    EXPECT_TRUE(store.has_value()) << (store ? "" : store.error().message);
    return std::move(*store);
  }
  ErrorCode refused(Access access) {
    Result<Store> store = Store::open(file(), access);
    EXPECT_FALSE(store.has_value());
    if (store) return ErrorCode::kInvalid;
    EXPECT_NE(store.error().message.find("case.db"), std::string::npos) << store.error().message;
    return store.error().code;
  }

  fs::path folder_;
};

ByteRange place_of(const std::string& text, std::string_view words) {
  auto at = static_cast<uint32_t>(text.find(words));
  return {at, at + static_cast<uint32_t>(words.size())};
}

// One article that charges `name` on a day; `mark` makes its bytes its own.
Reading charged(const std::string& name, char mark, std::optional<Gender> gender = {}) {
  Reading reading;
  Article& article = reading.document;
  article.id = std::string(64, mark);
  article.outlet = "The Mirror of " + std::string(1, mark);
  article.published = parse_day("2021-05-02");
  article.published_from = PublishedFrom::kArgument;
  article.text = name + " was charged with fraud in Lima on 1 May, “prosecutors” said.";
  article.blocks = {{BlockRole::kBody, {0, static_cast<uint32_t>(article.text.size())}}};
  auto filler = [&](std::string_view words, std::optional<std::string> entity) {
    return Filler{std::move(entity), std::string(words), place_of(article.text, words), {}};
  };
  reading.entities = {
      {"e1", EntityKind::kPerson, name, {"Lee"}, gender, {{place_of(article.text, name), MentionForm::kName}}}};
  Claim claim;
  claim.id = "c1";
  claim.type = "charge";
  claim.roles["defendant"] = {filler(name, "e1")};
  claim.roles["charge"] = {filler("fraud", {})};
  claim.roles["place"] = {filler("Lima", {})};
  claim.time = ClaimTime{{parse_day("2021-05-01"), parse_day("2021-05-01")}, "1 May", place_of(article.text, "1 May")};
  claim.sources = {filler("prosecutors", {})};
  claim.sources[0].cue = "said";
  claim.evidence = {place_of(article.text, name + " was charged"), name + " was charged"};
  claim.rule = "proceeding/charge";
  claim.confidence = 0.5;
  reading.claims = {claim};
  return reading;
}

casefile::Candidate only_bearer(Store& store, std::string_view name) {
  Result<Store::Named> named = store.people_named(name);
  EXPECT_TRUE(named.has_value());
  EXPECT_EQ(named->bearers.size(), 1u) << name;
  return named->bearers.empty() ? casefile::Candidate{} : named->bearers.front();
}

TEST_F(StoreTest, GivesBackWhatItWasGiven) {
  Reading reading = charged("Ann Lee", 'a');
  {
    Store store = open();
    EXPECT_EQ(store.add(reading, kWith).value(), true);
  }
  Store store = open(Access::kRead);
  casefile::Candidate ann = only_bearer(store, "ann lee");
  casefile::PersonRecord record = store.person(ann).value();
  ASSERT_EQ(record.claims.size(), 1u);
  const KeptClaim& kept = record.claims.front();
  Claim& given = reading.claims.front();
  EXPECT_EQ(kept.document, reading.document.id);
  EXPECT_EQ(kept.outlet, reading.document.outlet);
  EXPECT_EQ(kept.claim.time, given.time);
  EXPECT_EQ(kept.claim.evidence.quote, given.evidence.quote);
  EXPECT_EQ(kept.claim.sources, given.sources);
  EXPECT_EQ(kept.claim.roles.at("charge"), given.roles.at("charge"));
  EXPECT_EQ(kept.claim.roles.at("defendant").front().entity, ann.id);
  EXPECT_DOUBLE_EQ(kept.claim.confidence, 0.5);
  EXPECT_EQ(to_json_line(store.document(reading.document.id).value()), to_json_line(reading.document));
}

TEST_F(StoreTest, KeepsWhatAPageSaysOfItself) {
  Reading reading = charged("Ann Lee", 'a');
  Article& article = reading.document;
  article.published_at = "2021-05-02T08:00:00+02:00";
  article.updated = "2021-05-03T10:00:00+02:00";
  article.canonical = "https://mirror.example/a";
  article.original_outlet = "Valley Herald";
  article.flags = {PageFlag::kPaywall, PageFlag::kLive};
  Store store = open();
  ASSERT_TRUE(store.add(reading, kWith).value());
  EXPECT_EQ(to_json_line(store.document(article.id).value()), to_json_line(article));
}

TEST_F(StoreTest, TheSameDocumentTwiceChangesNothing) {
  Store store = open();
  EXPECT_EQ(store.add(charged("Ann Lee", 'a'), kWith).value(), true);
  EXPECT_EQ(store.add(charged("Ann Lee", 'a'), kWith).value(), false);
  Counts counts = store.counts().value();
  EXPECT_EQ(counts.documents, 1);
  EXPECT_EQ(counts.claims, 1);
  EXPECT_TRUE(store.holds(std::string(64, 'a')).value());
  EXPECT_FALSE(store.holds(std::string(64, 'b')).value());
}

TEST_F(StoreTest, OnePersonMeetsAcrossDocumentsWhateverTheirOrder) {
  Store store = open();
  for (char mark : {'b', 'a', 'c'}) ASSERT_TRUE(store.add(charged("Ann Lee", mark), kWith).value());
  casefile::Candidate ann = only_bearer(store, "Lee");
  EXPECT_EQ(ann.documents, 3);
  EXPECT_EQ(store.person(ann).value().claims.size(), 3u);
}

TEST_F(StoreTest, NamesakesOfDifferentGenderStayApart) {
  Store store = open();
  ASSERT_TRUE(store.add(charged("Kim Lee", 'a', Gender::kFemale), kWith).value());
  ASSERT_TRUE(store.add(charged("Kim Lee", 'b', Gender::kMale), kWith).value());
  std::vector<casefile::Candidate> bearers = store.people_named("Kim Lee").value().bearers;
  ASSERT_EQ(bearers.size(), 2u);
  for (const casefile::Candidate& one : bearers) EXPECT_EQ(store.person(one).value().claims.size(), 1u);
}

TEST_F(StoreTest, FindsNamesThatAreMisspelt) {
  Store store = open();
  ASSERT_TRUE(store.add(charged("Salvador Cienfuegos", 'a'), kWith).value());
  Store::Named named = store.people_named("Salvador Cienfeugos").value();
  EXPECT_TRUE(named.bearers.empty());
  ASSERT_EQ(named.similar.size(), 1u);
  EXPECT_EQ(named.similar[0].name, "Salvador Cienfuegos");
}

TEST_F(StoreTest, DatedClaimsKeepToTheirDays) {
  Store store = open();
  ASSERT_TRUE(store.add(charged("Ann Lee", 'a'), kWith).value());
  EXPECT_EQ(store.dated_claims(nullptr, parse_day("2021-05-01"), parse_day("2021-05-01")).value().claims.size(), 1u);
  EXPECT_EQ(store.dated_claims(nullptr, parse_day("2021-05-02"), {}).value().claims.size(), 0u);
}

TEST_F(StoreTest, AReaderSeesWhatAWriterAdds) {
  Store writer = open(), reader = open(Access::kRead);
  EXPECT_FALSE(reader.holds(std::string(64, 'a')).value());
  ASSERT_TRUE(writer.add(charged("Ann Lee", 'a'), kWith).value());
  EXPECT_TRUE(reader.holds(std::string(64, 'a')).value());
}

TEST_F(StoreTest, TwoWritersTakeTurns) {
  Store one = open(), other = open();
  ASSERT_TRUE(one.add(charged("Ann Lee", 'a'), kWith).value());
  ASSERT_TRUE(other.add(charged("Ann Lee", 'b'), kWith).value());
  EXPECT_EQ(one.counts().value().documents, 2);
}

TEST_F(StoreTest, RefusesWhatIsNoCaseFile) {
  EXPECT_EQ(refused(Access::kRead), ErrorCode::kNotFound);
  std::ofstream(file())
      << "This is a letter, and a long one at that, so that nobody takes it for an empty file of any kind.";
  EXPECT_EQ(refused(Access::kRead), ErrorCode::kUnsupported);
  EXPECT_EQ(refused(Access::kWrite), ErrorCode::kUnsupported);
  fs::remove(file());
  SQLite::Database(file().string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE).exec("CREATE TABLE t (a)");
  EXPECT_EQ(refused(Access::kWrite), ErrorCode::kUnsupported);
}

TEST_F(StoreTest, TellsDamage) {
  {
    Store store = open();
    for (char mark : {'a', 'b', 'c', 'd'}) ASSERT_TRUE(store.add(charged("Ann Lee", mark), kWith).value());
  }
  {
    std::fstream bytes(file(), std::ios::in | std::ios::out | std::ios::binary);
    bytes.seekp(4096);
    bytes << std::string(fs::file_size(file()) - 4096, 'x');
  }
  Store store = open(Access::kRead);
  Result<Store::Named> named = store.people_named("Ann Lee");
  ASSERT_FALSE(named.has_value());
  EXPECT_EQ(named.error().code, ErrorCode::kDamaged);
}

TEST_F(StoreTest, WaitsNotForeverForAFileThatIsHeld) {
  Store store = open();
  SQLite::Database other(file().string(), SQLite::OPEN_READWRITE);
  other.exec("BEGIN IMMEDIATE");
  Result<bool> added = store.add(charged("Ann Lee", 'a'), kWith);
  ASSERT_FALSE(added.has_value());
  EXPECT_EQ(added.error().code, ErrorCode::kBusy);
  other.exec("ROLLBACK");
  EXPECT_TRUE(store.add(charged("Ann Lee", 'a'), kWith).value());
}

// All rows of all tables but the keys that SQLite hands out.
std::string dump(const std::filesystem::path& path) {
  SQLite::Database db(path.string());
  std::string out;
  for (const char* words :
       {"SELECT id FROM documents ORDER BY 1",
        "SELECT kind || name_key || female || male || twice FROM names ORDER BY 1",
        "SELECT w.word || '>' || n.name_key FROM name_words w JOIN names n ON n.key = w.name ORDER BY 1",
        "SELECT d.id || e.id || e.name FROM entities e JOIN documents d ON d.key = e.document ORDER BY 1",
        "SELECT d.id || c.id FROM claims c JOIN documents d ON d.key = c.document ORDER BY 1",
        "SELECT count(*) FROM fillers", "SELECT count(*) FROM evidence", "SELECT count(*) FROM readings"}) {
    SQLite::Statement rows(db, words);
    while (rows.executeStep()) out += rows.getColumn(0).getString() + "\n";
  }
  return out;
}

TEST_F(StoreTest, RetractingLeavesTheRecordAsIfNeverAdded) {
  std::string before;
  {
    Store store = open();
    ASSERT_TRUE(store.add(charged("Ann Lee", 'a', Gender::kFemale), kWith));
    ASSERT_TRUE(store.add(charged("Bo Ray", 'b'), kWith));
    before = dump(file());
    ASSERT_TRUE(store.add(charged("Ann Lee", 'c', Gender::kMale), kWith));
    ASSERT_TRUE(store.add(charged("Cy Fox", 'd'), kWith));
    EXPECT_NE(dump(file()), before);
    ASSERT_TRUE(store.retract({std::string(64, 'c'), std::string(64, 'd'), std::string(64, 'e')}));
    EXPECT_EQ(dump(file()), before);
    EXPECT_EQ(store.people()->size(), 2);
  }
  Store store = open(Access::kEdit);
  ASSERT_TRUE(store.retract({std::string(64, 'a'), std::string(64, 'b')}));
  EXPECT_EQ(dump(file()), "0\n0\n0\n");
  ASSERT_TRUE(*store.add(charged("Ann Lee", 'a'), kWith));
}

TEST_F(StoreTest, DocumentsAreFoundByTheBeginOfTheirIdAndByOutlet) {
  Store store = open();
  ASSERT_TRUE(store.add(charged("Ann Lee", 'a'), kWith));
  EXPECT_EQ(*store.document_with("aaa"), std::string(64, 'a'));
  EXPECT_EQ(store.document_with("b").error().code, ErrorCode::kNotFound);
  EXPECT_EQ(store.document_with("").value(), std::string(64, 'a'));
  ASSERT_TRUE(store.add(charged("Ann Lee", 'b'), kWith));
  EXPECT_EQ(store.document_with("").error().code, ErrorCode::kInvalid);
  EXPECT_EQ(store.documents_of_outlet("the mirror of A")->size(), 1);
}

TEST_F(StoreTest, OnlyAFileThatIsThereIsEdited) {
  EXPECT_EQ(refused(Access::kEdit), ErrorCode::kNotFound);
  EXPECT_FALSE(fs::exists(file()));
}

TEST_F(StoreTest, RemembersWhereItHasBeen) {
  Store store = open();
  EXPECT_FALSE(store.visit("https://example.org/feed")->has_value());
  ASSERT_TRUE(store.remember("https://example.org/feed", {"\"1\"", "Tue, 05 Mar 2024 10:00:00 GMT"}));
  ASSERT_TRUE(store.remember("https://example.org/feed", {"\"2\"", {}}));
  EXPECT_EQ((*store.visit("https://example.org/feed"))->etag, "\"2\"");
  EXPECT_EQ((*store.visit("https://example.org/feed"))->last_modified, std::nullopt);
}

TEST_F(StoreTest, HasBeenWhereItsDocumentsCameFrom) {
  Store store = open();
  Reading reading = charged("Ann Lee", 'a');
  reading.document.url = "https://example.org/a";
  ASSERT_TRUE(store.add(reading, kWith));
  EXPECT_TRUE(store.visit("https://example.org/a")->has_value());
  EXPECT_FALSE(store.visit("https://example.org/")->has_value());
}

}  // namespace
}  // namespace sumario::store
