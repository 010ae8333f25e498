#include "nlp/dependency_tree.h"

#include <algorithm>

namespace sumario::nlp {
namespace {

size_t at(int32_t index) { return static_cast<size_t>(index); }

}  // namespace

void DependencyTree::reset(size_t size) {
  head.assign(size, -1);
  label.assign(size, kNoLabel);
  space.assign(size, 0);
  starts_sentence.assign(size, 0);
}

void DependencyTree::finish(std::span<const Decoration> decorations, int32_t root_label) {
  bool decorated = false;
  for (size_t i = 0; i < size(); ++i) {
    if (head[i] < 0) head[i] = static_cast<int32_t>(i);
    if (at(head[i]) == i) label[i] = root_label;
    decorated |= label[i] >= 0 && decorations[at(label[i])].anchor != kNoLabel;
  }
  find_edges();
  if (decorated) {
    attach_decorated(decorations);
    find_edges();
  }
  for (size_t i = 0; i < size(); ++i)
    if (at(head[i]) == i) starts_sentence[at(left_edge_[i])] = 1;
}

// The outermost tokens below each token. One pass up and down the text is enough for nearly all trees; spaCy stops
// after a fixed number of passes, and so must we to agree with it.
void DependencyTree::find_edges() {
  constexpr int kPasses = 12;
  const auto count = static_cast<int32_t>(size());
  left_edge_.resize(size());
  right_edge_.resize(size());
  for (int32_t i = 0; i < count; ++i) left_edge_[at(i)] = right_edge_[at(i)] = i;
  const auto widen = [this](int32_t i) {
    const size_t h = at(head[at(i)]);
    left_edge_[h] = std::min(left_edge_[h], left_edge_[at(i)]);
    right_edge_[h] = std::max(right_edge_[h], right_edge_[at(i)]);
  };
  for (int pass = 0; pass < kPasses; ++pass) {
    for (int32_t i = 0; i < count; ++i) widen(i);
    for (int32_t i = count - 1; i >= 0; --i) widen(i);
    if (edges_hold()) break;
  }
}

// True when every head lies within the sentences that the left edges of the roots cut. The last token is not looked at
// and a head just past the end of a sentence is let through, as in spaCy.
bool DependencyTree::edges_hold() const {
  const auto count = static_cast<int32_t>(size());
  std::vector<uint8_t> start(size() + 1, 0);
  for (int32_t i = 0; i < count; ++i)
    if (head[at(i)] == i) start[at(left_edge_[at(i)])] = 1;
  if (count > 0) start[at(count - 1)] = 1;
  for (int32_t begin = 0; begin < count - 1;) {
    int32_t end = begin + 1;
    while (end < count - 1 && !start[at(end)]) ++end;
    for (int32_t i = begin; i < end; ++i)
      if (head[at(i)] < begin || head[at(i)] > end) return false;
    begin = end;
  }
  return true;
}

void DependencyTree::attach_decorated(std::span<const Decoration> decorations) {
  link_children();
  for (size_t i = 0; i < size(); ++i) {
    if (label[i] < 0) continue;
    const Decoration& decoration = decorations[at(label[i])];
    if (decoration.anchor == kNoLabel) continue;
    const int32_t found = search(static_cast<int32_t>(i), decoration.anchor);
    if (found >= 0) move_child(static_cast<int32_t>(i), found);
    label[i] = decoration.plain;
  }
}

// Breadth first below the head of `token` for a token labelled `anchor`; -1 when there is none.
int32_t DependencyTree::search(int32_t token, int32_t anchor) {
  queue_.assign(1, head[at(token)]);
  while (!queue_.empty()) {
    next_queue_.clear();
    for (const int32_t parent : queue_) {
      for (int32_t child = first_child_[at(parent)]; child >= 0; child = next_child_[at(child)]) {
        if (child < left_edge_[at(parent)] || child > right_edge_[at(parent)]) continue;
        if (child == token || space[at(child)]) continue;
        if (label[at(child)] == anchor) return child;
        next_queue_.push_back(child);
      }
    }
    // A moved arc can close a circle only through the token that is looked for, which is skipped; the bound is for
    // trees that were none to begin with.
    if (next_queue_.size() > size()) break;
    std::swap(queue_, next_queue_);
  }
  return -1;
}

void DependencyTree::link_children() {
  first_child_.assign(size(), -1);
  next_child_.assign(size(), -1);
  for (auto i = static_cast<int32_t>(size()) - 1; i >= 0; --i) {
    if (head[at(i)] == i) continue;
    int32_t& first = first_child_[at(head[at(i)])];
    next_child_[at(i)] = first;
    first = i;
  }
}

void DependencyTree::move_child(int32_t child, int32_t to) {
  const auto place = [this](int32_t parent, int32_t index) {
    int32_t* link = &first_child_[at(parent)];
    while (*link >= 0 && *link < index) link = &next_child_[at(*link)];
    return link;
  };
  if (head[at(child)] != child) *place(head[at(child)], child) = next_child_[at(child)];
  head[at(child)] = to;
  int32_t* link = place(to, child);
  next_child_[at(child)] = *link;
  *link = child;
}

}  // namespace sumario::nlp
