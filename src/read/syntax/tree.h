// A dependency tree one can walk: children, subtrees and sentences of an analysis, with labels as small integers.
// Labels are ClearNLP's as the English spaCy pipelines give them; an unknown label is Dep::kOther.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/byte_range.h"
#include "nlp/analysis.h"

namespace sumario::read {

// clang-format off
enum class Dep : uint8_t {
  kOther, kRoot, kAcl, kAcomp, kAdvcl, kAdvmod, kAgent, kAmod, kAppos, kAttr, kAux, kAuxpass, kCase, kCc, kCcomp,
  kCompound, kConj, kCsubj, kCsubjpass, kDative, kDep, kDet, kDobj, kExpl, kIntj, kMark, kMeta, kNeg, kNmod,
  kNpadvmod, kNsubj, kNsubjpass, kNummod, kOprd, kParataxis, kPcomp, kPobj, kPoss, kPreconj, kPredet, kPrep, kPrt,
  kPunct, kQuantmod, kRelcl, kXcomp,
};
// clang-format on

// Half-open range of token indices.
struct TokenSpan {
  int begin = 0;
  int end = 0;
  bool empty() const { return begin >= end; }
  int size() const { return end - begin; }
  bool contains(int token) const { return begin <= token && token < end; }
  bool contains(TokenSpan other) const { return begin <= other.begin && other.end <= end; }
  bool overlaps(TokenSpan other) const { return begin < other.end && other.begin < end; }
  friend bool operator==(const TokenSpan&, const TokenSpan&) = default;
};

// Built once per document, then only read; borrows the analysis. Linear in the number of tokens. Thread-safe to read.
class Tree {
 public:
  explicit Tree(const nlp::Analysis& analysis);

  int size() const { return static_cast<int>(deps_.size()); }
  const nlp::Analysis& analysis() const { return analysis_; }
  const nlp::Token& token(int i) const { return analysis_.tokens[static_cast<size_t>(i)]; }

  std::string_view words(int i) const { return analysis_.words(token(i)); }   // as written
  std::string_view lower(int i) const { return words_of(lower_, bytes(i)); }  // lower-cased form
  std::string_view lower(TokenSpan span) const { return words_of(lower_, bytes(span)); }
  std::string_view lemma(int i) const { return lemma_[static_cast<size_t>(i)]; }  // lower-cased lemma
  std::string_view tag(int i) const { return token(i).tag; }
  nlp::Pos pos(int i) const { return token(i).pos; }
  bool is_verbal(int i) const { return pos(i) == nlp::Pos::kVerb || pos(i) == nlp::Pos::kAux; }
  bool is_reflexive(int i) const { return token(i).morph.find("Reflex=Yes") != std::string_view::npos; }  // "himself"
  Dep dep(int i) const { return deps_[static_cast<size_t>(i)]; }
  int head(int i) const { return token(i).head; }  // a root is its own head
  bool is_root(int i) const { return head(i) == i; }
  std::span<const int> children(int i) const;  // ascending
  int child(int i, Dep dep) const;             // the first such child, -1 if none
  bool has_child(int i, Dep dep) const { return child(i, dep) >= 0; }
  bool descends_from(int i, int ancestor) const;  // true for i == ancestor

  TokenSpan subtree(int i) const { return {left_[static_cast<size_t>(i)], right_[static_cast<size_t>(i)] + 1}; }
  int sentence_of(int i) const { return sentence_[static_cast<size_t>(i)]; }
  int sentence_count() const { return static_cast<int>(analysis_.sentences.size()); }
  TokenSpan sentence(int s) const;

  // Bytes from the first token's start to the last one's end, whitespace tokens at the edges left out.
  ByteRange bytes(TokenSpan span) const;
  ByteRange bytes(int i) const { return token(i).range; }
  std::string_view words(TokenSpan span) const { return words_of(analysis_.text, bytes(span)); }
  // The first token that ends after byte `at`; size() past the end.
  int token_at(uint32_t at) const;

 private:
  const nlp::Analysis& analysis_;
  std::vector<Dep> deps_;
  std::string lower_;  // the text with A to Z lower-cased, byte for byte
  std::vector<std::string> lemma_storage_;
  std::vector<std::string_view> lemma_;
  std::vector<int> child_start_, child_list_, left_, right_, sentence_;
};

Dep dep_named(std::string_view label);

}  // namespace sumario::read
