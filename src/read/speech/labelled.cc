#include "read/speech/labelled.h"

#include <algorithm>
#include <optional>

namespace sumario::read {
namespace {

using nlp::Pos;

constexpr int kLabel = 8;   // tokens a label may have
constexpr int kSpoken = 3;  // tokens what follows must have

class Labels {
 public:
  explicit Labels(const SpeechText& speech) : speech_(speech), tree_(speech.tree) {}

  std::vector<AttributionCandidate> read() const {
    std::vector<AttributionCandidate> found;
    for (int begin = 0; begin < tree_.size();) {
      int end = paragraph_end(begin);
      if (auto candidate = label_before({begin, end}))
        found.push_back(std::move(*candidate));
      else if (auto after = label_after({begin, end}))
        found.push_back(std::move(*after));
      begin = end;
    }
    return found;
  }

 private:
  int paragraph_end(int begin) const {
    for (int i = begin + 1; i < tree_.size(); ++i) {
      ByteRange gap{tree_.bytes(i - 1).start, tree_.bytes(i).start};
      if (words_of(speech_.text(), gap).find('\n') != std::string_view::npos) return i;
    }
    return tree_.size();
  }

  // "Ann Lee: the plan is dead"
  std::optional<AttributionCandidate> label_before(TokenSpan paragraph) const {
    while (!paragraph.empty() && tree_.pos(paragraph.begin) == Pos::kSpace) ++paragraph.begin;
    int limit = std::min(paragraph.end, paragraph.begin + kLabel + 1);
    for (int i = paragraph.begin + 1; i < limit; ++i)
      if (tree_.words(i) == ":") {
        return make({paragraph.begin, i}, i, {i + 1, paragraph.end}, true);
      }
    return std::nullopt;
  }

  // "Suspect held in shooting: police"
  std::optional<AttributionCandidate> label_after(TokenSpan paragraph) const {
    int last = paragraph.end;
    while (last > paragraph.begin && (tree_.pos(last - 1) == Pos::kSpace || tree_.words(last - 1) == ".")) --last;
    for (int i = last - 2; i > paragraph.begin && i >= last - 4; --i)
      if (tree_.words(i) == ":") return make({i + 1, last}, i, {paragraph.begin, i}, false);
    return std::nullopt;
  }

  std::optional<AttributionCandidate> make(TokenSpan label, int colon, TokenSpan spoken, bool names_needed) const {
    bool named = false;
    int head = -1;
    for (int i = label.begin; i < label.end; ++i) {
      if (tree_.tag(i).starts_with("V") || tree_.tag(i) == "MD" || speech_.outer[static_cast<size_t>(i)] >= 0)
        return std::nullopt;
      if (tree_.pos(i) == Pos::kNum || tree_.words(i) == ",") return std::nullopt;
      std::string_view kind = tree_.token(i).entity;
      if (kind == "PERSON" || kind == "ORG" || kind == "NORP") named = true;
      if (tree_.pos(i) == Pos::kPropn || tree_.pos(i) == Pos::kNoun) head = i;
      if (!names_needed && speech_.knowledge.voices.has(tree_.lemma(i))) named = true;
    }
    bool verb = false;
    for (int i = spoken.begin; i < spoken.end; ++i) verb = verb || tree_.tag(i).starts_with("V");
    while (!spoken.empty() && (tree_.pos(spoken.end - 1) == Pos::kSpace || tree_.words(spoken.end - 1) == "."))
      --spoken.end;
    while (!spoken.empty() && (tree_.pos(spoken.begin) == Pos::kSpace)) ++spoken.begin;
    if (!named || head < 0 || !verb || spoken.size() < kSpoken) return std::nullopt;
    AttributionCandidate candidate;
    candidate.pattern = SpeechPattern::kLabel;
    candidate.cue_head = colon;
    candidate.cue = {colon, colon + 1};
    candidate.content = {spoken};
    candidate.source_head = head;
    return candidate;
  }

  const SpeechText& speech_;
  const Tree& tree_;
};

}  // namespace

std::vector<AttributionCandidate> reported_by_labels(const SpeechText& speech) { return Labels(speech).read(); }

}  // namespace sumario::read
