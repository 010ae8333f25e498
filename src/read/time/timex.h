// Words that say when: found, typed and resolved to days, after TIMEX3 (ISO-TimeML).
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/day.h"
#include "base/result.h"
#include "read/syntax/lexicon.h"
#include "read/syntax/tree.h"

namespace sumario::read {

enum class TimexType { kDate, kTime, kDuration, kSet, kAge };

// One time expression. `days` is the closed interval it names, open where the words leave it open ("since 2012"), and
// absent where nothing can be told (no anchor, a bare duration).
struct Timex {
  TokenSpan span;   // prepositions that bound the interval ("since", "until", "before") are inside
  ByteRange range;  // the same in bytes; may start or end inside a token ("1990s")
  TimexType type = TimexType::kDate;
  std::string value;  // TIMEX3 value: "2020-11-18", "2020-W47", "2020-10", "P2Y", "PRESENT_REF"
  std::optional<DayInterval> days;
  bool absolute = false;  // needs no anchor
};

struct TimeKnowledge;  // month and weekday names, units, number words, seasons, holidays: knowledge/time

class TimeReader {
 public:
  // Errors name the file and line.
  static Result<TimeReader> load(const std::filesystem::path& knowledge);

  // All expressions of the document in text order, not overlapping. `published` anchors what is relative: a bare
  // weekday or month in the past tense is the latest before it, that day included; with a future auxiliary, the next.
  // Without an anchor relative expressions keep days absent. Linear in the text. Thread-safe.
  std::vector<Timex> read(const Tree& tree, std::optional<Day> published) const;

 private:
  std::shared_ptr<const TimeKnowledge> knowledge_;
};

}  // namespace sumario::read
