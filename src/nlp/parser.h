// The arc-eager dependency parser. Sources: spacy/pipeline/_parser_internals/{arc_eager.pyx,_state.pxd};
// Honnibal and Johnson (2015), An Improved Non-monotonic Transition System for Dependency Parsing.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "nlp/analysis.h"
#include "nlp/dependency_tree.h"
#include "nlp/transition_actions.h"
#include "nlp/transition_network.h"

namespace sumario::nlp {

// One per worker.
class ParserScratch {
 public:
  ParserScratch();
  ~ParserScratch();
  ParserScratch(ParserScratch&&) noexcept;
  ParserScratch& operator=(ParserScratch&&) noexcept;
  struct State;
  std::unique_ptr<State> state;
};

// Immutable after loading.
class Parser {
 public:
  // `moves` is the content of the file `moves_file`. Errors: kDamaged (file and field), kUnsupported.
  static Result<Parser> load(const ModelWeights& weights, std::string_view moves, const std::string& moves_file,
                             size_t input, const Kernels& kernels);

  const TransitionNetwork& network() const { return network_; }
  // Sets head (counted from `first`), dep and sentence_start of the tokens of one text. `projected` holds their rows
  // of network().projected_size() floats. Labels point into the parser. Linear in the number of tokens.
  // `space` tells which of them are whitespace.
  void parse(const float* projected, std::span<const uint8_t> space, std::span<Token> tokens, int32_t first,
             ParserScratch& scratch) const;

 private:
  struct Moves {
    int32_t shift = -1, reduce = -1, break_ = -1;  // indices of the network's outputs
    int32_t left = 0, left_end = 0, right = 0, right_end = 0;
  };
  Parser(TransitionNetwork network) : network_(std::move(network)) {}
  Result<void> set_actions(const std::vector<TransitionAction>& actions, const std::string& file);
  int32_t label_number(std::string_view name);

  TransitionNetwork network_;
  Moves moves_;
  std::vector<int32_t> action_label_;  // by action; index into labels_
  std::vector<std::string> labels_;
  std::vector<DependencyTree::Decoration> decorations_;  // by label
  int32_t root_ = 0;
  friend struct ParserRun;
};

}  // namespace sumario::nlp
