// Contents of cue verbs, by the frames their entry allows.
#include <algorithm>
#include <array>
#include <optional>

#include "read/speech/reported.h"
#include "read/speech/speaker.h"

namespace sumario::read {
namespace {

bool is_verbal(const Tree& tree, int i) { return tree.pos(i) == nlp::Pos::kVerb || tree.pos(i) == nlp::Pos::kAux; }

bool has_to(const Tree& tree, int verb) {
  for (int child : tree.children(verb))
    if (tree.dep(child) == Dep::kAux && tree.tag(child) == "TO") return true;
  return false;
}

bool has_mark(const Tree& tree, int verb, std::initializer_list<std::string_view> words) {
  for (int child : tree.children(verb))
    if ((tree.dep(child) == Dep::kMark || tree.dep(child) == Dep::kAdvmod) &&
        std::find(words.begin(), words.end(), tree.lower(child)) != words.end())
      return true;
  return false;
}

// The contents of one cue verb.
class VerbReport {
 public:
  VerbReport(const SpeechText& speech, int verb, const CueWord& word)
      : speech_(speech), tree_(speech.tree), verb_(verb), word_(word), passive_(in_passive(tree_, verb)) {}

  std::optional<Candidate> read() {
    bool found = clause() || inverted() || buried_clause() || called() || infinitive() || gerund() ||
                 after_preposition() || object();
    if (!found || content_.empty()) return std::nullopt;
    Candidate candidate;
    candidate.act = word_.act;
    candidate.cue_head = verb_;
    candidate.cue = cue();
    candidate.content = std::move(content_);
    Speaker speaker = speaker_of(speech_, verb_);
    candidate.source_head = speaker.head;
    candidate.source_link = speaker.link;
    int to = addressee_of(speech_, verb_);
    bool in_content =
        std::any_of(candidate.content.begin(), candidate.content.end(), [&](TokenSpan s) { return s.contains(to); });
    candidate.addressee_head = in_content ? -1 : to;
    if (covers(candidate, speaker.head)) return std::nullopt;
    return candidate;
  }

 private:
  static bool covers(const Candidate& candidate, int token) {
    return token >= 0 && std::any_of(candidate.content.begin(), candidate.content.end(),
                                     [&](TokenSpan s) { return s.contains(token); });
  }

  TokenSpan cue() const {
    TokenSpan span{verb_, verb_ + 1};
    int particle = tree_.child(verb_, Dep::kPrt);
    if (particle == verb_ + 1) ++span.end;
    if (preposition_ == span.end) ++span.end;
    return span;
  }

  bool take(int head) {
    std::vector<TokenSpan> holes;
    if (tree_.subtree(head).contains(verb_)) {
      if (tree_.descends_from(verb_, head)) {
        holes.push_back(tree_.subtree(verb_));
      } else {  // the cue interrupts its clause
        holes.push_back({verb_, verb_ + 1});
        for (int child : tree_.children(verb_))
          if (!tree_.descends_from(head, child)) holes.push_back(tree_.subtree(child));
      }
    }
    for (TokenSpan piece : words_under(speech_, head, std::move(holes))) content_.push_back(piece);
    return !content_.empty();
  }

  // "said (that) he would go", "asked whether he would go".
  bool clause() {
    if (!word_.takes(kThat) && !word_.takes(kQuote)) return small_clause();
    for (int child : tree_.children(verb_)) {
      bool asked = tree_.dep(child) == Dep::kAdvcl && child > verb_ && has_mark(tree_, child, {"if", "whether"}) &&
                   (word_.act == SpeechAct::kAsks) && tree_.subtree(child).begin <= verb_ + 6;
      if (tree_.dep(child) != Dep::kCcomp && !asked) continue;
      take(child);
    }
    return !content_.empty();
  }

  // "wants him to go", "called him a liar": the clause without a finite verb that some verbs take.
  bool small_clause() {
    if (!word_.takes(kInf) && !word_.takes(kObjectInf) && !word_.takes(kAs) && !word_.takes(kIng)) return false;
    for (int child : tree_.children(verb_))
      if (tree_.dep(child) == Dep::kCcomp && child > verb_) take(child);
    return !content_.empty();
  }

  // "The bill is dead, Lee said": the cue hangs on what it reports. "As police announced, …".
  bool inverted() {
    if (!word_.takes(kThat) || passive_) return false;
    int head = tree_.head(verb_);
    if (head == verb_) return false;
    Dep dep = tree_.dep(verb_);
    bool aside = dep == Dep::kParataxis;
    bool as = dep == Dep::kAdvcl && has_mark(tree_, verb_, {"as"});
    if (!aside && !as) return false;
    if (aside && !tree_.has_child(verb_, Dep::kNsubj)) return false;
    if (tree_.has_child(verb_, Dep::kDobj) && word_.takes(kObject)) return false;
    return take(head);
  }

  // "said in a statement that he would go", "said Monday that …", where the parser hangs the clause on the noun.
  bool buried_clause() {
    if (!word_.takes(kThat)) return false;
    for (int child : tree_.children(verb_)) {
      if (child < verb_) continue;
      Dep dep = tree_.dep(child);
      int noun = dep == Dep::kPrep                            ? tree_.child(child, Dep::kPobj)
                 : dep == Dep::kNpadvmod || dep == Dep::kDobj ? child
                                                              : -1;
      if (noun < 0) continue;
      for (int below : tree_.children(noun)) {
        bool clausal =
            tree_.dep(below) == Dep::kAcl || tree_.dep(below) == Dep::kRelcl || tree_.dep(below) == Dep::kCcomp;
        if (!clausal || !has_mark(tree_, below, {"that"}) || tree_.lower(tree_.subtree(below).begin) != "that")
          continue;
        if (!tree_.has_child(below, Dep::kMark)) continue;
        return take(below);
      }
    }
    return false;
  }

