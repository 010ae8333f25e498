#include "store/guard.h"

#include <fmt/format.h>
#include <sqlite3.h>

namespace sumario::store {

Error error_from(const SQLite::Exception& exception, const std::string& path) {
  auto error = [&](ErrorCode code, const char* what) { return Error{code, fmt::format("{}: {}", path, what)}; };
  switch (exception.getErrorCode() & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return error(ErrorCode::kBusy, "held by another program; try again when it has finished");
    case SQLITE_FULL:
      return error(ErrorCode::kFull, "no room left on the disk; what was kept before is safe");
    case SQLITE_READONLY:
      return error(ErrorCode::kUnreadable, "cannot be written (read-only)");
    case SQLITE_NOTADB:
      return error(ErrorCode::kUnsupported, "not a case file");
    case SQLITE_CORRUPT:
      return error(ErrorCode::kDamaged, "the case file is damaged");
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
      return error(ErrorCode::kUnreadable, "cannot be opened");
    default:
      break;
  }
  return {ErrorCode::kUnreadable, fmt::format("{}: {}", path, exception.what())};
}

}  // namespace sumario::store
