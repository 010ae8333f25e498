#include "read/limits.h"

#include <algorithm>

namespace sumario::read {
namespace {

constexpr int32_t kLeftOut = -1;

// The first token behind the last name that counts.
int32_t end_of_names(const Limits& limits, const nlp::Analysis& analysis) {
  const auto most = static_cast<size_t>(limits.most_names);
  return analysis.entities.size() <= most ? static_cast<int32_t>(analysis.tokens.size())
                                          : analysis.entities[most].begin;
}

// The new index of every token, kLeftOut for those of sentences over the limits; notes those sentences.
std::vector<int32_t> places_of(const Limits& limits, const nlp::Analysis& analysis, std::vector<Note>& notes) {
  const auto count = static_cast<int32_t>(analysis.tokens.size());
  const int32_t named_until = end_of_names(limits, analysis);
  auto bytes = [&](int32_t begin, int32_t end) {
    return ByteRange{analysis.tokens[static_cast<size_t>(begin)].range.start,
                     analysis.tokens[static_cast<size_t>(end - 1)].range.end};
  };
  std::vector<int32_t> places(analysis.tokens.size(), kLeftOut);
  int32_t place = 0;
  for (size_t s = 0; s < analysis.sentences.size(); ++s) {
    const int32_t begin = analysis.sentences[s];
    const int32_t end = s + 1 < analysis.sentences.size() ? analysis.sentences[s + 1] : count;
    if (end > named_until) {
      notes.push_back({bytes(begin, count), NoteWhy::kManyNames});
      break;
    }
    if (end - begin > limits.longest_sentence)
      notes.push_back({bytes(begin, end), NoteWhy::kLongSentence});
    else
      for (int32_t i = begin; i < end; ++i) places[static_cast<size_t>(i)] = place++;
  }
  return places;
}

// Names keep their place; one that reaches into a sentence left out is no name any more.
void keep_names(nlp::Analysis& analysis, const std::vector<int32_t>& places) {
  std::vector<nlp::EntitySpan> kept;
  for (const nlp::EntitySpan& name : analysis.entities) {
    auto begin = static_cast<size_t>(name.begin), end = static_cast<size_t>(name.end);
    bool whole = true;
    for (size_t i = begin; i < end; ++i) whole = whole && places[i] != kLeftOut;
    if (whole) {
      kept.push_back({places[begin], places[end - 1] + 1, name.label});
      continue;
    }
    for (size_t i = begin; i < end; ++i) {
      analysis.tokens[i].iob = nlp::Iob::kOutside;
      analysis.tokens[i].entity = {};
    }
  }
  analysis.entities = std::move(kept);
}

}  // namespace

std::vector<Note> keep_to(const Limits& limits, nlp::Analysis& analysis) {
  std::vector<Note> notes;
  const std::vector<int32_t> places = places_of(limits, analysis, notes);
  if (notes.empty()) return notes;
  keep_names(analysis, places);
  std::vector<nlp::Token> tokens;
  std::vector<int32_t> sentences;
  for (size_t i = 0; i < analysis.tokens.size(); ++i) {
    if (places[i] == kLeftOut) continue;
    nlp::Token token = analysis.tokens[i];
    token.head = places[static_cast<size_t>(token.head)];  // heads never leave their sentence
    if (token.sentence_start) sentences.push_back(places[i]);
    tokens.push_back(token);
  }
  analysis.tokens = std::move(tokens);
  analysis.sentences = std::move(sentences);
  return notes;
}

}  // namespace sumario::read
