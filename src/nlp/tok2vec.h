// Vectors of tokens in context: hash embeddings and static vectors, mixed, then widened by a maxout window encoder with
// residual connections. Sources: spacy/ml/models/tok2vec.py (Tok2Vec.v2, MultiHashEmbed.v2, MaxoutWindowEncoder.v2),
// spacy/ml/staticvectors.py, thinc/layers/{hashembed,expand_window,maxout,layernorm,residual}.py.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "nlp/kernels.h"
#include "nlp/lexeme.h"
#include "nlp/model_weights.h"
#include "nlp/word_vectors.h"

namespace sumario::nlp {

// A token as the network sees it.
struct TypedToken {
  uint32_t lexeme = 0;
  bool space_after = false;
};

// Tokens [begin, end) that form one text of their own.
struct TokenRange {
  uint32_t begin = 0;
  uint32_t end = 0;
  uint32_t size() const { return end - begin; }
};

// Everything about a word type before it stands in context: its mixed embedding and what the first encoder layer makes
// of it in each place of the window. Kept for the types met lately; bounded. One per worker and network.
class Tok2VecScratch {
 public:
  Tok2VecScratch();
  ~Tok2VecScratch();
  Tok2VecScratch(Tok2VecScratch&&) noexcept;
  // Call whenever the lexeme table was emptied.
  void clear();
  // Gives back what grew with the length of a text.
  void release();
  struct State;
  std::unique_ptr<State> state;
};

// Immutable; valid while the model's files are.
class Tok2Vec {
 public:
  // The layers from extract_features to the last encoder layer in `weights`. `vectors` outlives it.
  // Errors: kDamaged (file and field), kUnsupported (a feature column or layer that is not known).
  static Result<Tok2Vec> load(const ModelWeights& weights, const WordVectors& vectors, const Kernels& kernels);
  Tok2Vec(Tok2Vec&&) noexcept;
  Tok2Vec& operator=(Tok2Vec&&) noexcept;
  ~Tok2Vec();

  size_t width() const;
  // Computes the tokens of `texts` (ascending, within `tokens`), a block at a time so that all stays in a near cache,
  // and hands each token's vector of padded(width()) floats to `use`, once, in ascending order: rows[i] belongs to
  // token indices[i]. The rows are valid during the call.
  using Use = std::function<void(std::span<const uint32_t> indices, const float* const* rows)>;
  void encode(std::span<const TypedToken> tokens, std::span<const TokenRange> texts, const LexemeTable& lexemes,
              Tok2VecScratch& scratch, const Use& use) const;

  struct Network;

 private:
  explicit Tok2Vec(std::unique_ptr<const Network> network);
  std::unique_ptr<const Network> network_;
};

// The four rows of a hash embedding table of `rows` rows for a key. Source: thinc/backends/_murmur3.cpp.
struct HashRows {
  uint32_t row[4];
};
HashRows hash_rows(uint64_t key, uint32_t seed, size_t rows);

}  // namespace sumario::nlp
