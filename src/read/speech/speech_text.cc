#include "read/speech/speech_text.h"

#include <string>

namespace sumario::read {

SpeechText::SpeechText(const Tree& the_tree, const Cast& the_cast, const SpeechKnowledge& the_knowledge)
    : tree(the_tree), cast(the_cast), knowledge(the_knowledge), quotations(find_quotations(the_tree.analysis().text)) {
  inner.assign(static_cast<size_t>(tree.size()), -1);
  outer = inner;
  // Outer quotations come first, so an inner one overwrites; depth is bounded, hence linear.
  for (size_t q = 0; q < quotations.size(); ++q) {
    TokenSpan span = tokens(quotations[q].range);
    for (int i = span.begin; i < span.end; ++i) {
      inner[static_cast<size_t>(i)] = static_cast<int>(q);
      if (quotations[q].outer < 0) outer[static_cast<size_t>(i)] = static_cast<int>(q);
    }
  }
}

TokenSpan SpeechText::tokens(ByteRange range) const {
  int begin = tree.token_at(range.start), end = begin;
  while (end < tree.size() && tree.token(end).range.start < range.end) ++end;
  return {begin, end};
}

const CueWord* SpeechText::cue_verb(int token) const {
  int particle = tree.child(token, Dep::kPrt);
  if (particle < 0) return knowledge.verb(tree.lemma(token));
  return knowledge.verb(std::string(tree.lemma(token)) + " " + std::string(tree.lower(particle)));
}

bool SpeechText::is_mark(int token) const {
  int q = inner[static_cast<size_t>(token)];
  if (q < 0) return false;
  const Quotation& quotation = quotations[static_cast<size_t>(q)];
  ByteRange at = tree.bytes(token);
  return at.end <= quotation.inside.start || (quotation.closed && at.start >= quotation.inside.end);
}

}  // namespace sumario::read
