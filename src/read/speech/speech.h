// Who says what: quotations and reported speech with their speakers and cues.
// Scheme: source, cue and content, after PARC 3 (Pareti 2016) and PolNeAR (Newell et al. 2018). What is asked, denied,
// promised, thought or wanted is content too; the act says which.
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

// What the source does with the content.
enum class SpeechAct : uint8_t {
  kSays,     // asserts it
  kReports,  // a paper, a document or an agency asserts it
  kShows,    // a study, footage, evidence bears it out
  kAdmits,
  kAlleges,   // asserts it of somebody, as a wrong
  kDenies,    // rejects it, declines it
  kAsks,      // puts it as a question
  kDemands,   // asks, orders or advises that it be done
  kPromises,  // promises or threatens to do it
  kForetells,
  kThinks,
  kWants,
  kSupports,
  kOpposes,
};

// How it was found: the construction that ties the content to its cue.
enum class SpeechPattern : uint8_t {
  kQuotation,    // by quotation marks and what stands around them
  kClause,       // a clause under the cue: "said (that) he would go"
  kInverted,     // the cue hangs on what it reports: "…, officials said", "as Lee put it, …"
  kCalled,       // "called him a liar"
  kInfinitive,   // "promised to go", "urged him to go", "denied going"
  kPreposition,  // "spoke about the case"
  kObject,       // "denied the charge"
  kNoun,         // "his denial that he went"
  kAccording,    // "according to police"
  kLabel,        // "LEE: I did not go", "Suspect held: police"
};

struct Attribution {
  SpeechForm form = SpeechForm::kIndirect;
  SpeechAct act = SpeechAct::kSays;
  SpeechPattern pattern = SpeechPattern::kQuotation;
  std::vector<ByteRange> content;  // in text order; more than one where the cue interrupts it
  int cue_head = -1;               // the verb, noun or preposition that is the cue; -1 with an empty cue
  TokenSpan cue;                   // "said", "according to"; may be empty for a continued quotation
  TokenSpan source;                // words of the speaker, empty when none is named here
  int source_head = -1;            // its head token
  int source_link = -1;            // the relative pronoun that stands for it at the cue: "Lee, who said"
  int entity = -1;                 // index into Cast::entities; -1 when not certain
  int addressee_head = -1;
  int parent = -1;        // index of the attribution whose content holds this one (the chain of voices)
  bool negated = false;   // "did not say"
  bool doubtful = false;  // "may have said", "is expected to say": not (yet) said
};

// True for acts that put words into the world: a statement in the reading contract's sense. Thoughts, wishes, support
// and opposition are not.
bool is_statement(SpeechAct act);

// What a reading is after: statements alone, or whatever is laid to somebody (thoughts, wishes, support, attacks too).
enum class SpeechScope { kStatements, kEverything };

struct SpeechKnowledge;  // cue verbs and nouns: knowledge/speech

class SpeechReader {
 public:
  // Errors: kNotFound, kUnreadable, kDamaged; the message names the file and the line.
  static Result<SpeechReader> load(const std::filesystem::path& knowledge);
  // In text order of content. Thread-safe, linear. A Cast without mentions may be given: no entities then.
  std::vector<Attribution> read(const Tree& tree, const Cast& cast, SpeechScope scope = SpeechScope::kStatements) const;

 private:
  std::shared_ptr<const SpeechKnowledge> knowledge_;
};

}  // namespace sumario::read
