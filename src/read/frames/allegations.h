// Accusations that no word names as such: what police, prosecutors and their papers say a defendant did, and what the
// article tells of a defendant's deeds. Only people whom the document shows as accused by a firmer claim are meant, so
// that no witness, victim or officer is accused for doing something in a prosecutor's sentence.
#pragma once

#include <filesystem>
#include <vector>

#include "base/result.h"
#include "read/frames/draft.h"
#include "read/frames/matcher.h"

namespace sumario::read {

// Immutable after loading; safe to share. Knowledge: lexicons/accusers.txt, wrongdoing.txt, neutral_verbs.txt.
class AllegationReader {
 public:
  static Result<AllegationReader> load(const std::filesystem::path& knowledge);
  // `known` are the drafts found so far. Linear in the text.
  std::vector<Draft> read(const Scene& scene, const Matcher& matcher, const std::vector<Draft>& known) const;

 private:
  AllegationReader(Lexicon accusers, Lexicon wrongdoing, Lexicon neutral)
      : accusers_(std::move(accusers)), wrongdoing_(std::move(wrongdoing)), neutral_(std::move(neutral)) {}
  bool is_accuser(const Scene& scene, const Attribution& voice) const;

  Lexicon accusers_, wrongdoing_, neutral_;
};

}  // namespace sumario::read
