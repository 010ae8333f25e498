// Builds small analyses by hand, for tests of what reads them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "nlp/analysis.h"

namespace sumario::nlp {

struct TestToken {
  std::string_view word;
  bool space_after = true;
  Pos pos = Pos::kNone;
  std::string_view tag, dep;
  int32_t head = 0;
  std::string_view lemma = {}, morph = {}, entity = {};
  Iob iob = Iob::kOutside;
  bool sentence_start = false;
};

// `text` must hold the words in order and outlive the analysis.
inline Analysis analysis_of(std::string_view text, const std::vector<TestToken>& tokens) {
  Analysis analysis;
  analysis.text = text;
  size_t at = 0;
  for (const TestToken& made : tokens) {
    at = text.find(made.word, at);
    Token token;
    token.range = {static_cast<uint32_t>(at), static_cast<uint32_t>(at + made.word.size())};
    at += made.word.size();
    token.space_after = made.space_after;
    token.pos = made.pos;
    token.tag = made.tag;
    token.dep = made.dep;
    token.head = made.head;
    token.lemma = made.lemma;
    token.morph = made.morph;
    token.entity = made.entity;
    token.iob = made.iob;
    auto index = static_cast<int32_t>(analysis.tokens.size());
    token.sentence_start = made.sentence_start || index == 0;
    if (token.sentence_start) analysis.sentences.push_back(index);
    if (token.iob == Iob::kBegin) analysis.entities.push_back({index, index + 1, token.entity});
    if (token.iob == Iob::kInside) analysis.entities.back().end = index + 1;
    analysis.tokens.push_back(token);
  }
  return analysis;
}

}  // namespace sumario::nlp
