// Whether the clause around an expression speaks of the future; from tags and words alone, so that headlines and broken
// trees do no harm.
#include "read/time/grammar.h"

namespace sumario::read {
namespace {

constexpr int kReach = 40;  // tokens looked back
constexpr int kReachOn = 20;

}  // namespace

Grammar::Tense Grammar::tense(int i) const {
  int at = piece(i).token;
  TokenSpan sentence = tree_.sentence(tree_.sentence_of(at));
  auto listed = [&](int token, TimeWord kind) {
    const auto* entries = knowledge_.starting_with(tree_.lemma(token));
    if (!entries) return false;
    for (const TimeEntry& entry : *entries)
      if (entry.kind == kind && entry.rest.empty()) return true;
    return false;
  };
  bool infinitive = false, bare = false;
  for (int t = at - 1; t >= sentence.begin && t >= at - kReach; --t) {
    std::string_view tag = tree_.tag(t);
    if (tag == "MD") return Tense::kAhead;
    if (tag == "TO" && t + 1 < at && tree_.tag(t + 1) == "VB") infinitive = true;
    bare = bare || tag == "VB";
    bool participle = tag == "VBN" || tag == "JJ";
    if ((tag == "VBN" || tag == "VBD" || tag == "JJ" || tag == "VBZ" || tag == "VBP") && listed(t, TimeWord::kAhead)) {
      // "is due on Monday", "was ordered to return on Monday"; but not "he asked on Monday".
      if (infinitive || (participle && t + 1 < at && (tree_.tag(t + 1) == "IN" || tree_.tag(t + 1) == "TO")))
        return Tense::kAhead;
      if (tag == "VBZ" || tag == "VBP") return Tense::kAhead;
    }
    bool be = tree_.lemma(t) == "be" && (tag == "VBD" || tag == "VBZ" || tag == "VBP");
    if (be && infinitive && tree_.tag(t + 1) == "TO") return Tense::kAhead;  // "is to stand trial in May"
    if (tag == "VBD" || tag == "VBN") return Tense::kPast;
    if (tag == "VBG" && tree_.lower(t) == "going" && infinitive) return Tense::kAhead;
    if (tag == "VBZ" || tag == "VBP") {
      if (listed(t, TimeWord::kAheadPresent)) return Tense::kAhead;
      if (tree_.lemma(t) == "be" && (t + 1 == at || (t + 2 == at && tree_.tag(t + 1) == "IN"))) return Tense::kAhead;
    }
  }
  if (infinitive || bare) return Tense::kAhead;  // a headline's "to", or an imperative
  for (int t = at + 1; t < sentence.end && t <= at + kReachOn; ++t) {
    std::string_view tag = tree_.tag(t);
    if (tag == "MD") return Tense::kAhead;
    if (tag == "VBD" || tag == "VBN") return Tense::kPast;
    if ((tag == "VBZ" || tag == "VBP") && listed(t, TimeWord::kAheadPresent)) return Tense::kAhead;
  }
  return Tense::kUnknown;
}

}  // namespace sumario::read
