// Relations that the words at a name tell: nicknames and aliases, the party, the body somebody is "of".
#pragma once

#include <filesystem>
#include <vector>

#include "base/result.h"
#include "read/frames/draft.h"
#include "read/syntax/lexicon.h"

namespace sumario::read {

// Immutable after loading; safe to share.
class Ties {
 public:
  static Result<Ties> load(const std::filesystem::path& knowledge);
  // In text order of the names. Linear in the text.
  std::vector<Draft> at_names(const Scene& scene) const;

 private:
  Ties(Lexicon aliases, Lexicon parties) : aliases_(std::move(aliases)), parties_(std::move(parties)) {}
  TokenSpan nickname(const Scene& scene, const CastMention& person) const;  // Pavel "The Baker" Novak
  TokenSpan alias(const Scene& scene, const CastMention& person) const;     // Novak, aka "The Baker"
  TokenSpan party(const Scene& scene, const CastMention& person) const;     // Democrat Lee; Lee (R-Utah)
  TokenSpan body(const Scene& scene, const CastMention& person) const;      // Lee, of the Fraud Bureau; BBC's Lee

  Lexicon aliases_, parties_;
};

// "His lawyers" again and again is one fact: of the ties of one kind between one entity and one unnamed noun the first
// stays.
void tell_ties_once(const Scene& scene, std::vector<Draft>& drafts);

}  // namespace sumario::read
