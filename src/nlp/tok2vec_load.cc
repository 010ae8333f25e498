#include <fmt/format.h>

#include <array>

#include "nlp/tok2vec_network.h"

namespace sumario::nlp {
namespace {

std::optional<Column> column_named(std::string_view name) {
  constexpr std::array<std::string_view, 8> kNames = {"ORTH",   "LOWER", "NORM",  "PREFIX",
                                                      "SUFFIX", "SHAPE", "SPACY", "IS_SPACE"};
  for (size_t i = 0; i < kNames.size(); ++i)
    if (kNames[i] == name) return static_cast<Column>(i);
  return std::nullopt;
}

FloatBuffer padded_copy(const FloatView& values) {
  FloatBuffer buffer(padded(values.size));
  for (size_t i = 0; i < values.size; ++i) buffer.data()[i] = values[i];
  return buffer;
}

Result<std::vector<HashEmbedding>> load_embeddings(const ModelWeights& weights, size_t& width) {
  auto extract = weights.layer("extract_features");
  if (!extract) return tl::unexpected(extract.error());
  auto columns = weights.strings(*extract, "columns");
  if (!columns) return tl::unexpected(columns.error());
  const std::vector<size_t> layers = weights.layers("hashembed");
  if (layers.empty() || layers.size() > 64)
    return weights.damaged(*extract, fmt::format("feeds {} hash embeddings", layers.size()));
  std::vector<HashEmbedding> embeddings;
  for (size_t layer : layers) {
    auto table = weights.array(layer, "E", {ModelWeights::kAny, embeddings.empty() ? ModelWeights::kAny : width});
    if (!table) return tl::unexpected(table.error());
    auto seed = weights.number(layer, "seed");
    if (!seed) return tl::unexpected(seed.error());
    auto column = weights.number(layer, "column");
    if (!column) return tl::unexpected(column.error());
    if (*column < 0 || static_cast<size_t>(*column) >= columns->size())
      return weights.damaged(layer, fmt::format("takes column {} of {}", *column, columns->size()));
    if (*seed < 0 || *seed > UINT32_MAX) return weights.damaged(layer, "has a seed beyond 32 bits");
    const std::string& name = (*columns)[static_cast<size_t>(*column)];
    const auto attribute = column_named(name);
    if (!attribute)
      return fail(ErrorCode::kUnsupported, fmt::format("{}: feature column {} is not supported", weights.file(), name));
    width = table->shape[1];
    embeddings.push_back({table->values, table->shape[0], static_cast<uint32_t>(*seed), *attribute});
  }
  return embeddings;
}

// Maxout layer and normalisation of the same rank. `inputs` are `blocks` rows of equal width.
Result<MaxoutLayer> load_maxout(const ModelWeights& weights, const Kernels& kernels, size_t maxout, size_t norm,
                                size_t width, size_t inputs, size_t blocks) {
  auto w = weights.array(maxout, "W", {width, ModelWeights::kAny, inputs});
  if (!w) return tl::unexpected(w.error());
  const size_t pieces = w->shape[1];
  if (pieces > 3)
    return fail(ErrorCode::kUnsupported,
                fmt::format("{}: maxout layers of {} pieces are not supported (at most 3)", weights.file(), pieces));
  auto b = weights.array(maxout, "b", {width, pieces});
  if (!b) return tl::unexpected(b.error());
  auto gain = weights.array(norm, "G", {width});
  if (!gain) return tl::unexpected(gain.error());
  auto bias = weights.array(norm, "b", {width});
  if (!bias) return tl::unexpected(bias.error());
  return MaxoutLayer{pack_maxout(kernels, w->values, b->values, width, pieces, inputs, blocks),
                     padded_copy(gain->values), padded_copy(bias->values), std::nullopt};
}

}  // namespace

Result<Tok2Vec> Tok2Vec::load(const ModelWeights& weights, const WordVectors& vectors, const Kernels& kernels) {
  auto network = std::make_unique<Network>();
  network->kernels = &kernels;
  auto embeddings = load_embeddings(weights, network->width);
  if (!embeddings) return tl::unexpected(embeddings.error());
  const size_t width = network->width;
  if (width > 4096) return fail(ErrorCode::kUnsupported, weights.file() + ": rows wider than 4096");
  network->stride = padded(width);
  network->embeddings = std::move(*embeddings);
  for (const HashEmbedding& embedding : network->embeddings) network->by_space |= embedding.column == Column::kSpacy;

  if (!weights.layers("static_vectors").empty()) {
    auto layer = weights.layer("static_vectors");
    if (!layer) return tl::unexpected(layer.error());
    auto w = weights.array(*layer, "W", {width, ModelWeights::kAny});
    if (!w) return tl::unexpected(w.error());
    if (vectors.width() != w->shape[1])
      return weights.damaged(
          *layer, fmt::format("takes vectors of {} floats, vocab/vectors has {}", w->shape[1], vectors.width()));
    network->vectors = &vectors;
    network->projection = pack_affine(kernels, w->values, {}, width, w->shape[1]);
  }

  const std::vector<size_t> maxouts = weights.layers("maxout");
  const std::vector<size_t> norms = weights.layers("layernorm");
  const std::vector<size_t> windows = weights.layers("expand_window");
  if (maxouts.size() < 2 || maxouts.size() > 17 || norms.size() != maxouts.size() ||
      windows.size() + 1 != maxouts.size())
    return fail(ErrorCode::kUnsupported,
                fmt::format("{}: {} maxout, {} layernorm and {} expand_window layers are no window encoder",
                            weights.file(), maxouts.size(), norms.size(), windows.size()));
  for (size_t layer : windows) {
    auto window = weights.number(layer, "window_size");
    if (!window) return tl::unexpected(window.error());
    if (*window < 1 || *window > 4 || (network->window != 0 && static_cast<size_t>(*window) != network->window))
      return weights.damaged(layer, fmt::format("has the window {}", *window));
    network->window = static_cast<size_t>(*window);
  }
  const size_t parts = network->embeddings.size() + (network->projection ? 1 : 0);
  auto mixer = load_maxout(weights, kernels, maxouts[0], norms[0], width, parts * width, parts);
  if (!mixer) return tl::unexpected(mixer.error());
  network->mixer = std::move(*mixer);
  for (size_t rank = 1; rank < maxouts.size(); ++rank) {
    const size_t places = network->places();
    auto layer = load_maxout(weights, kernels, maxouts[rank], norms[rank], width, places * width, places);
    if (!layer) return tl::unexpected(layer.error());
    if (rank > 1 && network->window == 1) {
      layer->window = pack_window(layer->matrix);
      layer->matrix.weights.reset(0);
    }
    network->encoder.push_back(std::move(*layer));
  }
  for (size_t place = 0; place < network->places(); ++place)
    network->first.push_back(block_of(network->encoder.front().matrix, place, network->places()));
  return Tok2Vec(std::move(network));
}

}  // namespace sumario::nlp
