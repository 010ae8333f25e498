// Contents of cue verbs, by the frames their entry allows.
#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>

#include "read/speech/reported.h"
#include "read/speech/verb_report.h"

namespace sumario::read {
namespace {

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

std::vector<AttributionCandidate> reported_by_verbs(const SpeechText& speech) {
  std::vector<AttributionCandidate> found;
  const Tree& tree = speech.tree;
  std::unordered_map<int, int> above;
  for (int i = 0; i < tree.size(); ++i) {
    if (!tree.is_verbal(i)) continue;
    const CueWord* word = speech.cue_verb(i);
    if (!word) continue;
    if (auto candidate = VerbReport(speech, i, *word, above).read()) found.push_back(std::move(*candidate));
  }
  return found;
}

}  // namespace sumario::read
