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

// One product of the definition in kernels.h: column `column` of matrix `matrix` times row t.
float window_product(const PackedWindow& m, size_t panel, size_t matrix, size_t column, const float* t) {
  const float* w = m.weights.data() + (panel * PackedWindow::kProducts + matrix) * m.inputs * 3 * kLanes + column;
  float sum = 0;
  for (size_t k = 0; k < m.inputs; ++k) sum += w[k * 3 * kLanes] * t[k];
  return sum;
}

void maxout_windows(const PackedWindow& m, const float* const* rows, size_t groups, float* work, float* z,
                    size_t z_stride) {
  const size_t n = m.inputs;
  for (size_t group = 0; group < groups; ++group) {
    const float* d = rows[group];
    float* t = work;
    for (size_t k = 0; k < n; ++k, ++d) {
      const float even = d[4 * n] - 4 * d[2 * n], odd = d[3 * n] - 4 * d[n];
      const float even2 = d[4 * n] - d[2 * n], odd2 = 2 * (d[3 * n] - d[n]);
      t[k] = even + odd;
      t[n + k] = even - odd;
      t[2 * n + k] = even2 + odd2;
      t[3 * n + k] = even2 - odd2;
      t[4 * n + k] = 4 * d[0] - 5 * d[2 * n] + d[4 * n];
      t[5 * n + k] = 4 * d[n] - 5 * d[3 * n] + d[5 * n];
    }
    for (size_t o = 0; o < m.maxout_width(); ++o) {
      for (size_t piece = 0; piece < 3; ++piece) {
        const size_t column = piece * kLanes + o % kLanes;
        float p[PackedWindow::kProducts];
        for (size_t j = 0; j < PackedWindow::kProducts; ++j) p[j] = window_product(m, o / kLanes, j, column, t + j * n);
        const float bias = m.bias.data()[o / kLanes * 3 * kLanes + column];
        const float s1 = bias + p[0] + p[1], r1 = bias + p[0] - p[1], s2 = p[2] + p[3], r2 = p[2] - p[3];
        const float results[PackedWindow::kResults] = {s1 + s2 + p[4], r1 + 2 * r2, s1 + 4 * s2, r1 + 8 * r2 + p[5]};
        for (size_t i = 0; i < PackedWindow::kResults; ++i) {
          float& best = z[(PackedWindow::kResults * group + i) * z_stride + o];
          best = piece == 0 ? results[i] : std::max(best, results[i]);
        }
      }
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
  static const Kernels kernels{"scalar",       kLanes,        affine,    affine_row,         maxout,
                               maxout_windows, maxout_of_sum, normalise, maxout_of_features, add,
                               argmax};
  return kernels;
}

}  // namespace sumario::nlp
