#include "read/syntax/tree.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "base/ascii.h"

namespace sumario::read {
namespace {

using nlp::Pos;

bool has_upper(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

}  // namespace

Dep dep_named(std::string_view label) {
  // clang-format off
  static const std::unordered_map<std::string_view, Dep> kLabels = {
      {"ROOT", Dep::kRoot},         {"acl", Dep::kAcl},             {"acomp", Dep::kAcomp},
      {"advcl", Dep::kAdvcl},       {"advmod", Dep::kAdvmod},       {"agent", Dep::kAgent},
      {"amod", Dep::kAmod},         {"appos", Dep::kAppos},         {"attr", Dep::kAttr},
      {"aux", Dep::kAux},           {"auxpass", Dep::kAuxpass},     {"case", Dep::kCase},
      {"cc", Dep::kCc},             {"ccomp", Dep::kCcomp},         {"compound", Dep::kCompound},
      {"conj", Dep::kConj},         {"csubj", Dep::kCsubj},         {"csubjpass", Dep::kCsubjpass},
      {"dative", Dep::kDative},     {"dep", Dep::kDep},             {"det", Dep::kDet},
      {"dobj", Dep::kDobj},         {"expl", Dep::kExpl},           {"intj", Dep::kIntj},
      {"mark", Dep::kMark},         {"meta", Dep::kMeta},           {"neg", Dep::kNeg},
      {"nmod", Dep::kNmod},         {"npadvmod", Dep::kNpadvmod},   {"nsubj", Dep::kNsubj},
      {"nsubjpass", Dep::kNsubjpass}, {"nummod", Dep::kNummod},     {"oprd", Dep::kOprd},
      {"parataxis", Dep::kParataxis}, {"pcomp", Dep::kPcomp},       {"pobj", Dep::kPobj},
      {"poss", Dep::kPoss},         {"preconj", Dep::kPreconj},     {"predet", Dep::kPredet},
      {"prep", Dep::kPrep},         {"prt", Dep::kPrt},             {"punct", Dep::kPunct},
      {"quantmod", Dep::kQuantmod}, {"relcl", Dep::kRelcl},         {"xcomp", Dep::kXcomp}};
  // clang-format on
  auto found = kLabels.find(label);
  return found == kLabels.end() ? Dep::kOther : found->second;
}

Tree::Tree(const nlp::Analysis& analysis) : analysis_(analysis), lower_(ascii_lowered(analysis.text)) {
  const size_t n = analysis.tokens.size();
  deps_.resize(n), lemma_.resize(n), left_.resize(n), right_.resize(n), sentence_.resize(n);
  child_start_.assign(n + 2, 0), child_list_.resize(n);
  lemma_storage_.reserve(n);  // views point into it: never reallocated
  int sentence = -1;
  for (size_t i = 0; i < n; ++i) {
    const nlp::Token& token = analysis.tokens[i];
    deps_[i] = dep_named(token.dep);
    lemma_[i] = has_upper(token.lemma) ? lemma_storage_.emplace_back(ascii_lowered(token.lemma)) : token.lemma;
    if (token.sentence_start) ++sentence;
    sentence_[i] = std::max(sentence, 0);
    left_[i] = right_[i] = static_cast<int>(i);
    if (token.head != static_cast<int32_t>(i)) ++child_start_[static_cast<size_t>(token.head) + 2];
  }
  for (size_t i = 2; i < child_start_.size(); ++i) child_start_[i] += child_start_[i - 1];
  for (size_t i = 0; i < n; ++i) {
    auto head = static_cast<size_t>(analysis.tokens[i].head);
    if (head != i) child_list_[static_cast<size_t>(child_start_[head + 1]++)] = static_cast<int>(i);
  }
  // Edges of subtrees, leaves first: a token hands its edges to its head once all its children have. Linear, however
  // deep the tree.
  std::vector<int> waiting(n, 0), ready;
  for (size_t i = 0; i < n; ++i)
    if (!is_root(static_cast<int>(i))) ++waiting[static_cast<size_t>(analysis.tokens[i].head)];
  for (size_t i = 0; i < n; ++i)
    if (waiting[i] == 0) ready.push_back(static_cast<int>(i));
  while (!ready.empty()) {
    int i = ready.back(), up = head(i);
    ready.pop_back();
    if (up == i) continue;
    auto at = static_cast<size_t>(i), above = static_cast<size_t>(up);
    left_[above] = std::min(left_[above], left_[at]);
    right_[above] = std::max(right_[above], right_[at]);
    if (--waiting[above] == 0) ready.push_back(up);
  }
}

std::span<const int> Tree::children(int i) const {
  auto begin = static_cast<size_t>(child_start_[static_cast<size_t>(i)]);
  auto end = static_cast<size_t>(child_start_[static_cast<size_t>(i) + 1]);
  return std::span<const int>(child_list_).subspan(begin, end - begin);
}

int Tree::child(int i, Dep dep) const {
  for (int c : children(i))
    if (this->dep(c) == dep) return c;
  return -1;
}

bool Tree::descends_from(int i, int ancestor) const {
  while (i != ancestor) {
    int up = head(i);
    if (up == i) return false;
    i = up;
  }
  return true;
}

TokenSpan Tree::sentence(int s) const {
  const auto& starts = analysis_.sentences;
  auto at = static_cast<size_t>(s);
  return {starts[at], at + 1 < starts.size() ? starts[at + 1] : size()};
}

ByteRange Tree::bytes(TokenSpan span) const {
  while (span.size() > 1 && pos(span.begin) == Pos::kSpace) ++span.begin;
  while (span.size() > 1 && pos(span.end - 1) == Pos::kSpace) --span.end;
  if (span.empty()) return {};
  return {token(span.begin).range.start, token(span.end - 1).range.end};
}

int Tree::token_at(uint32_t at) const {
  const auto& tokens = analysis_.tokens;
  auto it = std::partition_point(tokens.begin(), tokens.end(), [at](const nlp::Token& t) { return t.range.end <= at; });
  return static_cast<int>(it - tokens.begin());
}

}  // namespace sumario::read
