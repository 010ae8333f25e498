// When each claim holds: the time that governs its words, or that follows from what else the document tells.
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "base/day.h"
#include "base/result.h"
#include "read/frames/chronology.h"
#include "read/frames/draft.h"

namespace sumario::read {

// Immutable after loading; safe to share.
class Dating {
 public:
  static Result<Dating> load(const std::filesystem::path& knowledge);
  // Sets Draft::time. What has happened ends by the day of publication: "this year" reaches no further.
  void date(const Scene& scene, const Chronology::NounTest& is_trigger, std::optional<Day> published,
            std::vector<Draft>& drafts) const;

 private:
  explicit Dating(EventWords words) : words_(std::move(words)) {}
  EventWords words_;
};

}  // namespace sumario::read
