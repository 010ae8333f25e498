#include "nlp/tok2vec.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "nlp/tok2vec_network.h"

namespace sumario::nlp {
namespace {

// Rows of a block stay in the second-level cache beside a layer's weights. A type takes 4 kB for the common sizes, so
// the cache of types stays under 32 MB.
constexpr size_t kBlockRows = 192;
constexpr size_t kTypeBatch = 64;
constexpr size_t kTypeLimit = 8192;

uint64_t key_of(const Lexeme& lexeme, bool space_after, Column column) {
  switch (column) {
    case Column::kOrth:
      return lexeme.orth;
    case Column::kLower:
      return string_id(lexeme.lower);
    case Column::kNorm:
      return lexeme.norm;
    case Column::kPrefix:
      return lexeme.prefix;
    case Column::kSuffix:
      return lexeme.suffix;
    case Column::kShape:
      return lexeme.shape;
    case Column::kSpacy:
      return space_after;
    case Column::kIsSpace:
      return lexeme.is_space;
  }
  return 0;
}

}  // namespace

HashRows hash_rows(uint64_t key, uint32_t seed, size_t rows) {
  const auto mix = [](uint64_t x) {
    x ^= x >> 33;
    x *= 0xff51afd7ed558ccdu;
    x ^= x >> 33;
    x *= 0xc4ceb9fe1a85ec53u;
    return x ^ x >> 33;
  };
  uint64_t h1 = (std::rotl(key * 0x87c37b91114253d5u, 31) * 0x4cf5ad432745937fu) ^ seed ^ 8u;
  uint64_t h2 = seed ^ 8u;
  h1 += h2;
  h2 += h1;
  h1 = mix(h1);
  h2 = mix(h2);
  h1 += h2;
  h2 += h1;
  const auto row = [rows](uint64_t half) { return static_cast<uint32_t>(static_cast<uint32_t>(half) % rows); };
  return {{row(h1), row(h1 >> 32), row(h2), row(h2 >> 32)}};
}

struct Tok2VecScratch::State {
  // The types met lately.
  std::vector<int32_t> slots;  // by key of a type; -1 for none
  FloatBuffer entries;         // entry 0 is that of the rows around a text: all zeros
  size_t used = 1;
  std::vector<TypedToken> missing;
  FloatBuffer mixed, static_vectors, projected, z, work;
  std::vector<const float*> pointers;

  // The rows of all texts: tokens, and the padding rows that are computed around each text.
  std::vector<int32_t> token;     // -1 for padding
  std::vector<uint32_t> outside;  // distance to the nearest token of the same text; 0 for a token
  // One block.
  std::vector<const float*> entry;
  std::vector<uint32_t> needed;
  std::vector<uint32_t> indices;
  FloatBuffer layers[2];
};

Tok2VecScratch::Tok2VecScratch() : state(std::make_unique<State>()) {}
Tok2VecScratch::~Tok2VecScratch() = default;
Tok2VecScratch::Tok2VecScratch(Tok2VecScratch&&) noexcept = default;
void Tok2VecScratch::clear() {
  state->slots.clear();
  state->used = 1;
}
void Tok2VecScratch::release() {
  state->token = {};
  state->outside = {};
}

namespace {

// Computes entries of word types.
class TypeTable {
 public:
  TypeTable(const Tok2Vec::Network& network, const LexemeTable& lexemes, Tok2VecScratch::State& state)
      : net_(network), lexemes_(lexemes), state_(state) {
    state_.entries.require(kTypeLimit * net_.entry_size());
  }

  const float* zero() const { return state_.entries.data(); }
  const float* find(TypedToken token) const {
    return state_.entries.data() + static_cast<size_t>(state_.slots[net_.key(token)]) * net_.entry_size();
  }
  // Makes sure that all types of a block (at most kTypeLimit - 1) have entries. Entries found before may be gone.
  template <typename Tokens>
  void require(const Tokens& tokens) {
    const size_t keys = lexemes_.size() * (net_.by_space ? 2 : 1);
    if (state_.slots.size() < keys) state_.slots.resize(keys, -1);
    if (!assign(tokens)) {
      std::ranges::fill(state_.slots, -1);
      state_.used = 1;
      assign(tokens);
    }
    const std::vector<TypedToken>& missing = state_.missing;
    for (size_t i = 0; i < missing.size(); i += kTypeBatch)
      compute(std::span(missing).subspan(i, std::min(kTypeBatch, missing.size() - i)));
  }

