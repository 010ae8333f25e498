// The contents of one cue verb, by the frames that its entry in knowledge/speech allows.
#pragma once

#include <optional>
#include <unordered_map>
#include <vector>

#include "read/speech/speaker.h"
#include "read/speech/speech_text.h"

namespace sumario::read {

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

  std::optional<AttributionCandidate> read();

 private:
  // The first frame that is filled; clauses before objects, as "told him that" has both.
  bool find();

  // Frames marked weak count only where the cue is a finite verb of a main clause with somebody to speak.
  bool takes(Frame frame) { return word_.takes(frame) || (word_.takes_weakly(frame) && firm()); }
  bool takes(std::string_view word) { return word_.takes(word) || (word_.takes_weakly(word) && firm()); }

  bool firm();
  bool is_firm() const;

  // What a weak frame gives must be more than a word or two.
  bool too_slight() const;
  bool found_as(SpeechPattern pattern);
  static bool covers(const AttributionCandidate& candidate, int token);

  // "call for" and "call on" do something else than "call": an entry with the preposition names the act.
  SpeechAct act();
  TokenSpan cue() const;
  bool take(int head, std::vector<TokenSpan> holes = {});
  bool take_with_rest(int object, std::vector<TokenSpan> holes = {});
  bool goes_with_object(int sibling) const;
  bool ends_in_quotation(int sibling, int end) const;

  // "said he was innocent and called the charge absurd", "…, adding that he would appeal": the parser likes to hang the
  // second cue on the first one's content. What stands under such a cue is not the first one's.
  std::vector<TokenSpan> coordinated_cues(int content);
  bool stands_beside(int child, int content, const CueWord& cue) const;
  std::vector<TokenSpan> voices_behind(int object);

  // "said (that) he would go", "asked whether he would go".
  bool clause();

  // "wants him to go", "called him a liar", "saw him leaving": clauses without a finite verb, each for the verbs that
  // take its kind.
  bool small_clause();

  // "The bill is dead, Lee said": the cue hangs on what it reports. "As police announced, …".
  bool inverted();

  // "Minister to resign, ministry says": the cue ends the sentence, whatever the parser made of what stands before.
  bool trailing();

  // "…, police and the mayor said", with the speakers hung on a name before the comma: the words after the last comma
  // are theirs when there is no verb among them. Gives the speaker's head.
  int speaker_in_content(std::vector<TokenSpan>& content) const;

  // "said in a statement that he would go", "said Monday that …", where the parser hangs the clause on the noun.
  bool buried_clause();

  // "called him a liar", "described the plan as a gift", "was named as a suspect".
  bool called();

  // "called the charge “absurd”": quotation marks right after the object, whatever the parser made of them.
  bool called_in_marks();

  // "promised to go", "urged him to go", "is said to have gone".
  bool infinitive();

  // "spoke about the case", "accused him of fraud".
  bool after_preposition();
  void after(int child);

  // "called for the minister to go"
  bool for_somebody_to();

  // "denied the charge"; "the charge was denied".
  bool object();

  const SpeechText& speech_;
  const Tree& tree_;
  int verb_;
  const CueWord& word_;
  std::unordered_map<int, int>& above_;
  bool passive_;
  int firm_ = -1;                          // not asked yet
  bool weak_ = false;                      // the frame now tried is a weak one
  static constexpr uint32_t kSlight = 12;  // bytes
  static constexpr int kTail = 60;         // tokens
  int preposition_ = -1;
  SpeechPattern pattern_ = SpeechPattern::kClause;
  std::vector<TokenSpan> content_;
};

}  // namespace sumario::read
