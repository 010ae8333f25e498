// Contents of cue verbs, by the frames their entry allows.
#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>

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
  // `above` tells, for cues that the parser hung into reported speech, the cue they stand beside.
  VerbReport(const SpeechText& speech, int verb, const CueWord& word, std::unordered_map<int, int>& above)
      : speech_(speech),
        tree_(speech.tree),
        verb_(verb),
        word_(word),
        above_(above),
        passive_(in_passive(tree_, verb)) {}

  std::optional<Candidate> read() {
    if (!find() || content_.empty() || too_slight()) return std::nullopt;
    Candidate candidate;
    candidate.act = act();
    candidate.pattern = pattern_;
    candidate.cue_head = verb_;
    candidate.cue = cue();
    candidate.content = std::move(content_);
    auto beside = above_.find(verb_);
    bool own = beside == above_.end() || tree_.has_child(verb_, Dep::kNsubj);
    Speaker speaker = speaker_of(speech_, own ? verb_ : beside->second);
    if (speaker.head < 0 && !passive_ && pattern_ == SpeechPattern::kClause)
      speaker.head = speaker_in_content(candidate.content);
    if (pattern_ == SpeechPattern::kInfinitive && takes(kRaised)) speaker = {};  // nobody says that it seems so
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
  // The first frame that is filled; clauses before objects, as "told him that" has both.
  bool find() {
    using Step = bool (VerbReport::*)();
    constexpr Step kSteps[] = {
        &VerbReport::clause, &VerbReport::small_clause, &VerbReport::inverted,        &VerbReport::buried_clause,
        &VerbReport::called, &VerbReport::infinitive,   &VerbReport::for_somebody_to, &VerbReport::after_preposition,
        &VerbReport::object, &VerbReport::trailing};
    for (Step step : kSteps) {
      weak_ = false;
      if ((this->*step)()) return true;
    }
    return false;
  }

  // Frames marked weak count only where the cue is a finite verb of a main clause with somebody to speak.
  bool takes(Frame frame) { return word_.takes(frame) || (word_.takes_weakly(frame) && firm()); }
  bool takes(std::string_view word) { return word_.takes(word) || (word_.takes_weakly(word) && firm()); }

  bool firm() {
    if (firm_ < 0) firm_ = is_firm() ? 1 : 0;
    weak_ = weak_ || firm_ == 1;
    return firm_ == 1;
  }

  bool is_firm() const {
    Dep dep = tree_.dep(verb_);
    if (dep == Dep::kRelcl || dep == Dep::kAcl) return false;
    bool finite = tree_.tag(verb_) == "VBD" || tree_.tag(verb_) == "VBZ" || tree_.tag(verb_) == "VBP";
    for (int child : tree_.children(verb_))
      if (tree_.dep(child) == Dep::kAux &&
          (tree_.tag(child) == "VBD" || tree_.tag(child) == "VBZ" || tree_.tag(child) == "VBP"))
        finite = true;
    Speaker speaker = speaker_of(speech_, verb_);
    return finite && speaker.head >= 0 && speaker.link < 0;
  }

  // What a weak frame gives must be more than a word or two.
  bool too_slight() const {
    return weak_ && tree_.bytes({content_.front().begin, content_.back().end}).size() < kSlight;
  }

  bool found_as(SpeechPattern pattern) {
    pattern_ = pattern;
    return !content_.empty();
  }

  static bool covers(const Candidate& candidate, int token) {
    return token >= 0 && std::any_of(candidate.content.begin(), candidate.content.end(),
                                     [&](TokenSpan s) { return s.contains(token); });
  }

  // "call for" and "call on" do something else than "call": an entry with the preposition names the act.
  SpeechAct act() {
    int preposition = preposition_;
    if (preposition < 0 && verb_ + 1 < tree_.size() && tree_.dep(verb_ + 1) == Dep::kPrep) preposition = verb_ + 1;
    if (preposition < 0) return word_.act;
    const CueWord* phrase =
        speech_.knowledge.verb(std::string(tree_.lemma(verb_)) + " " + std::string(tree_.lower(preposition)));
    if (!phrase) return word_.act;
    preposition_ = preposition;
    return phrase->act;
  }

  TokenSpan cue() const {
    TokenSpan span{verb_, verb_ + 1};
    int particle = tree_.child(verb_, Dep::kPrt);
    if (particle == verb_ + 1) ++span.end;
    if (preposition_ == span.end) ++span.end;
    return span;
  }

  bool take(int head, std::vector<TokenSpan> holes = {}) {
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

  // "said he was innocent and called the charge absurd", "…, adding that he would appeal": the parser likes to hang the
  // second cue on the first one's content. What stands under such a cue is not the first one's.
  std::vector<TokenSpan> coordinated_cues(int content) {
    std::vector<TokenSpan> holes;
    for (int child : tree_.children(content)) {
      if (child < content || child < verb_ || speech_.outer[static_cast<size_t>(child)] >= 0) continue;
      const CueWord* cue = speech_.cue_verb(child);
      if (!cue || !is_statement(cue->act)) continue;
      int begin = tree_.subtree(child).begin;
      if (begin <= verb_ + 1) continue;
      bool comma = tree_.words(begin - 1) == ",";
      bool subject = tree_.has_child(child, Dep::kNsubj);
      bool second = tree_.dep(child) == Dep::kConj && tree_.tag(child) == tree_.tag(verb_) &&
                    tree_.tag(child) != "VB" && (!subject || comma);
      bool participle = tree_.dep(child) == Dep::kAdvcl && tree_.tag(child) == "VBG" && comma;
      if (!second && !participle) continue;
      above_.emplace(child, verb_);
      if (tree_.dep(begin - 1) == Dep::kCc) --begin;
      holes.push_back({begin, tree_.subtree(child).end});
    }
    return holes;
  }

  // "said (that) he would go", "asked whether he would go".
  bool clause() {
    if (!takes(kThat) && !word_.takes(kQuote)) return false;
    for (int child : tree_.children(verb_)) {
      bool asked = tree_.dep(child) == Dep::kAdvcl && child > verb_ && has_mark(tree_, child, {"if", "whether"}) &&
                   (word_.act == SpeechAct::kAsks) && tree_.subtree(child).begin <= verb_ + 12;
      if (tree_.dep(child) != Dep::kCcomp && !asked) continue;
      take(child, coordinated_cues(child));
    }
    return found_as(SpeechPattern::kClause);
  }

  // "wants him to go", "called him a liar", "saw him leaving": clauses without a finite verb, each for the verbs that
  // take its kind.
  bool small_clause() {
    for (int child : tree_.children(verb_)) {
      if (tree_.dep(child) != Dep::kCcomp || child < verb_) continue;
      bool to = has_to(tree_, child), ing = tree_.tag(child) == "VBG" && !tree_.has_child(child, Dep::kAux);
      bool bare = !to && !ing && (!is_verbal(tree_, child) || tree_.tag(child) == "VB" || tree_.tag(child) == "VBN") &&
                  !tree_.has_child(child, Dep::kMark) && !tree_.has_child(child, Dep::kAux);
      bool taken = to ? takes(kInf) || takes(kObjectInf) : ing ? takes(kIng) : bare && takes(kAs);
      if (!taken || !take(child)) continue;
      return found_as(bare ? SpeechPattern::kCalled : SpeechPattern::kInfinitive);
    }
    return false;
  }

  // "The bill is dead, Lee said": the cue hangs on what it reports. "As police announced, …".
  bool inverted() {
    if (!(takes(kThat) || word_.takes(kQuote)) || passive_) return false;
    int head = tree_.head(verb_);
    if (head == verb_) return false;
    Dep dep = tree_.dep(verb_);
    bool aside = dep == Dep::kParataxis;
    bool as = dep == Dep::kAdvcl && has_mark(tree_, verb_, {"as"});
    if (!aside && !as) return false;
    if (!as && !takes(kThat)) return false;  // "as Lee put it"
    if (aside && !tree_.has_child(verb_, Dep::kNsubj)) return false;
    if (!as && tree_.has_child(verb_, Dep::kDobj) && takes(kObject)) return false;
    return take(head) && found_as(SpeechPattern::kInverted);
  }

  // "Minister to resign, ministry says": the cue ends the sentence, whatever the parser made of what stands before.
  bool trailing() {
    if (!takes(kThat) || passive_ || !is_statement(word_.act)) return false;
    TokenSpan sentence = tree_.sentence(tree_.sentence_of(verb_));
    for (int i = verb_ + 1; i < sentence.end; ++i)
      if (tree_.pos(i) != nlp::Pos::kPunct && tree_.pos(i) != nlp::Pos::kSpace) return false;
    int subject = tree_.child(verb_, Dep::kNsubj);
    if (subject < 0 || subject > verb_) return false;
    int comma = tree_.subtree(subject).begin - 1;
    if (comma <= sentence.begin + 1 || tree_.words(comma) != "," || speech_.outer[static_cast<size_t>(comma)] >= 0)
      return false;
    content_ = {{sentence.begin, comma}};
    return found_as(SpeechPattern::kInverted);
  }

  // "…, police and the mayor said", with the speakers hung on a name before the comma: the words after the last comma
  // are theirs when there is no verb among them. Gives the speaker's head.
  int speaker_in_content(std::vector<TokenSpan>& content) const {
    TokenSpan& last = content.back();
    if (last.end != verb_) return -1;
    for (int i = verb_ - 1; i > last.begin && i > verb_ - 12; --i) {
      if (tree_.words(i) == ",") {
        if (i + 1 >= verb_ || tree_.pos(i + 1) == nlp::Pos::kCconj) return -1;
        int head = verb_ - 1;
        while (tree_.head(head) > i && tree_.head(head) < verb_ && tree_.head(head) != head) head = tree_.head(head);
        last.end = i;
        return head;
      }
      if (tree_.tag(i).starts_with("V") || tree_.pos(i) == nlp::Pos::kAdp) return -1;
    }
    return -1;
  }

  // "said in a statement that he would go", "said Monday that …", where the parser hangs the clause on the noun.
  bool buried_clause() {
    if (!takes(kThat)) return false;
    for (int child : tree_.children(verb_)) {
      if (child < verb_) continue;
      Dep dep = tree_.dep(child);
      int noun = dep == Dep::kPrep || dep == Dep::kAgent      ? tree_.child(child, Dep::kPobj)
                 : dep == Dep::kNpadvmod || dep == Dep::kDobj ? child
                                                              : -1;
      // "repeated the claim that …": the claim is the object, and a cue itself.
      if (dep == Dep::kDobj && speech_.knowledge.noun(tree_.lemma(child))) continue;
      if (noun < 0) continue;
      for (int below : tree_.children(noun)) {
        bool clausal =
            tree_.dep(below) == Dep::kAcl || tree_.dep(below) == Dep::kRelcl || tree_.dep(below) == Dep::kCcomp;
        if (!clausal || !has_mark(tree_, below, {"that"}) || tree_.lower(tree_.subtree(below).begin) != "that")
          continue;
        if (!tree_.has_child(below, Dep::kMark)) continue;
        return take(below) && found_as(SpeechPattern::kClause);
      }
    }
    return false;
  }

  // "called him a liar", "described the plan as a gift", "was named as a suspect".
  bool called() {
    if (!takes(kAs)) return false;
    int what = tree_.child(verb_, passive_ ? Dep::kNsubjpass : Dep::kDobj);
    int name = tree_.child(verb_, Dep::kOprd);
    if (name < 0)
      for (int child : tree_.children(verb_))
        if ((tree_.dep(child) == Dep::kPrep || tree_.dep(child) == Dep::kAdvcl) && child > verb_ &&
            (tree_.lower(child) == "as" || has_mark(tree_, child, {"as"})))
          name = child;
    if (name < 0) return !passive_ && called_in_marks();
    if (tree_.child(name, Dep::kPcomp) >= 0 && speech_.cue_verb(tree_.child(name, Dep::kPcomp)))
      return false;  // "quoted as saying"
    // "a bar called The Anchor", "the so-called king": a name, nobody's words.
    bool reduced = passive_ && !tree_.has_child(verb_, Dep::kAuxpass) && !tree_.has_child(verb_, Dep::kAgent);
    if (reduced) return false;
    if (what >= 0) take(what);
    take(name);
    return found_as(SpeechPattern::kCalled);
  }

  // "called the charge “absurd”": quotation marks right after the object, whatever the parser made of them.
  bool called_in_marks() {
    int limit = std::min(tree_.size(), verb_ + 14);
    for (int i = verb_ + 1; i < limit; ++i) {
      int q = speech_.outer[static_cast<size_t>(i)];
      if (q >= 0 && q != speech_.outer[static_cast<size_t>(verb_)]) {
        content_ = {{verb_ + 1, speech_.tokens(speech_.quotations[static_cast<size_t>(q)].range).end}};
        return found_as(SpeechPattern::kCalled);
      }
      if (tree_.pos(i) == nlp::Pos::kPunct || tree_.tag(i).starts_with("V")) return false;
    }
    return false;
  }

  // "promised to go", "urged him to go", "is said to have gone".
  bool infinitive() {
    bool plain = takes(kInf), ing = takes(kIng), beside = takes(kObjectInf), raised = takes(kRaised);
    if (!plain && !beside && !raised && !ing) return false;
    for (int child : tree_.children(verb_)) {
      if (tree_.dep(child) != Dep::kXcomp || child < verb_) continue;
      if (!has_to(tree_, child)) {
        if (ing && tree_.tag(child) == "VBG") take(child);
        continue;
      }
      if (!plain && !beside && !raised) continue;
      // "is said to have gone", "seems to have gone": the subject belongs to what is said.
      int subject = passive_ ? tree_.child(verb_, Dep::kNsubjpass) : raised ? tree_.child(verb_, Dep::kNsubj) : -1;
      if (subject >= 0 && (plain || raised)) take(subject);
      take(child);
    }
    std::sort(content_.begin(), content_.end(), [](TokenSpan a, TokenSpan b) { return a.begin < b.begin; });
    return found_as(SpeechPattern::kInfinitive);
  }

  // "spoke about the case", "accused him of fraud".
  bool after_preposition() {
    if (word_.prepositions.empty() && word_.weak_prepositions.empty()) return false;
    for (int child : tree_.children(verb_)) after(child);
    if (!content_.empty()) return found_as(SpeechPattern::kPreposition);
    // "accused the mayor of lying", where the parser hangs "of" on the mayor.
    int object = tree_.child(verb_, Dep::kDobj);
    if (object < 0 || word_.takes(kObject)) return false;
    for (int child : tree_.children(object))
      if (child > object && tree_.has_child(child, Dep::kPcomp)) after(child);
    return found_as(SpeechPattern::kPreposition);
  }

  void after(int child) {
    Dep dep = tree_.dep(child);
    if (dep != Dep::kPrep && dep != Dep::kPrt && dep != Dep::kAgent && dep != Dep::kDative) return;
    if (child < verb_ || !takes(tree_.lower(child))) return;
    int object = tree_.child(child, Dep::kPobj);
    if (object < 0) object = tree_.child(child, Dep::kPcomp);
    if (object < 0) return;
    preposition_ = child;
    take(object);
  }

  // "called for the minister to go"
  bool for_somebody_to() {
    if (!takes(std::string_view("for"))) return false;
    for (int child : tree_.children(verb_)) {
      if (child < verb_ || (tree_.dep(child) != Dep::kAdvcl && tree_.dep(child) != Dep::kCcomp)) continue;
      int mark = tree_.child(child, Dep::kMark);
      if (mark < 0 || tree_.lower(mark) != "for" || !has_to(tree_, child)) continue;
      preposition_ = mark;
      return take(child, {{mark, mark + 1}}) && found_as(SpeechPattern::kPreposition);
    }
    return false;
  }

  // "denied the charge"; "the charge was denied".
  bool object() {
    if (!takes(kObject)) return false;
    int what = tree_.child(verb_, passive_ ? Dep::kNsubjpass : Dep::kDobj);
    if (what < 0 || tree_.lower(what) == "it") return false;
    return take(what) && found_as(SpeechPattern::kObject);
  }

  const SpeechText& speech_;
  const Tree& tree_;
  int verb_;
  const CueWord& word_;
  std::unordered_map<int, int>& above_;
  bool passive_;
  int firm_ = -1;                          // not asked yet
  bool weak_ = false;                      // the frame now tried is a weak one
  static constexpr uint32_t kSlight = 12;  // bytes
  int preposition_ = -1;
  SpeechPattern pattern_ = SpeechPattern::kClause;
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
  std::unordered_map<int, int> above;
  for (int i = 0; i < tree.size(); ++i) {
    if (!is_verbal(tree, i)) continue;
    const CueWord* word = speech.cue_verb(i);
    if (!word) continue;
    if (auto candidate = VerbReport(speech, i, *word, above).read()) found.push_back(std::move(*candidate));
  }
  return found;
}

}  // namespace sumario::read