 private:
  // Gives slots to the types without one; false when there are too few.
  template <typename Tokens>
  bool assign(const Tokens& tokens) {
    state_.missing.clear();
    bool room = true;
    tokens([&](TypedToken token) {
      int32_t& slot = state_.slots[net_.key(token)];
      if (slot >= 0) return;
      if (state_.used == kTypeLimit) {
        room = false;
        return;
      }
      slot = static_cast<int32_t>(state_.used++);
      state_.missing.push_back(token);
    });
    return room;
  }

  void compute(std::span<const TypedToken> types) {
    const Kernels& kernels = *net_.kernels;
    embed(types);
    std::vector<const float*>& rows = state_.pointers;
    rows.clear();
    for (size_t i = 0; i < types.size(); ++i) rows.push_back(state_.mixed.data() + i * net_.mixer_row());
    const size_t z_stride = std::max(net_.mixer.matrix.maxout_width(), net_.stride);
    state_.z.require(kTypeBatch * z_stride);
    kernels.maxout(net_.mixer.matrix, rows.data(), rows.size(), state_.z.data(), z_stride);
    rows.clear();
    for (size_t i = 0; i < types.size(); ++i) {
      float* entry = const_cast<float*>(find(types[i]));
      kernels.normalise(state_.z.data() + i * z_stride, net_.width, net_.mixer.gain.data(), net_.mixer.bias.data(),
                        nullptr, entry);
      rows.push_back(entry);
    }
    // Slots were given in the order of the types, so their entries are neighbours.
    float* front = const_cast<float*>(rows.front());
    for (size_t place = 0; place < net_.places(); ++place)
      kernels.affine(net_.first[place], rows.data(), rows.size(), front + net_.stride + place * net_.product_size(),
                     net_.entry_size());
  }

  // Fills state_.mixed with the concatenated embeddings of the types.
  void embed(std::span<const TypedToken> types) {
    const size_t row_size = net_.mixer_row();
    state_.mixed.require(kTypeBatch * row_size);
    std::memset(state_.mixed.data(), 0, types.size() * row_size * sizeof(float));
    for (size_t i = 0; i < types.size(); ++i) {
      float* row = state_.mixed.data() + i * row_size;
      const Lexeme& lexeme = lexemes_[types[i].lexeme];
      for (const HashEmbedding& embedding : net_.embeddings) {
        const uint64_t key = key_of(lexeme, types[i].space_after, embedding.column);
        for (const uint32_t index : hash_rows(key, embedding.seed, embedding.rows).row)
          net_.kernels->add({embedding.table.bytes + size_t{index} * net_.width * sizeof(float), net_.width}, row);
        row += net_.stride;
      }
    }
    if (net_.projection) project(types);
  }

  void project(std::span<const TypedToken> types) {
    const PackedMatrix& projection = *net_.projection;
    const size_t width = projection.inputs;
    const size_t result = std::max(projection.result_width(), net_.stride);
    state_.static_vectors.require(kTypeBatch * width);
    state_.projected.require(kTypeBatch * result);
    std::vector<const float*>& rows = state_.pointers;
    std::vector<size_t> which;
    rows.clear();
    for (size_t i = 0; i < types.size(); ++i) {
      const FloatView vector = net_.vectors->find(lexemes_[types[i].lexeme].orth);
      if (vector.size == 0) continue;
      float* copy = state_.static_vectors.data() + rows.size() * width;
      std::memcpy(copy, vector.bytes, width * sizeof(float));
      rows.push_back(copy);
      which.push_back(i);
    }
    net_.kernels->affine(projection, rows.data(), rows.size(), state_.projected.data(), result);
    const size_t at = net_.embeddings.size() * net_.stride;
    for (size_t i = 0; i < which.size(); ++i)
      std::memcpy(state_.mixed.data() + which[i] * net_.mixer_row() + at, state_.projected.data() + i * result,
                  net_.width * sizeof(float));
  }

