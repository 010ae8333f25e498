#include "store/columns.h"
#include "store/guard.h"
#include "store/open_file.h"
#include "store/store.h"

namespace sumario::store {

Result<std::optional<Visit>> Store::visit(std::string_view address) {
  return guarded(file_->path, [&]() -> Result<std::optional<Visit>> {
    SQLite::Statement& find = file_->sql(
        "SELECT etag, last_modified FROM visits WHERE address = ?1 "
        "UNION ALL SELECT NULL, NULL FROM documents WHERE url = ?1 LIMIT 1");
    find.bind(1, std::string(address));
    std::optional<Visit> visit;
    if (find.executeStep()) visit = Visit{text_at(find, 0), text_at(find, 1)};
    find.reset();
    return visit;
  });
}

Result<void> Store::remember(std::string_view address, const Visit& visit) {
  return guarded(file_->path, [&]() -> Result<void> {
    SQLite::Statement& upsert = file_->sql(
        "INSERT INTO visits (address, etag, last_modified) VALUES (?, ?, ?) ON CONFLICT (address) DO UPDATE SET "
        "etag = excluded.etag, last_modified = excluded.last_modified");
    upsert.bind(1, std::string(address));
    bind_text(upsert, 2, visit.etag);
    bind_text(upsert, 3, visit.last_modified);
    upsert.exec();
    return {};
  });
}

}  // namespace sumario::store
