// The configuration of the arc-eager system on one text: stack, buffer, arcs so far.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "nlp/dependency_tree.h"

namespace sumario::nlp {

class ParserState {
 public:
  void reset(size_t size);

  bool is_final() const { return stack_.empty() && buffer_length() == 0; }
  size_t depth() const { return stack_.size(); }
  int32_t buffer_length() const { return size_ - next_ + static_cast<int32_t>(unshifted_.size()); }
  // The i-th token of the buffer or from the top of the stack; -1 where there is none.
  int32_t buffer(int32_t i) const {
    const auto returned = static_cast<int32_t>(unshifted_.size());
    if (i < returned) return unshifted_[static_cast<size_t>(returned - 1 - i)];
    const int32_t token = next_ + i - returned;
    return token < size_ ? token : -1;
  }
  int32_t stack(size_t i) const { return i < stack_.size() ? stack_[stack_.size() - 1 - i] : -1; }
  // The child attached last on the left or right of a token; -1 for token -1 or none.
  int32_t last_left(int32_t token) const { return token < 0 ? -1 : left_[static_cast<size_t>(token)]; }
  int32_t last_right(int32_t token) const { return token < 0 ? -1 : right_[static_cast<size_t>(token)]; }
  // Eight places: B0 B1 S0 S1 S2 L(B0) L(S0) R(S0).
  std::array<int32_t, 8> features() const;

  bool can_shift() const;
  bool can_reduce() const { return !stack_.empty(); }
  bool can_attach() const;
  bool can_break() const;

  // Each needs its can_…().
  void shift();
  void reduce();
  void attach_left(int32_t label);
  void attach_right(int32_t label);
  void break_sentence();
  // Empties stack and buffer where no action is left.
  void force_final();

  DependencyTree tree;

 private:
  void advance();
  void drop_arc(int32_t child);

  int32_t size_ = 0;
  int32_t next_ = 0;
  std::vector<int32_t> stack_;
  std::vector<int32_t> unshifted_;            // tokens put back before the buffer, the first of them on top
  std::vector<int32_t> left_, right_;         // last child by head
  std::vector<int32_t> earlier_;              // the child attached before this one on the same side
  std::vector<uint8_t> unshiftable_, start_;  // start_: a sentence starts here
};

}  // namespace sumario::nlp