  const Tok2Vec::Network& net_;
  const LexemeTable& lexemes_;
  Tok2VecScratch::State& state_;
};

// Rows come in groups, of which a kernel computes all or none.
constexpr size_t kGroup = PackedWindow::kResults;

// Runs the encoder over rows [begin, end) of all rows of the texts, multiples of kGroup. Where a side cuts a text,
// earlier layers are computed a group further at that side for each layer that follows.
class Block {
 public:
  Block(const Tok2Vec::Network& network, Tok2VecScratch::State& state, size_t begin, size_t end)
      : net_(network), state_(state), begin_(begin), end_(end), margin_(network.encoder.size() * kGroup) {}

  void encode(std::span<const TypedToken> tokens, TypeTable& types, const Tok2Vec::Use& use) {
    types.require([&](auto visit) {
      for (size_t i = 0; i < size(); ++i)
        if (const int32_t token = token_at(i); token >= 0) visit(tokens[static_cast<size_t>(token)]);
    });
    state_.entry.resize(size());
    for (size_t i = 0; i < size(); ++i) {
      const int32_t token = token_at(i);
      state_.entry[i] = token < 0 ? types.zero() : types.find(tokens[static_cast<size_t>(token)]);
    }
    for (FloatBuffer& layer : state_.layers) layer.require((kBlockRows + 2 * margin_) * net_.stride);
    first_layer();
    for (size_t layer = 1; layer < net_.encoder.size(); ++layer) next_layer(layer);
    hand_out(use);
  }

 private:
  size_t layers() const { return net_.encoder.size(); }
  // Rows here are counted from margin_ before the block; the margin holds what is computed beyond it and one more.
  size_t size() const { return end_ - begin_ + 2 * margin_; }
  bool inside(size_t i) const { return begin_ + i >= margin_ && begin_ + i - margin_ < state_.token.size(); }
  int32_t token_at(size_t i) const { return inside(i) ? state_.token[begin_ + i - margin_] : -1; }
  float* row(size_t layer, size_t i) { return state_.layers[layer % 2].data() + i * net_.stride; }
  // Whether a row is neither the first one of a text nor the end of all.
  bool cuts(size_t first) const {
    if (first == 0 || first >= state_.token.size()) return false;
    const size_t padding = (layers() - 1) * net_.window;
    return state_.outside[first] != padding || state_.outside[first - 1] < padding;
  }

  // The rows whose values matter after layer `layer` (from 0); of the others that may be read, it makes zeros.
  const std::vector<uint32_t>& needed(size_t layer) {
    const size_t later = layers() - 1 - layer;
    const size_t begin = margin_ - (cuts(begin_) ? later * kGroup : 0);
    const size_t end = size() - margin_ + (cuts(end_) ? later * kGroup : 0);
    state_.needed.clear();
    for (size_t i = begin; i < end; ++i) {
      if (inside(i) && state_.outside[begin_ + i - margin_] <= later * net_.window) {
        state_.needed.push_back(static_cast<uint32_t>(i));
      } else {
        std::fill_n(row(layer, i), net_.stride, 0.0f);
      }
    }
    return state_.needed;
  }

  size_t z_stride() const { return std::max(net_.encoder.front().matrix.maxout_width(), net_.stride); }

  // Sums of what the types of the window contribute, see TypeTable.
  void first_layer() {
    const MaxoutLayer& layer = net_.encoder.front();
    const float* parts[9];
    state_.z.require(z_stride());
    for (const uint32_t i : needed(0)) {
      for (size_t place = 0; place < net_.places(); ++place)
        parts[place] = state_.entry[i + place - net_.window] + net_.stride + place * net_.product_size();
      net_.kernels->maxout_of_sum(layer.matrix, parts, net_.places(), state_.z.data());
      net_.kernels->normalise(state_.z.data(), net_.width, layer.gain.data(), layer.bias.data(), state_.entry[i],
                              row(0, i));
    }
  }

  // The window's rows are neighbours in memory, so a row of inputs is just a longer row.
  void next_layer(size_t index) {
    const MaxoutLayer& layer = net_.encoder[index];
    const std::vector<uint32_t>& rows = needed(index);
    if (layer.window) return next_layer_by_groups(index, rows);
    state_.z.require(rows.size() * z_stride());
    state_.pointers.clear();
    for (const uint32_t i : rows) state_.pointers.push_back(row(index - 1, i - net_.window));
    net_.kernels->maxout(layer.matrix, state_.pointers.data(), rows.size(), state_.z.data(), z_stride());
    for (size_t r = 0; r < rows.size(); ++r) finish_row(index, rows[r], state_.z.data() + r * z_stride());
  }

