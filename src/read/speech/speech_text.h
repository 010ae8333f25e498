// What the parts of the speech reader share: the tree, the quotation marks laid over it, and candidates.
#pragma once

#include <vector>

#include "read/speech/quotations.h"
#include "read/speech/speech.h"
#include "read/speech/speech_knowledge.h"

namespace sumario::read {

// Borrows everything. Built once a document.
struct SpeechText {
  SpeechText(const Tree& the_tree, const Cast& the_cast, const SpeechKnowledge& the_knowledge);

  const Tree& tree;
  const Cast& cast;
  const SpeechKnowledge& knowledge;
  std::vector<Quotation> quotations;
  std::vector<int> inner;  // per token: the innermost quotation around it, -1
  std::vector<int> outer;  // per token: the outermost one, -1

  std::string_view text() const { return tree.analysis().text; }
  // The tokens of a range of bytes, those it covers in part included.
  TokenSpan tokens(ByteRange range) const;
  // The entry of a cue verb, with its particle where it has one: "point out" is another verb than "point". nullptr for
  // other words.
  const CueWord* cue_verb(int token) const;
  // True at the opening and closing marks themselves.
  bool is_mark(int token) const;
};

// Something found to be somebody's words, before quotations and clauses are put together.
struct AttributionCandidate {
  SpeechAct act = SpeechAct::kSays;
  SpeechPattern pattern = SpeechPattern::kQuotation;
  int cue_head = -1;
  TokenSpan cue;
  std::vector<TokenSpan> content;  // in text order
  int source_head = -1;
  int source_link = -1;
  int addressee_head = -1;
  std::vector<int> quotations;  // the quotations taken whole, outermost ones, ascending
};

}  // namespace sumario::read
