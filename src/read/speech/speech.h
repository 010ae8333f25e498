// Who says what: quotations and reported speech with their speakers and cues.
// Scheme: source, cue and content, after PARC 3 / PolNeAR.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/byte_range.h"
#include "base/result.h"
#include "read/names/cast.h"
#include "read/syntax/tree.h"

namespace sumario::read {

enum class SpeechForm { kDirect, kIndirect, kMixed };

struct Attribution {
  SpeechForm form = SpeechForm::kIndirect;
  std::vector<ByteRange> content;  // in text order; more than one where the cue interrupts it
  TokenSpan cue;                   // "said", "according to"; may be empty for a continued quotation
  TokenSpan source;                // words of the speaker, empty when none is named here
  int source_head = -1;            // its head token
  int entity = -1;                 // index into Cast::entities; -1 when not certain
  int addressee_head = -1;
  int parent = -1;                 // index of the attribution whose content holds this one (the chain of voices)
  bool negated = false;            // "did not say"
  bool doubtful = false;           // "may have said", "is expected to say": not (yet) said
};

struct SpeechKnowledge;  // cue verbs and nouns: knowledge/speech

class SpeechReader {
 public:
  static Result<SpeechReader> load(const std::filesystem::path& knowledge);
  // In text order of content. Thread-safe, linear.
  std::vector<Attribution> read(const Tree& tree, const Cast& cast) const;

 private:
  std::shared_ptr<const SpeechKnowledge> knowledge_;
};

}  // namespace sumario::read
