#include "read/time/timex.h"

#include "read/time/grammar.h"
#include "read/time/words.h"

namespace sumario::read {

Result<TimeReader> TimeReader::load(const std::filesystem::path& knowledge) {
  auto words = TimeKnowledge::load(knowledge / "time");
  if (!words) return tl::unexpected(words.error());
  TimeReader reader;
  reader.knowledge_ = std::make_shared<const TimeKnowledge>(std::move(*words));
  return reader;
}

std::vector<Timex> TimeReader::read(const Tree& tree, std::optional<Day> published) const {
  return Grammar(tree, *knowledge_, published).read();
}

}  // namespace sumario::read
