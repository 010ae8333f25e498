// The inside of Tok2Vec, shared by loading (tok2vec_load.cc) and running (tok2vec.cc). Not for others.
#pragma once

#include <optional>
#include <vector>

#include "nlp/tok2vec.h"

namespace sumario::nlp {

enum class Column : uint8_t { kOrth, kLower, kNorm, kPrefix, kSuffix, kShape, kSpacy, kIsSpace };

struct HashEmbedding {
  FloatView table;  // [rows][width], in place in the model file
  size_t rows = 0;
  uint32_t seed = 0;
  Column column = Column::kOrth;
};

struct MaxoutLayer {
  PackedMatrix matrix;
  FloatBuffer gain, bias;  // of the normalisation, padded with zeros
  // The same matrix for groups of windows; empty where the window is not three rows or the layer is the first one.
  std::optional<PackedWindow> window;
};

struct Tok2Vec::Network {
  const Kernels* kernels = nullptr;
  size_t width = 0;
  size_t stride = 0;  // padded width
  size_t window = 0;
  std::vector<HashEmbedding> embeddings;
  bool by_space = false;  // SPACY is a column: a word type with and one without a space after it are two
  const WordVectors* vectors = nullptr;
  std::optional<PackedMatrix> projection;  // of static vectors
  MaxoutLayer mixer;
  std::vector<MaxoutLayer> encoder;
  std::vector<PackedMatrix> first;  // the columns of the first encoder layer for each place of the window

  size_t places() const { return 2 * window + 1; }
  size_t mixer_row() const { return (embeddings.size() + (projection ? 1 : 0)) * stride; }
  size_t product_size() const { return first.front().result_width(); }
  // One type: its mixed embedding, then its products for each place.
  size_t entry_size() const { return stride + places() * product_size(); }
  size_t key(TypedToken token) const {
    return by_space ? size_t{token.lexeme} * 2 + (token.space_after ? 1 : 0) : token.lexeme;
  }
};

}  // namespace sumario::nlp
