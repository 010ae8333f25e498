// What the commands that add documents to a case file share.
#pragma once

#include <cstdint>
#include <string>

#include "cli/resources.h"
#include "store/store.h"

namespace sumario::cli {

store::ReadWith read_with(const Resources& resources);

struct AddTally {
  uint64_t added = 0, known = 0, failed = 0;
};

// "3 documents added, 1 already there. The case file now holds …", with a line end.
std::string added_summary(const AddTally& tally, const store::Counts& counts);

}  // namespace sumario::cli
