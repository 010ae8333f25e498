// Steps told of "he", "the suspects" or nobody ("the trial"), in a document that tells one case only: they are steps
// against its defendants. Nobody becomes accused by this who is not accused by name in the same document.
#pragma once

#include <filesystem>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "read/frames/draft.h"
#include "read/syntax/lexicon.h"

namespace sumario::read {

// Immutable after loading; safe to share. Knowledge: lexicons/defendant_nouns.txt, naming_verbs.txt,
// pronouns.txt.
class CaseReferences {
 public:
  static Result<CaseReferences> load(const std::filesystem::path& knowledge);

  // Gives their entities to defendants told by a pronoun or by a definite noun of the lexicon that nobody resolved,
  // where number and gender leave no choice; to descriptions in the lead of people identified as the defendants later;
  // and defendants to steps whose noun points back. Outside a single case, a pronoun means the defendants of the step
  // told just before. Leaves out steps whose noun points back to nothing known.
  void complete(const Scene& scene, std::vector<Draft>& drafts) const;

 private:
  CaseReferences(Lexicon nouns, Lexicon naming, Lexicon pronouns)
      : nouns_(std::move(nouns)), naming_(std::move(naming)), pronouns_(std::move(pronouns)) {}
  // The gender that a personal pronoun tells; nothing for other words.
  std::optional<Gender> gender_of_pronoun(std::string_view word) const;
  // People named in "identified the defendants as Ann Lee and Bob Ray".
  std::vector<int> identified(const Scene& scene) const;
  bool means_defendants(const Tree& tree, int head) const;
  struct Case {
    std::vector<int> defendants;  // empty where the document tells of several cases, or none
    bool identified = false;      // the document says outright who they are
  };
  // The people whom an open defendant must mean; empty where that is not certain.
  std::vector<DraftFiller> meant(const Scene& scene, const DraftFiller& filler, const Draft& draft,
                                 const std::vector<Draft>& drafts, const Case& one) const;

  Lexicon nouns_, naming_, pronouns_;
};

}  // namespace sumario::read
