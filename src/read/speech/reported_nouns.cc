// Contents of cue nouns ("his denial that …"), of cue adjectives ("confident that …") and of prepositions that name a
// speaker ("according to police").
#include <algorithm>
#include <optional>

#include "read/speech/reported.h"
#include "read/speech/speaker.h"

namespace sumario::read {
namespace {

// Who holds the belief, makes the claim: "his denial", "the denial by police", "made the claim", "the BBC report".
Speaker owner_of(const SpeechText& speech, int noun) {
  const Tree& tree = speech.tree;
  int poss = tree.child(noun, Dep::kPoss);
  if (poss >= 0) return {poss, -1};
  for (int child : tree.children(noun)) {
    if (tree.dep(child) != Dep::kPrep && tree.dep(child) != Dep::kAgent) continue;
    std::string_view word = tree.lower(child);
    if (word == "by" || word == "from" || word == "among") {
      int object = tree.child(child, Dep::kPobj);
      if (object >= 0) return {object, -1};
    }
  }
  int up = tree.head(noun);
  const CueWord* cue = tree.is_verbal(up) ? speech.cue_verb(up) : nullptr;
  // Who rejects a claim has not made it.
  if (cue && (cue->act == SpeechAct::kDenies || cue->act == SpeechAct::kOpposes)) return {};
  // "made the claim that …", "spoke in support of …", "held a rally in support of …": the subject above.
  constexpr int kClimb = 6;
  int at = noun;
  for (int step = 0; step < kClimb; ++step) {
    Dep dep = tree.dep(at);
    if (dep != Dep::kDobj && dep != Dep::kPobj && dep != Dep::kPrep && dep != Dep::kConj && dep != Dep::kAttr)
      return {};
    at = tree.head(at);
    if (tree.is_verbal(at)) return speaker_of(speech, at);
    int owner = tree.child(at, Dep::kPoss);
    if (owner >= 0) return {owner, -1};
  }
  return {};
}

// The one who is "confident that …": the subject of the copula, the noun it stands by, the object it is said of.
Speaker bearer_of(const SpeechText& speech, int adjective) {
  const Tree& tree = speech.tree;
  int up = tree.head(adjective);
  switch (tree.dep(adjective)) {
    case Dep::kAcomp:
    case Dep::kOprd:
    case Dep::kCcomp:
    case Dep::kAdvcl:
    case Dep::kConj:
    case Dep::kXcomp:
      return tree.is_verbal(up) ? speaker_of(speech, up) : Speaker{};
    case Dep::kAmod:
      return {up, -1};
    default:
      break;
  }
  return {};
}

class NounReport {
 public:
  NounReport(const SpeechText& speech, int noun, const CueWord& word)
      : speech_(speech), tree_(speech.tree), noun_(noun), word_(word) {}

  std::optional<AttributionCandidate> read() {
    speaker_ = tree_.pos(noun_) == nlp::Pos::kAdj ? bearer_of(speech_, noun_) : owner_of(speech_, noun_);
    if (!clause() && !after_preposition()) return std::nullopt;
    if (weak_ && tree_.bytes({content_.front().begin, content_.back().end}).size() < kSlight) return std::nullopt;
    AttributionCandidate candidate;
    candidate.act = word_.act;
    candidate.pattern = SpeechPattern::kNoun;
    candidate.cue_head = noun_;
    candidate.cue = {noun_, noun_ + 1};
    if (preposition_ == noun_ + 1) ++candidate.cue.end;
    candidate.content = std::move(content_);
    candidate.source_head = speaker_.head;
    candidate.source_link = speaker_.link;
    return candidate;
  }

 private:
  // Frames marked weak count only where somebody is named whose they are.
  bool takes(Frame frame) { return word_.takes(frame) || (word_.takes_weakly(frame) && firm()); }
  bool takes(std::string_view word) { return word_.takes(word) || (word_.takes_weakly(word) && firm()); }
  bool firm() { return speaker_.head >= 0 && (weak_ = true); }

