// The words under which a name is found. Internal to this folder; throws SQLite::Exception.
#pragma once

#include <string_view>

#include "store/open_file.h"

namespace sumario::store {

void write_words(OpenFile& file, int64_t name_row, std::string_view name);

}  // namespace sumario::store
