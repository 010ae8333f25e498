#include "nlp/parser_state.h"

namespace sumario::nlp {
namespace {

size_t at(int32_t index) { return static_cast<size_t>(index); }

}  // namespace

void ParserState::reset(size_t size) {
  size_ = static_cast<int32_t>(size);
  next_ = 0;
  stack_.clear();
  unshifted_.clear();
  left_.assign(size, -1);
  right_.assign(size, -1);
  earlier_.assign(size, -1);
  unshiftable_.assign(size, 0);
  start_.assign(size, 0);
  if (size > 0) start_[0] = 1;
  tree.reset(size);
}

std::array<int32_t, 8> ParserState::features() const {
  const int32_t b0 = buffer(0), s0 = stack(0);
  return {b0, buffer(1), s0, stack(1), stack(2), last_left(b0), last_left(s0), last_right(s0)};
}

bool ParserState::can_shift() const {
  if (buffer_length() == 0) return false;
  if (stack_.empty()) return true;
  const size_t b0 = at(buffer(0));
  return buffer_length() >= 2 && !start_[b0] && !unshiftable_[b0];
}

bool ParserState::can_attach() const { return !stack_.empty() && buffer_length() >= 1 && !start_[at(buffer(0))]; }

bool ParserState::can_break() const {
  if (buffer_length() < 2) return false;
  const int32_t b1 = buffer(1);
  return b1 == buffer(0) + 1 && !start_[at(b1)];
}

void ParserState::advance() {
  if (unshifted_.empty()) {
    ++next_;
  } else {
    unshifted_.pop_back();
  }
}

void ParserState::shift() {
  stack_.push_back(buffer(0));
  advance();
}

void ParserState::reduce() {
  const int32_t s0 = stack(0);
  stack_.pop_back();
  if (tree.head[at(s0)] >= 0 || stack_.empty()) return;
  unshiftable_[at(s0)] = 1;
  unshifted_.push_back(s0);
}

// An arc that is replaced is the last one on its side of the old head.
void ParserState::drop_arc(int32_t child) {
  const int32_t head = tree.head[at(child)];
  if (head < 0) return;
  int32_t& last = right_[at(head)] == child ? right_[at(head)] : left_[at(head)];
  if (last == child) last = earlier_[at(child)];
  tree.head[at(child)] = -1;
}

void ParserState::attach_left(int32_t label) {
  const int32_t s0 = stack(0), b0 = buffer(0);
  drop_arc(s0);
  tree.head[at(s0)] = b0;
  tree.label[at(s0)] = label;
  earlier_[at(s0)] = left_[at(b0)];
  left_[at(b0)] = s0;
  unshiftable_[at(b0)] = 0;
  stack_.pop_back();
}

void ParserState::attach_right(int32_t label) {
  const int32_t s0 = stack(0), b0 = buffer(0);
  tree.head[at(b0)] = s0;
  tree.label[at(b0)] = label;
  earlier_[at(b0)] = right_[at(s0)];
  right_[at(s0)] = b0;
  stack_.push_back(b0);
  advance();
}

void ParserState::break_sentence() { start_[at(buffer(1))] = 1; }

void ParserState::force_final() {
  stack_.clear();
  unshifted_.clear();
  next_ = size_;
}

}  // namespace sumario::nlp
