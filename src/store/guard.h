// SQLite's exceptions become Results here; none leaves this folder.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <string>
#include <type_traits>

#include "base/result.h"

namespace sumario::store {

// What went wrong with the file at `path`, in one line.
Error error_from(const SQLite::Exception& exception, const std::string& path);

// Runs `work` (which returns a Result); an SQLite error becomes its Error.
template <typename Work>
auto guarded(const std::string& path, Work work) -> std::invoke_result_t<Work> {
  try {
    return work();
  } catch (const SQLite::Exception& exception) {
    return tl::unexpected<Error>(error_from(exception, path));
  }
}

}  // namespace sumario::store
