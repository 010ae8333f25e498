// The words of time and the text cut into the pieces that the time grammar reads. Internal to src/read/time.
#pragma once

#include <array>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/byte_range.h"
#include "base/result.h"
#include "base/string_map.h"
#include "read/syntax/tree.h"

namespace sumario::read {

// One per file of knowledge/time, which says what each means.
enum class TimeWord : uint8_t {
  kMonth,
  kWeekday,
  kUnit,
  kNumber,
  kAmount,
  kOrdinal,
  kSeason,
  kShift,
  kStory,
  kBound,
  kBoundAfter,
  kPortion,
  kDayPart,
  kDeictic,
  kHoliday,
  kDecade,
  kSet,
  kAhead,
  kAheadPresent,
  kNotYear,
  kYearKind,
  kCounted,
  kZone,
};

struct TimeEntry {
  TimeWord kind;
  std::vector<std::string> rest;  // the phrase's pieces after its first
  std::string value;
  int number = 0;  // the value's leading integer, 0 when it has none
};

// Immutable after loading; safe to share.
struct TimeKnowledge {
  // By the first piece of the phrase, longest first.
  StringMap<std::vector<TimeEntry>> entries;

  static Result<TimeKnowledge> load(const std::filesystem::path& folder);
  const std::vector<TimeEntry>* starting_with(std::string_view word) const;
};

// A run of letters, a run of digits, or one other character; never white space. Finer than tokens, so that "Oct2",
// "2012-18" and "1990s" come apart, and the same whatever the tokenizer did.
struct Piece {
  enum class Kind : uint8_t { kWord, kNumber, kMark };
  ByteRange range;
  int token = 0;
  Kind kind = Kind::kMark;
  bool spaced = false;   // white space, or the text's start, stands before
  bool newline = false;  // a line break stands before
  bool capital = false;
  std::string_view lower;  // into PieceList::lower_text; quotes of all kinds are '
  int number = -1;         // of up to eight digits
  int digits = 0;
  const std::vector<TimeEntry>* entries = nullptr;
  uint32_t kinds = 0;      // one bit for each TimeWord that some phrase starting here has
  bool substance = false;  // digits, or a word that names a time; every expression holds one near its beginning
};

constexpr uint32_t bit_of(TimeWord kind) { return 1u << static_cast<unsigned>(kind); }

struct PieceList {
  std::string lower_text;
  std::vector<Piece> pieces;
};

// Linear in the text. The list borrows the tree's text only while cutting.
PieceList cut_into_pieces(const Tree& tree, const TimeKnowledge& knowledge);

}  // namespace sumario::read