  // Texts begin at the first row of a group, so that a text's values do not depend on what stands around it.
  void next_layer_by_groups(size_t index, const std::vector<uint32_t>& rows) {
    const MaxoutLayer& layer = net_.encoder[index];
    const auto group_of = [](uint32_t i) { return i - i % static_cast<uint32_t>(kGroup); };
    state_.pointers.clear();
    for (size_t r = 0; r < rows.size(); ++r)
      if (r == 0 || group_of(rows[r]) != group_of(rows[r - 1]))
        state_.pointers.push_back(row(index - 1, group_of(rows[r]) - 1));
    const size_t groups = state_.pointers.size();
    state_.z.require(groups * kGroup * z_stride());
    state_.work.require(layer.window->work_size(groups));
    net_.kernels->maxout_windows(*layer.window, state_.pointers.data(), groups, state_.work.data(), state_.z.data(),
                                 z_stride());
    const float* z = state_.z.data();
    for (size_t r = 0; r < rows.size(); ++r) {
      if (r > 0 && group_of(rows[r]) != group_of(rows[r - 1])) z += kGroup * z_stride();
      finish_row(index, rows[r], z + rows[r] % kGroup * z_stride());
    }
  }

  void finish_row(size_t index, uint32_t i, const float* z) {
    const MaxoutLayer& layer = net_.encoder[index];
    net_.kernels->normalise(z, net_.width, layer.gain.data(), layer.bias.data(), row(index - 1, i), row(index, i));
  }

  void hand_out(const Tok2Vec::Use& use) {
    state_.pointers.clear();
    state_.indices.clear();
    for (size_t i = margin_; i < size() - margin_; ++i) {
      if (token_at(i) < 0) continue;
      state_.pointers.push_back(row(net_.encoder.size() - 1, i));
      state_.indices.push_back(static_cast<uint32_t>(token_at(i)));
    }
    if (!state_.indices.empty()) use(state_.indices, state_.pointers.data());
  }

  const Tok2Vec::Network& net_;
  Tok2VecScratch::State& state_;
  size_t begin_;
  size_t end_;
  size_t margin_;
};

}  // namespace

void Tok2Vec::encode(std::span<const TypedToken> tokens, std::span<const TokenRange> texts, const LexemeTable& lexemes,
                     Tok2VecScratch& scratch, const Use& use) const {
  const Network& net = *network_;
  Tok2VecScratch::State& state = *scratch.state;
  // A padding row matters as far as the layers after the first one reach.
  const size_t margin = (net.encoder.size() - 1) * net.window;
  state.token.clear();
  state.outside.clear();
  std::vector<size_t> ends;  // rows where a block may end without cutting a text
  for (const TokenRange text : texts) {
    if (text.size() == 0) continue;
    for (size_t i = margin; i > 0; --i) {
      state.token.push_back(-1);
      state.outside.push_back(static_cast<uint32_t>(i));
    }
    for (uint32_t i = text.begin; i < text.end; ++i) state.token.push_back(static_cast<int32_t>(i));
    state.outside.resize(state.token.size(), 0);
    for (size_t i = 1; i <= margin; ++i) {
      state.token.push_back(-1);
      state.outside.push_back(static_cast<uint32_t>(i));
    }
    state.token.resize((state.token.size() + kGroup - 1) / kGroup * kGroup, -1);
    state.outside.resize(state.token.size(), UINT32_MAX);
    ends.push_back(state.token.size());
  }
  TypeTable types(net, lexemes, state);
  size_t next_end = 0;
  for (size_t begin = 0; begin < state.token.size();) {
    size_t end = std::min(begin + kBlockRows, state.token.size());
    while (next_end < ends.size() && ends[next_end] <= end) ++next_end;
    if (next_end > 0 && ends[next_end - 1] > begin + kBlockRows / 2) end = ends[next_end - 1];
    Block(net, state, begin, end).encode(tokens, types, use);
    begin = end;
  }
}

Tok2Vec::Tok2Vec(std::unique_ptr<const Network> network) : network_(std::move(network)) {}
Tok2Vec::Tok2Vec(Tok2Vec&&) noexcept = default;
Tok2Vec& Tok2Vec::operator=(Tok2Vec&&) noexcept = default;
Tok2Vec::~Tok2Vec() = default;
size_t Tok2Vec::width() const { return network_->width; }

}  // namespace sumario::nlp