  // "the claim that …", "a promise to …"
  bool clause() {
    for (int child : tree_.children(noun_)) {
      Dep dep = tree_.dep(child);
      bool clausal = dep == Dep::kAcl || dep == Dep::kCcomp || dep == Dep::kRelcl || dep == Dep::kXcomp;
      if (child < noun_ || !clausal) continue;
      bool that = false, to = false;
      for (int below : tree_.children(child)) {
        if (tree_.dep(below) == Dep::kMark && tree_.lower(below) == "that") that = true;
        if (tree_.dep(below) == Dep::kAux && tree_.tag(below) == "TO") to = true;
      }
      if (tree_.pos(noun_) == nlp::Pos::kAdj && dep == Dep::kCcomp && !to) that = true;  // "sure he won"
      if ((that && takes(kThat)) || (to && takes(kInf) && (dep == Dep::kAcl || dep == Dep::kXcomp))) {
        content_ = words_under(speech_, child, {});
        return !content_.empty();
      }
    }
    return false;
  }

  bool after_preposition() {
    for (int child : tree_.children(noun_)) {
      if (tree_.dep(child) != Dep::kPrep || child < noun_ || !takes(tree_.lower(child))) continue;
      int object = tree_.child(child, Dep::kPobj);
      if (object < 0) object = tree_.child(child, Dep::kPcomp);
      if (object < 0) continue;
      preposition_ = child;
      content_ = words_under(speech_, object, {});
      return !content_.empty();
    }
    return false;
  }

  const SpeechText& speech_;
  const Tree& tree_;
  int noun_;
  const CueWord& word_;
  Speaker speaker_;
  bool weak_ = false;
  static constexpr uint32_t kSlight = 12;  // bytes
  int preposition_ = -1;
  std::vector<TokenSpan> content_;
};

// The clause that "according to" speaks for: the finite clause it hangs in, or all the sentence where it stands apart.
int clause_of(const Tree& tree, int preposition) {
  constexpr int kClimb = 24;
  TokenSpan sentence = tree.sentence(tree.sentence_of(preposition));
  bool apart = preposition == sentence.begin || tree.words(preposition - 1) == ",";
  int at = tree.head(preposition);
  for (int step = 0; step < kClimb && !tree.is_root(at); ++step) {
    Dep dep = tree.dep(at);
    bool finite = tree.is_verbal(at) && (tree.has_child(at, Dep::kNsubj) || tree.has_child(at, Dep::kNsubjpass));
    if (dep == Dep::kCcomp && tree.head(at) < tree.subtree(at).begin) break;  // "said that, according to …, …"
    if (finite && (!apart || dep == Dep::kConj || dep == Dep::kParataxis)) break;
    at = tree.head(at);
  }
  return at;
}

}  // namespace

std::vector<AttributionCandidate> reported_by_nouns(const SpeechText& speech) {
  std::vector<AttributionCandidate> found;
  const Tree& tree = speech.tree;
  for (int i = 0; i < tree.size(); ++i) {
    const CueWord* word = nullptr;
    if (tree.pos(i) == nlp::Pos::kNoun) word = speech.knowledge.noun(tree.lemma(i));
    if (tree.pos(i) == nlp::Pos::kAdj) word = speech.knowledge.adjective(tree.lemma(i));
    if (!word) continue;
    if (auto candidate = NounReport(speech, i, *word).read()) found.push_back(std::move(*candidate));
  }
  return found;
}

std::vector<AttributionCandidate> reported_by_prepositions(const SpeechText& speech) {
  std::vector<AttributionCandidate> found;
  const Tree& tree = speech.tree;
  for (int i = 0; i < tree.size(); ++i) {
    if (tree.pos(i) == nlp::Pos::kPunct || tree.pos(i) == nlp::Pos::kSpace) continue;
    Lexicon::Match match = speech.knowledge.prepositions.match(tree, i, tree.size());
    if (match.length == 0) continue;
    int last = i + match.length - 1;
    int object = tree.child(last, Dep::kPobj);
    if (object < 0) object = tree.child(i, Dep::kPobj);
    int head = clause_of(tree, i);
    if (object < 0 || tree.descends_from(head, i)) continue;
    AttributionCandidate candidate;
    candidate.act = act_named(*match.value).value_or(SpeechAct::kSays);
    candidate.pattern = SpeechPattern::kAccording;
    candidate.cue_head = i;
    candidate.cue = {i, last + 1};
    candidate.source_head = object;
    // At the head of the sentence the name of the speaker ends with a comma, whatever hangs on it.
    TokenSpan hole = tree.subtree(i);
    if (i == tree.sentence(tree.sentence_of(i)).begin)
      for (int k = object + 1; k < hole.end; ++k)
        if (tree.words(k) == ",") hole.end = k;
    candidate.content = words_under(speech, head, {hole});
    if (!candidate.content.empty()) found.push_back(std::move(candidate));
    i = last;
  }
  return found;
}

}  // namespace sumario::read
