// Accusations that no word names as such: what police, prosecutors and their papers say a defendant did, what the
// article tells of a defendant's deeds, what somebody "allegedly" did, and what is said to somebody's favour. People
// whom no firmer claim of the document accuses are meant only where the words themselves accuse, so that no witness,
// victim or officer is accused for doing something in a prosecutor's sentence.
#pragma once

#include <filesystem>
#include <vector>

#include "base/result.h"
#include "read/frames/draft.h"
#include "read/frames/matcher.h"
#include "read/frames/wrongs.h"

namespace sumario::read {

// Immutable after loading; safe to share. Knowledge: lexicons/accusers.txt, neutral_verbs.txt, deed_nouns.txt,
// case_openings.txt, wrongdoers.txt.
class AllegationReader {
 public:
  static Result<AllegationReader> load(const std::filesystem::path& knowledge);
  // `known` are the drafts found so far. Linear in the text.
  std::vector<Draft> read(const Scene& scene, const Matcher& matcher, const Wrongs& wrongs,
                          const std::vector<Draft>& known) const;

 private:
  struct Lexicons {
    Lexicon accusers, neutral, deed_nouns, openings, wrongdoers;
  };
  friend class AllegationPass;
  explicit AllegationReader(Lexicons lexicons) : lexicons_(std::move(lexicons)) {}

  Lexicons lexicons_;
};

}  // namespace sumario::read
