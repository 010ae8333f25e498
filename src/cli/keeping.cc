#include "cli/keeping.h"

#include <fmt/format.h>

#include "base/progress.h"

namespace sumario::cli {
namespace {

std::string counted(uint64_t count, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", grouped(count), count == 1 ? one : many);
}

}  // namespace

store::ReadWith read_with(const Resources& resources) {
  return {std::string("sumario ") + SUMARIO_VERSION, resources.model_name(), resources.knowledge_hash};
}

std::string added_summary(const AddTally& tally, const store::Counts& counts) {
  std::string text = counted(tally.added, "document", "documents") + " added";
  if (tally.known) text += fmt::format(", {} already there", grouped(tally.known));
  if (tally.failed) text += fmt::format(", {} failed", grouped(tally.failed));
  return fmt::format("{}. The case file now holds {}, {} and {}.\n", text,
                     counted(static_cast<uint64_t>(counts.documents), "document", "documents"),
                     counted(static_cast<uint64_t>(counts.people), "name of people", "names of people"),
                     counted(static_cast<uint64_t>(counts.claims), "claim", "claims"));
}

}  // namespace sumario::cli