  // "called him a liar", "described the plan as a gift", "was named as a suspect".
  bool called() {
    if (!word_.takes(kAs)) return false;
    int what = tree_.child(verb_, passive_ ? Dep::kNsubjpass : Dep::kDobj);
    int name = tree_.child(verb_, Dep::kOprd);
    if (name < 0)
      for (int child : tree_.children(verb_))
        if ((tree_.dep(child) == Dep::kPrep || tree_.dep(child) == Dep::kAdvcl) && child > verb_ &&
            (tree_.lower(child) == "as" || has_mark(tree_, child, {"as"})))
          name = child;
    if (name < 0) {
      // With the name alone, "what critics call a gift": the object is the name.
      return false;
    }
    if (what >= 0) take(what);
    take(name);
    return !content_.empty();
  }

  // "promised to go", "urged him to go", "is said to have gone".
  bool infinitive() {
    bool plain = word_.takes(kInf), beside = word_.takes(kObjectInf);
    if (!plain && !beside) return false;
    for (int child : tree_.children(verb_)) {
      if (tree_.dep(child) != Dep::kXcomp || child < verb_) continue;
      if (!has_to(tree_, child)) {
        if (word_.takes(kIng) && tree_.tag(child) == "VBG") take(child);
        continue;
      }
      if (passive_) {
        int subject = tree_.child(verb_, Dep::kNsubjpass);
        if (subject >= 0 && plain) take(subject);
      }
      take(child);
    }
    std::sort(content_.begin(), content_.end(), [](TokenSpan a, TokenSpan b) { return a.begin < b.begin; });
    return !content_.empty();
  }

  bool gerund() {
    if (!word_.takes(kIng)) return false;
    for (int child : tree_.children(verb_))
      if (tree_.dep(child) == Dep::kXcomp && child > verb_ && tree_.tag(child) == "VBG") take(child);
    return !content_.empty();
  }

  // "spoke about the case", "accused him of fraud".
  bool after_preposition() {
    if (word_.prepositions.empty()) return false;
    for (int child : tree_.children(verb_)) {
      Dep dep = tree_.dep(child);
      if (dep != Dep::kPrep && dep != Dep::kPrt && dep != Dep::kAgent && dep != Dep::kDative) continue;
      if (child < verb_ || !word_.takes(tree_.lower(child))) continue;
      int object = tree_.child(child, Dep::kPobj);
      if (object < 0) object = tree_.child(child, Dep::kPcomp);
      if (object < 0) continue;
      preposition_ = child;
      take(object);
    }
    return !content_.empty();
  }

  // "denied the charge"; "the charge was denied".
  bool object() {
    if (!word_.takes(kObject)) return false;
    int what = tree_.child(verb_, passive_ ? Dep::kNsubjpass : Dep::kDobj);
    if (what < 0) return false;
    return take(what);
  }

  const SpeechText& speech_;
  const Tree& tree_;
  int verb_;
  const CueWord& word_;
  bool passive_;
  int preposition_ = -1;
  std::vector<TokenSpan> content_;
};

bool is_edge(const SpeechText& speech, int token) {
  const Tree& tree = speech.tree;
  if (tree.pos(token) == nlp::Pos::kSpace) return true;
  if (tree.pos(token) != nlp::Pos::kPunct || speech.is_mark(token)) return false;
  std::string_view word = tree.words(token);
  constexpr std::array<std::string_view, 11> kStops = {",", ".", ";", ":", "-", "--", "—", "–", "…", "...", "?"};
  return std::find(kStops.begin(), kStops.end(), word) != kStops.end();
}

}  // namespace

std::vector<TokenSpan> words_under(const SpeechText& speech, int head, std::vector<TokenSpan> holes) {
  std::vector<TokenSpan> pieces;
  TokenSpan whole = speech.tree.subtree(head);
  std::sort(holes.begin(), holes.end(), [](TokenSpan a, TokenSpan b) { return a.begin < b.begin; });
  auto add = [&](TokenSpan piece) {
    while (!piece.empty() && is_edge(speech, piece.begin)) ++piece.begin;
    while (!piece.empty() && is_edge(speech, piece.end - 1)) --piece.end;
    if (!piece.empty()) pieces.push_back(piece);
  };
  int at = whole.begin;
  for (TokenSpan hole : holes) {
    if (hole.begin > at) add({at, std::min(hole.begin, whole.end)});
    at = std::max(at, hole.end);
  }
  if (at < whole.end) add({at, whole.end});
  return pieces;
}

std::vector<Candidate> reported_by_verbs(const SpeechText& speech) {
  std::vector<Candidate> found;
  const Tree& tree = speech.tree;
  for (int i = 0; i < tree.size(); ++i) {
    if (!is_verbal(tree, i)) continue;
    const CueWord* word = speech.knowledge.verb(tree.lemma(i));
    if (!word) continue;
    if (auto candidate = VerbReport(speech, i, *word).read()) found.push_back(std::move(*candidate));
  }
  return found;
}

}  // namespace sumario::read
