// The network that scores the actions of a transition system (parser, named entities): tokens are projected, the
// contribution of each token in each feature place is computed once, and a state is the sum of what its features
// contribute. Sources: spacy/ml/parser_model.pyx, spacy/ml/_precomputable_affine.py, spacy/ml/tb_framework.py.
#pragma once

#include <cstdint>
#include <vector>

#include "base/result.h"
#include "nlp/kernels.h"
#include "nlp/model_weights.h"

namespace sumario::nlp {

// Immutable. Kernels are those it was loaded with.
class TransitionNetwork {
 public:
  // Errors: kDamaged (file and field), kUnsupported (no upper layer, sizes beyond what a model has). `features` is
  // the number of feature places of the system, `input` the width of the token vectors.
  static Result<TransitionNetwork> load(const ModelWeights& weights, size_t features, size_t input,
                                        const Kernels& kernels);

  size_t actions() const { return upper_.outputs; }
  size_t features() const { return lower_.size(); }
  // Floats of a projected token, of one feature's contribution, of a state vector and of the scores.
  size_t projected_size() const { return project_.result_width(); }
  size_t contribution_size() const { return lower_.front().result_width(); }
  size_t state_size() const { return width_; }
  size_t score_size() const { return upper_.result_width(); }

  // Projects token vectors (rows as Tok2Vec hands them out) into rows of projected_size().
  void project(const float* const* rows, size_t count, float* projected) const;
  // What projected tokens contribute as feature `feature`: rows of contribution_size().
  void contributions(size_t feature, const float* const* projected, size_t count, float* out) const;
  // The same for all features: rows of all_contributions_size(), feature f at all_contributions_at(f). A little faster
  // than one by one, and the same to the bit.
  void all_contributions(const float* const* projected, size_t count, float* out) const;
  size_t all_contributions_size() const { return all_.result_width(); }
  size_t all_contributions_at(size_t feature) const { return feature * pieces_ * width_; }
  // What a feature without a token contributes.
  const float* absent(size_t feature) const { return absent_.data() + feature * contribution_size(); }
  // Scores of the actions in the state whose features contribute `contributions` (features() pointers).
  // `hidden` has state_size() floats, `scores` score_size().
  void score(const float* const* contributions, float* hidden, float* scores) const;

  const Kernels& kernels() const { return *kernels_; }

 private:
  const Kernels* kernels_ = nullptr;
  size_t width_ = 0;   // of the state vector, padded
  size_t pieces_ = 0;  // of its maxout
  PackedMatrix project_;
  std::vector<PackedMatrix> lower_;  // by feature; outputs are [piece][state]
  PackedMatrix all_;                 // outputs are [feature][piece][state]
  FloatBuffer absent_;               // by feature
  FloatBuffer bias_;
  PackedMatrix upper_;
};

}  // namespace sumario::nlp
