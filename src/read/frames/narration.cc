#include "read/frames/narration.h"

#include <algorithm>

namespace sumario::read {

namespace {

bool opens_the_facts(const Tree& tree, TokenSpan sentence, const Lexicon& openings) {
  for (int i = sentence.begin; i < sentence.end; ++i)
    if (openings.match(tree, i, sentence.end).length > 0) return true;
  return false;
}

}  // namespace

std::vector<int> narrators(const Scene& scene, const std::vector<bool>& carries, const Lexicon& openings) {
  const Tree& tree = scene.tree;
  std::vector<int> heard(static_cast<size_t>(tree.sentence_count()), -1);  // the last voice within each sentence
  for (size_t a = 0; a < scene.attributions.size(); ++a)
    for (ByteRange part : scene.attributions[a].content) {
      int first = tree.token_at(part.start);
      if (first >= tree.size()) continue;
      int last = std::min(tree.token_at(part.end - 1), tree.size() - 1);
      for (int s = tree.sentence_of(first); s <= tree.sentence_of(last); ++s)
        heard[static_cast<size_t>(s)] = static_cast<int>(a);
    }
  int running = -1;
  for (int s = 0; s < tree.sentence_count(); ++s) {
    int& voice = heard[static_cast<size_t>(s)];
    if (voice >= 0)
      running = carries[static_cast<size_t>(voice)] ? voice : -1;
    else if (opens_the_facts(tree, tree.sentence(s), openings))
      running = kFactsOfTheCase;
    voice = running;
  }
  return heard;
}

}  // namespace sumario::read
