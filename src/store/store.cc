#include "store/store.h"

#include <fmt/format.h>
#include <sqlite3.h>
#include <unistd.h>

#include "store/columns.h"
#include "store/guard.h"
#include "store/migrations.h"
#include "store/open_file.h"

namespace sumario::store {
namespace {

constexpr int kPatienceMs = 5000;  // how long another process may hold the file

namespace fs = std::filesystem;

// A reader of a write-ahead log makes a small file beside it. Where it may not, a file that nobody can be writing is
// read as it lies.
SQLite::Database open_to_read(const fs::path& path) {
  std::error_code ignored;
  bool may_write_beside = ::access(fs::absolute(path).parent_path().c_str(), W_OK) == 0;
  if (may_write_beside || fs::exists(path.string() + "-wal", ignored)) {
    return SQLite::Database(path.string(), SQLite::OPEN_READONLY | SQLite::OPEN_NOMUTEX, kPatienceMs);
  }
  std::string escaped;
  for (char c : fs::absolute(path).string())
    escaped +=
        c == '?' || c == '#' || c == '%' ? fmt::format("%{:02x}", static_cast<unsigned char>(c)) : std::string(1, c);
  return SQLite::Database("file:" + escaped + "?immutable=1",
                          SQLite::OPEN_READONLY | SQLite::OPEN_NOMUTEX | SQLite::OPEN_URI, kPatienceMs);
}

SQLite::Database open_to_write(const fs::path& path) {
  return SQLite::Database(path.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE | SQLite::OPEN_NOMUTEX,
                          kPatienceMs);
}

// A killed process loses nothing that was committed; a power cut may take the last commits, never the file's soundness.
void prepare_to_write(SQLite::Database& db) {
  db.exec("PRAGMA journal_mode = WAL");
  db.exec(
      "PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = OFF; PRAGMA cache_size = -65536");
}

}  // namespace

Store::Store(std::unique_ptr<OpenFile> file) : file_(std::move(file)) {}
Store::~Store() = default;
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;

Result<Store> Store::open(const fs::path& path, Access access) {
  std::string name = path.string();
  std::error_code ignored;
  if (fs::is_directory(path, ignored)) return fail(ErrorCode::kUnreadable, name + ": a folder, not a case file");
  if (access != Access::kWrite && !fs::exists(path, ignored))
    return fail(ErrorCode::kNotFound, name + ": no such case file; `sumario add --db` makes one");
  return guarded(name, [&]() -> Result<Store> {
    auto file =
        std::make_unique<OpenFile>(OpenFile{name, access == Access::kRead ? open_to_read(path) : open_to_write(path)});
    Result<int> version = version_of(file->db, name);
    if (!version) return tl::unexpected(version.error());
    if (access != Access::kWrite && *version == 0)
      return fail(ErrorCode::kUnsupported, name + ": an empty file, not a case file");
    if (access == Access::kRead && *version < newest_version()) return open_older(path, *version);
    if (access != Access::kRead) {
      prepare_to_write(file->db);
      if (*version < newest_version()) migrate(file->db);
    }
    return Store(std::move(file));
  });
}

Result<Store> Store::open_older(const fs::path& path, int version) {
  if (::access(path.c_str(), W_OK) != 0)
    return fail(ErrorCode::kUnsupported,
                fmt::format("{}: kept by an older sumario (schema {}) and read-only, so that it "
                            "cannot be brought up to date; a copy that may be written can",
                            path.string(), version));
  Result<Store> brought = open(path, Access::kEdit);
  if (!brought) return brought;
  return open(path, Access::kRead);
}

Result<bool> Store::holds(std::string_view document_id) {
  return guarded(file_->path, [&]() -> Result<bool> {
    SQLite::Statement& find = file_->sql("SELECT 1 FROM documents WHERE id = ?");
    find.bind(1, std::string(document_id));
    bool found = find.executeStep();
    find.reset();
    return found;
  });
}

namespace {

void read_page(OpenFile& file, int64_t document, Article& article) {
  SQLite::Statement& find =
      file.sql("SELECT published_at, updated, canonical, original_outlet, flags FROM pages WHERE document = ?");
  find.bind(1, document);
  if (find.executeStep()) {
    article.published_at = text_at(find, 0);
    article.updated = text_at(find, 1);
    article.canonical = text_at(find, 2);
    article.original_outlet = text_at(find, 3);
    article.flags = flags_from(find.getColumn(4).getString());
  }
  find.reset();
}

}  // namespace

Result<Article> Store::document(std::string_view document_id) {
  return guarded(file_->path, [&]() -> Result<Article> {
    SQLite::Statement& find = file_->sql(
        "SELECT url, outlet, title, authors, published, published_from, language, text, blocks, residue, key FROM "
        "documents WHERE id = ?");
    find.bind(1, std::string(document_id));
    if (!find.executeStep())
      return fail(ErrorCode::kNotFound, fmt::format("{}: no document {}", file_->path, document_id));
    Article article;
    article.id = document_id;
    article.url = text_at(find, 0);
    article.outlet = text_at(find, 1);
    article.title = text_at(find, 2);
    article.authors = texts_from(find.getColumn(3).getString());
    article.published = day_at(find, 4);
    if (article.published) article.published_from = value_at<PublishedFrom>(find, 5);
    article.language = find.getColumn(6).getString();
    article.text = find.getColumn(7).getString();
    article.blocks = blocks_from(find.getColumn(8).getString());
    article.residue = residue_from(find.getColumn(9).getString());
    int64_t key = find.getColumn(10).getInt64();
    find.reset();
    read_page(*file_, key, article);
    return article;
  });
}

Result<Counts> Store::counts() {
  return guarded(file_->path, [&]() -> Result<Counts> {
    auto count = [&](const char* words) { return file_->db.execAndGet(words).getInt64(); };
    return Counts{count("SELECT count(*) FROM documents"), count("SELECT count(*) FROM names WHERE kind = 'person'"),
                  count("SELECT count(*) FROM claims")};
  });
}

}  // namespace sumario::store
