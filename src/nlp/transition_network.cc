#include "nlp/transition_network.h"

#include <fmt/format.h>

#include <cstring>

namespace sumario::nlp {
namespace {

// Rewrites [state][piece]… rows as [piece][padded state]…, `unit` floats each, zeros between.
std::vector<float> by_piece(const FloatView& values, size_t start, size_t states, size_t pieces, size_t unit) {
  const size_t width = padded(states);
  std::vector<float> rows(pieces * width * unit, 0.0f);
  for (size_t o = 0; o < states; ++o)
    for (size_t p = 0; p < pieces; ++p)
      for (size_t k = 0; k < unit; ++k) rows[(p * width + o) * unit + k] = values[start + (o * pieces + p) * unit + k];
  return rows;
}

FloatView view_of(const std::vector<float>& values) {
  return {reinterpret_cast<const char*>(values.data()), values.size()};
}

// The linear layer that is not `upper`: projects token vectors.
Result<size_t> projection_layer(const ModelWeights& weights, size_t upper) {
  const std::vector<size_t> layers = weights.layers("linear");
  if (layers.size() != 2 || (layers[0] != upper && layers[1] != upper))
    return weights.damaged(upper, fmt::format("stands beside {} linear layers, not two", layers.size()));
  return layers[0] == upper ? layers[1] : layers[0];
}

}  // namespace

Result<TransitionNetwork> TransitionNetwork::load(const ModelWeights& weights, size_t features, size_t input,
                                                  const Kernels& kernels) {
  constexpr size_t kAny = ModelWeights::kAny;
  auto upper = weights.reference("upper");
  if (!upper) return tl::unexpected(upper.error());
  auto lower = weights.layer("precomputable_affine");
  if (!lower) return tl::unexpected(lower.error());
  auto projection = projection_layer(weights, *upper);
  if (!projection) return tl::unexpected(projection.error());

  auto w = weights.array(*lower, "W", {features, kAny, kAny, kAny});
  if (!w) return tl::unexpected(w.error());
  const size_t states = w->shape[1], pieces = w->shape[2], inner = w->shape[3];
  if (states * pieces > 8192) return fail(ErrorCode::kUnsupported, weights.file() + ": hidden layer over 8192 units");
  auto b = weights.array(*lower, "b", {states, pieces});
  if (!b) return tl::unexpected(b.error());
  auto pad = weights.array(*lower, "pad", {1, features, states, pieces});
  if (!pad) return tl::unexpected(pad.error());
  auto project_w = weights.array(*projection, "W", {inner, input});
  if (!project_w) return tl::unexpected(project_w.error());
  auto project_b = weights.array(*projection, "b", {inner});
  if (!project_b) return tl::unexpected(project_b.error());
  auto upper_w = weights.array(*upper, "W", {kAny, states});
  if (!upper_w) return tl::unexpected(upper_w.error());
  auto upper_b = weights.array(*upper, "b", {upper_w->shape[0]});
  if (!upper_b) return tl::unexpected(upper_b.error());

  TransitionNetwork network;
  network.kernels_ = &kernels;
  network.width_ = padded(states);
  network.pieces_ = pieces;
  network.project_ = pack_affine(kernels, project_w->values, project_b->values, inner, input);
  network.upper_ = pack_affine(kernels, upper_w->values, upper_b->values, upper_w->shape[0], states);
  const size_t outputs = pieces * network.width_;
  std::vector<float> all;
  for (size_t f = 0; f < features; ++f) {
    const std::vector<float> rows = by_piece(w->values, f * states * pieces * inner, states, pieces, inner);
    network.lower_.push_back(pack_affine(kernels, view_of(rows), {}, outputs, inner));
    all.insert(all.end(), rows.begin(), rows.end());
  }
  network.all_ = pack_affine(kernels, view_of(all), {}, features * outputs, inner);
  network.bias_.reset(outputs);
  const std::vector<float> bias = by_piece(b->values, 0, states, pieces, 1);
  std::memcpy(network.bias_.data(), bias.data(), outputs * sizeof(float));
  network.absent_.reset(features * network.contribution_size());
  for (size_t f = 0; f < features; ++f) {
    const std::vector<float> row = by_piece(pad->values, f * states * pieces, states, pieces, 1);
    std::memcpy(network.absent_.data() + f * network.contribution_size(), row.data(), outputs * sizeof(float));
  }
  return network;
}

void TransitionNetwork::project(const float* const* rows, size_t count, float* projected) const {
  kernels_->affine(project_, rows, count, projected, projected_size());
}

void TransitionNetwork::contributions(size_t feature, const float* const* projected, size_t count, float* out) const {
  kernels_->affine(lower_[feature], projected, count, out, contribution_size());
}

void TransitionNetwork::all_contributions(const float* const* projected, size_t count, float* out) const {
  kernels_->affine(all_, projected, count, out, all_contributions_size());
}

void TransitionNetwork::score(const float* const* contributions, float* hidden, float* scores) const {
  kernels_->maxout_of_features(contributions, features(), bias_.data(), pieces_, width_, hidden);
  kernels_->affine_row(upper_, hidden, scores);
}

}  // namespace sumario::nlp
