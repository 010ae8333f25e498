// Names by the BILUO transition system. Source: spacy/pipeline/_parser_internals/ner.pyx.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "nlp/analysis.h"
#include "nlp/transition_actions.h"
#include "nlp/transition_network.h"

namespace sumario::nlp {

// One per worker.
class EntityScratch {
 public:
  EntityScratch();
  ~EntityScratch();
  EntityScratch(EntityScratch&&) noexcept;
  struct State;
  std::unique_ptr<State> state;
};

// Immutable after loading.
class EntityRecogniser {
 public:
  // `moves` is the content of the file `moves_file`. Errors: kDamaged (file and field), kUnsupported.
  static Result<EntityRecogniser> load(const ModelWeights& weights, std::string_view moves,
                                       const std::string& moves_file, size_t input, const Kernels& kernels);

  const TransitionNetwork& network() const { return network_; }
  // Sets iob and entity of the tokens of one text, whose sentence starts are set, and appends the names, counted from
  // `first`. `projected` holds their rows of network().projected_size() floats, `space` tells which of them are
  // whitespace. Labels point into the recogniser. Linear in the number of tokens.
  void recognise(const float* projected, std::span<const uint8_t> space, std::span<Token> tokens, int32_t first,
                 std::vector<EntitySpan>& entities, EntityScratch& scratch) const;

 private:
  explicit EntityRecogniser(TransitionNetwork network) : network_(std::move(network)) {}

  TransitionNetwork network_;
  std::vector<TransitionAction> actions_;
  int32_t out_ = 0;
  // Of each label, by the action that opened the entity: the actions that go on with it and end it; -1 for none.
  std::vector<int32_t> in_, last_;
  friend struct EntityRun;
};

}  // namespace sumario::nlp
