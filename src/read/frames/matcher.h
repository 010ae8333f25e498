// Finds what the frames describe in a document.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/string_map.h"
#include "read/frames/draft.h"
#include "read/frames/frame.h"
#include "read/frames/parties.h"
#include "read/syntax/lexicon.h"
#include "read/syntax/mood.h"

namespace sumario::read {

// Immutable after loading; safe to share.
class Matcher {
 public:
  static Result<Matcher> load(const std::filesystem::path& knowledge);

  // Drafts in text order of their predicates. Linear in the text for a fixed set of frames.
  std::vector<Draft> match(const Scene& scene) const;
  // Whether some frame tells an event with this noun.
  bool is_trigger_noun(std::string_view lemma) const { return nouns_.contains(lemma); }
  // Whether the word can tell an event of that type.
  bool can_tell(const Tree& tree, int token, std::string_view type) const;

  const std::vector<Frame>& frames() const { return frames_; }
  const MoodReader& moods() const { return moods_; }
  const Lexicon& people() const { return people_; }

 private:
  struct Entry {
    int frame, pattern, trigger;
  };
  Matcher(std::vector<Frame> frames, MoodReader moods, Parties parties, Lexicon people, Lexicon offices, Lexicon laws);
  bool is_office(const Tree& tree, int head) const;
  // Whether the phrase can stand in a relation.
  bool is_tied(const Scene& scene, int head) const;
  // The office without article, owner and what follows: "deputy mayor", "secretary of state".
  TokenSpan office_words(const Tree& tree, int head) const;
  const std::vector<Entry>* entries_at(const Tree& tree, int token) const;
  bool match_one(const Scene& scene, const Proposition& proposition, Entry entry, Draft& draft) const;
  void fill(const Scene& scene, const Proposition& from, const RolePaths& roles, const Frame& frame,
            const Pattern& pattern, Draft& draft) const;
  // Those, or the words, that the phrase at `head` gives the role.
  std::vector<DraftFiller> fillers_at(const Scene& scene, const Pattern& pattern, std::string_view role,
                                      const Argument& a) const;
  // Whether the phrase can be somebody whom the pattern's words act on, or who acts.
  bool is_party(const Scene& scene, const Pattern& pattern, int head) const;
  // Whether the phrase can fill the role at all; the trigger is used in another sense where it cannot.
  bool suits(const Scene& scene, const Frame& frame, std::string_view role, int head) const;

  std::vector<Frame> frames_;
  MoodReader moods_;
  Parties parties_;
  Lexicon people_, offices_, laws_;
  StringMap<std::vector<Entry>> verbs_, nouns_;  // by the trigger's head word
};

}  // namespace sumario::read
