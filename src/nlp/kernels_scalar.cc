// The reference: plain loops over the same layout, one lane at a time.
#include <algorithm>
#include <cmath>

#include "nlp/kernels.h"

namespace sumario::nlp {
namespace {

constexpr size_t kLanes = 4;

float sum_of(const PackedMatrix& m, const float* x, size_t panel, size_t column) {
  const float* w = m.weights.data() + panel * m.inputs * 3 * kLanes + column;
  float sum = m.bias.data()[panel * 3 * kLanes + column];
  for (size_t k = 0; k < m.inputs; ++k) sum += x[k] * w[k * 3 * kLanes];
  return sum;
}

void affine_row(const PackedMatrix& m, const float* x, float* y) {
  for (size_t o = 0; o < m.result_width(); ++o) y[o] = sum_of(m, x, o / (3 * kLanes), o % (3 * kLanes));
}

void affine(const PackedMatrix& m, const float* const* x, size_t rows, float* y, size_t y_stride) {
  for (size_t r = 0; r < rows; ++r) affine_row(m, x[r], y + r * y_stride);
}

void maxout(const PackedMatrix& m, const float* const* x, size_t rows, float* z, size_t z_stride) {
  for (size_t r = 0; r < rows; ++r)
    for (size_t o = 0; o < m.maxout_width(); ++o) {
      const auto piece = [&](size_t p) { return sum_of(m, x[r], o / kLanes, p * kLanes + o % kLanes); };
      z[r * z_stride + o] = std::max({piece(0), piece(1), piece(2)});
    }
}

// The definition in kernels.h, one output at a time.
void maxout_pairs(const PackedWindow& m, const float* const* rows, size_t pairs, float* /*work*/, float* z,
                  size_t z_stride) {
  const size_t n = m.inputs;
  for (size_t pair = 0; pair < pairs; ++pair) {
    const float* d = rows[pair];
    for (size_t o = 0; o < m.maxout_width(); ++o) {
      float best[2] = {};
      for (size_t piece = 0; piece < 3; ++piece) {
        const size_t column = piece * kLanes + o % kLanes;
        const float* w = m.weights.data() + o / kLanes * 12 * n * kLanes + column;
        float p = 0, q = 0, a = 0, c = 0;
        const size_t size = n * 3 * kLanes;
        for (size_t k = 0; k < n; ++k, w += 3 * kLanes) {
          p += w[0] * (d[n + k] + d[2 * n + k]);
          q += w[size] * (d[2 * n + k] - d[n + k]);
          a += w[2 * size] * (d[k] - d[2 * n + k]);
          c += w[3 * size] * (d[n + k] - d[3 * n + k]);
        }
        const float bias = m.bias.data()[o / kLanes * 3 * kLanes + column];
        const float sums[2] = {bias + p + q + a, bias + p - q + c};
        for (size_t i = 0; i < 2; ++i) best[i] = piece == 0 ? sums[i] : std::max(best[i], sums[i]);
      }
      for (size_t i = 0; i < 2; ++i) z[(2 * pair + i) * z_stride + o] = best[i];
    }
  }
}

void maxout_of_sum(const PackedMatrix& m, const float* const* parts, size_t count, float* z) {
  for (size_t o = 0; o < m.maxout_width(); ++o) {
    const auto piece = [&](size_t p) {
      const size_t at = o / kLanes * 3 * kLanes + p * kLanes + o % kLanes;
      float sum = m.bias.data()[at];
      for (size_t i = 0; i < count; ++i) sum += parts[i][at];
      return sum;
    };
    z[o] = std::max({piece(0), piece(1), piece(2)});
  }
}

void normalise(const float* z, size_t width, const float* gain, const float* bias, const float* residual, float* out) {
  float mean = 0;
  for (size_t i = 0; i < width; ++i) mean += z[i];
  mean /= static_cast<float>(width);
  float variance = 0;
  for (size_t i = 0; i < width; ++i) variance += (z[i] - mean) * (z[i] - mean);
  variance /= static_cast<float>(width);
  const float inverse = 1.0f / std::sqrt(variance + 1e-8f);
  for (size_t i = 0; i < padded(width); ++i) {
    const float unit = i < width ? (z[i] - mean) * inverse : 0.0f;
    out[i] = unit * gain[i] + bias[i] + (residual ? residual[i] : 0.0f);
  }
}

void maxout_of_features(const float* const* features, size_t count, const float* bias, size_t pieces, size_t width,
                        float* h) {
  for (size_t o = 0; o < width; ++o) {
    for (size_t p = 0; p < pieces; ++p) {
      float sum = bias[p * width + o];
      for (size_t f = 0; f < count; ++f) sum += features[f][p * width + o];
      h[o] = p == 0 ? sum : std::max(h[o], sum);
    }
  }
}

void add(const FloatView& v, float* sum) {
  for (size_t i = 0; i < v.size; ++i) sum[i] += v[i];
}

size_t argmax(const float* v, size_t size) { return static_cast<size_t>(std::max_element(v, v + size) - v); }

}  // namespace

const Kernels& scalar_kernels() {
  static const Kernels kernels{"scalar",     kLanes,        affine,    affine_row,         maxout,
                               maxout_pairs, maxout_of_sum, normalise, maxout_of_features, add,
                               argmax};
  return kernels;
}

}  // namespace sumario::nlp
