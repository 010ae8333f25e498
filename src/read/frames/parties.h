// Those who act in politics: people, bodies, states, forces; and whom the words mean that stand in for them: "a Taliban
// attack", "the minister's decision", "a resolution by the council".
#pragma once

#include <filesystem>
#include <vector>

#include "base/result.h"
#include "read/frames/draft.h"
#include "read/frames/frame.h"
#include "read/syntax/lexicon.h"

namespace sumario::read {

// Immutable after loading; safe to share.
class Parties {
 public:
  static Result<Parties> load(const std::filesystem::path& knowledge);

  bool is_party(const Scene& scene, int head) const;
  // A place that can be held, entered, worked at: "the school".
  bool is_site(const Tree& tree, int head) const { return stand_in(tree, head) == StandIn::kSite; }
  // Who acts, or is acted on, where the phrase at `head` fills that role; empty when the words mean nobody. Where the
  // pattern reaches so far, a deed or a place that belongs to nobody named is itself what is acted on ("condemned the
  // attack", "stormed the village").
  std::vector<DraftFiller> actors(const Scene& scene, int head) const;
  std::vector<DraftFiller> recipients(const Scene& scene, int head, Reach reach) const;

 private:
  enum class StandIn { kNone, kDoers, kVictims, kSite };  // whom "of" leads to; a site stands for itself
  Parties(Lexicon people, Lexicon others, Lexicon bodies, Lexicon stand_ins);
  StandIn stand_in(const Tree& tree, int head) const;
  // The heads of those behind the phrase; at most `steps` nouns deep.
  std::vector<int> behind(const Scene& scene, int head, int steps) const;
  std::vector<int> behind_preposition(const Scene& scene, int preposition, int steps) const;

  Lexicon people_, others_, bodies_, stand_ins_;
};

}  // namespace sumario::read
