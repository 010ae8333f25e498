// Turns the arcs of the parser into the tree that users see: every token a head, crossing arcs restored from decorated
// labels, sentences from roots. Sources: spacy/tokens/doc.pyx (set_children_from_heads),
// spacy/pipeline/_parser_internals/nonproj.pyx; Nivre and Nilsson (2005), Pseudo-Projective Dependency Parsing.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "nlp/analysis.h"

namespace sumario::nlp {

// One text's tree. `label` indexes the parser's labels; kNoLabel for a token that the parser left without a head.
struct DependencyTree {
  static constexpr int32_t kNoLabel = -1;
  std::vector<int32_t> head;             // -1: none; after finish() every token has one, roots their own index
  std::vector<int32_t> label;            // by token
  std::vector<uint8_t> space;            // the token is whitespace
  std::vector<uint8_t> starts_sentence;  // after finish()

  void reset(size_t size);
  size_t size() const { return head.size(); }

  // What decorated labels ("A||B": the arc A belongs under the nearest B) stand for, by label.
  struct Decoration {
    int32_t plain = kNoLabel;   // A; the label itself where it is not decorated
    int32_t anchor = kNoLabel;  // B; kNoLabel where it is not decorated
  };
  // Labels of roots become `root_label`. Linear, but for one search for each decorated arc below its head.
  void finish(std::span<const Decoration> decorations, int32_t root_label);

 private:
  void find_edges();
  bool edges_hold() const;
  void attach_decorated(std::span<const Decoration> decorations);
  int32_t search(int32_t token, int32_t anchor);
  void link_children();
  void move_child(int32_t child, int32_t to);

  std::vector<int32_t> left_edge_, right_edge_;
  std::vector<int32_t> first_child_, next_child_;
  std::vector<int32_t> queue_, next_queue_;
};

}  // namespace sumario::nlp
