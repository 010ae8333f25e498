// A claim before it is written out: the same facts in tokens and indices, as frames and the other rules find them.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "read/names/cast.h"
#include "read/speech/speech.h"
#include "read/syntax/mood.h"
#include "read/syntax/tree.h"
#include "read/time/timex.h"
#include "record/claim.h"

namespace sumario::read {

// What all rules look at: one document, analysed. Borrowed; lives while the document is read.
struct Scene {
  const Tree& tree;
  const Cast& cast;
  const std::vector<Timex>& times;
  const std::vector<Attribution>& attributions;
};

struct DraftFiller {
  int head = -1;
  ByteRange range;
  int entity = -1;          // index into Cast::entities
  bool certain = false;     // the document's only case leaves no choice whom the word means
  bool understood = false;  // a subject taken over from another clause
};

struct DraftTime {
  DayInterval days;
  ByteRange words;    // that say so
  bool here = false;  // in the sentence of the claim
};

struct Draft {
  ClaimKind kind = ClaimKind::kProceeding;
  std::string type;
  Modality modality = Modality::kAsserted;
  std::map<std::string, std::vector<DraftFiller>> roles;
  int predicate = -1;             // the token that tells it
  std::vector<int> trigger;       // all tokens of the telling words
  std::optional<DraftTime> time;  // set by Dating, once all drafts are found
  int dated_by = -1;              // the token whose time is the claim's where that is not the predicate
  bool points_back = false;       // told by a noun that points back: "the trial"
  bool known_case = false;        // stands only where another claim accuses its defendant
  bool grants = false;            // stands only where what the document says was asked for is of its type
  ByteRange evidence;
  std::string rule;
  double confidence = 0.9;
};

}  // namespace sumario::read
