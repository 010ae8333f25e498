// A claim before it is written out: the same facts in tokens and indices, as frames and the other rules find them.
#pragma once

#include <map>
#include <string>
#include <unordered_map>
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
  std::unordered_map<int, std::vector<int>> times_of;  // predicate token -> indices into `times` that date it
};

struct DraftFiller {
  int head = -1;
  ByteRange range;
  int entity = -1;  // index into Cast::entities
};

struct Draft {
  ClaimKind kind = ClaimKind::kProceeding;
  std::string type;
  Modality modality = Modality::kAsserted;
  std::map<std::string, std::vector<DraftFiller>> roles;
  int predicate = -1;          // the token that tells it
  std::vector<int> trigger;    // all tokens of the telling words
  int time = -1;               // index into Scene::times
  ByteRange evidence;
  std::string rule;
  double confidence = 0.9;
};

}  // namespace sumario::read
