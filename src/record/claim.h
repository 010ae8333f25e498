// What a document says, one claim at a time, each with the words that say it. Kinds, types and roles are the closed
// lists of the reading contract.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/byte_range.h"
#include "base/day.h"

namespace sumario {

enum class ClaimKind { kProceeding, kAllegation, kOffice, kStatement, kLaw, kAction, kRelation };

enum class Modality {
  kAsserted,   // it happened or holds, in the article's voice or a source's plain statement of fact
  kAlleged,    // somebody alleges it
  kDenied,     // somebody denies it
  kNegated,    // it did not happen, does not hold
  kPlanned,    // decided or scheduled
  kRequested,  // asked, ordered, demanded or recommended
  kPossible,   // may happen, is asked about, is conditional
};

// Who or what fills a role, or a voice in the chain of sources.
struct Filler {
  std::optional<std::string> entity;  // Entity::id; absent where the words are not certain to be anybody listed
  std::string text;                   // the words of `range`
  ByteRange range;
  std::optional<std::string> cue;  // sources only: "said", "according to"
  friend bool operator==(const Filler&, const Filler&) = default;
};

// When a claim holds. Inclusive days, open where absent; `range` are the words that say so, absent when it follows from
// elsewhere in the document.
struct ClaimTime {
  DayInterval days;
  std::optional<std::string> text;
  std::optional<ByteRange> range;
  friend bool operator==(const ClaimTime&, const ClaimTime&) = default;
};

struct Evidence {
  ByteRange range;
  std::string quote;  // the words of `range`
};

struct Claim {
  std::string id;  // unique in its reading: "c1", "c2", … in text order
  ClaimKind kind = ClaimKind::kProceeding;
  std::string type;  // one of types_of(kind)
  Modality modality = Modality::kAsserted;
  std::map<std::string, std::vector<Filler>> roles;  // keys from roles_of(kind); no empty list
  std::optional<ClaimTime> time;
  std::vector<Filler> sources;  // the chain of voices, nearest the content first, the outlet left out
  Evidence evidence;
  std::string rule;         // which rule read it: "proceeding/arrest"
  double confidence = 0.0;  // measured precision of the rule, 0 to 1
};

// The closed lists, in the contract's order.
std::span<const std::string_view> types_of(ClaimKind kind);
std::span<const std::string_view> roles_of(ClaimKind kind);
bool is_type_of(ClaimKind kind, std::string_view type);
bool is_role_of(ClaimKind kind, std::string_view role);

}  // namespace sumario
