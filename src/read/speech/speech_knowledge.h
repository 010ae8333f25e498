// Cue words as knowledge/speech keeps them: which verbs, nouns and prepositions carry somebody's words, and where the
// words stand beside them.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/result.h"
#include "read/speech/speech.h"
#include "read/syntax/lexicon.h"

namespace sumario::read {

// Where a cue's content may stand. The names in the files are given beside each.
enum Frame : uint16_t {
  kQuote = 1 << 0,      // quote: words in quotation marks
  kThat = 1 << 1,       // that: a finite clause
  kInf = 1 << 2,        // inf: an infinitive
  kObject = 1 << 3,     // obj: the direct object
  kIng = 1 << 4,        // ing: an -ing form
  kAs = 1 << 5,         // as: the object with what it is called
  kObjectInf = 1 << 6,  // objinf: the infinitive beside an object
  kRaised = 1 << 7,     // raised: the subject with an infinitive ("he seems to know")
};

struct CueWord {
  SpeechAct act = SpeechAct::kSays;
  uint16_t frames = 0;
  uint16_t weak = 0;                           // frames marked "?": content only where all else speaks for it
  std::vector<std::string> prepositions;       // the words after them are content
  std::vector<std::string> weak_prepositions;  // likewise, marked "?"

  bool takes(Frame frame) const { return (frames & frame) != 0; }
  bool takes_weakly(Frame frame) const { return (weak & frame) != 0; }
  bool takes(std::string_view preposition) const;
  bool takes_weakly(std::string_view preposition) const;
};

using CueWords = std::unordered_map<std::string, CueWord>;

struct SpeechKnowledge {
  CueWords verbs;        // by lemma, with its particle: "point out"
  CueWords nouns;        // by lemma
  CueWords adjectives;   // by lemma
  Lexicon prepositions;  // "according to"; the value is the act
  Lexicon binding;       // prepositions whose words go with the object before them
  Lexicon voices;        // who speaks without a name: "police", "indictment"

  const CueWord* verb(std::string_view lemma) const;
  const CueWord* noun(std::string_view lemma) const;
  const CueWord* adjective(std::string_view lemma) const;

  static Result<SpeechKnowledge> load(const std::filesystem::path& folder);
};

// One file of cue words. Errors: kDamaged, naming `name` and the line.
Result<CueWords> parse_cue_words(std::string_view text, std::string_view name);
std::optional<SpeechAct> act_named(std::string_view name);
std::string_view name_of(SpeechAct act);

}  // namespace sumario::read
