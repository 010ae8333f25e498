#include <algorithm>

#include "nlp/kernels.h"

namespace sumario::nlp {
namespace {

PackedMatrix empty_matrix(const Kernels& kernels, size_t outputs, size_t inputs, size_t outputs_per_panel) {
  PackedMatrix m;
  m.inputs = inputs;
  m.outputs = outputs;
  m.lanes = kernels.lanes;
  m.panels = (outputs + outputs_per_panel - 1) / outputs_per_panel;
  m.weights.reset(m.panels * inputs * 3 * m.lanes);
  m.bias.reset(m.panels * 3 * m.lanes);
  return m;
}

}  // namespace

PackedMatrix pack_affine(const Kernels& kernels, const FloatView& weights, const FloatView& bias, size_t outputs,
                         size_t inputs) {
  const size_t width = 3 * kernels.lanes;
  PackedMatrix m = empty_matrix(kernels, outputs, inputs, width);
  for (size_t o = 0; o < outputs; ++o) {
    float* to = m.weights.data() + o / width * inputs * width + o % width;
    for (size_t k = 0; k < inputs; ++k) to[k * width] = weights[o * inputs + k];
    if (bias.size > 0) m.bias.data()[o] = bias[o];
  }
  return m;
}

PackedMatrix pack_maxout(const Kernels& kernels, const FloatView& weights, const FloatView& bias, size_t outputs,
                         size_t pieces, size_t inputs, size_t blocks) {
  const size_t lanes = kernels.lanes;
  const size_t part = inputs / blocks;
  const size_t row = blocks * padded(part);
  PackedMatrix m = empty_matrix(kernels, outputs, row, lanes);
  for (size_t o = 0; o < outputs; ++o) {
    for (size_t p = 0; p < 3; ++p) {
      // With fewer pieces the last one stands again: the largest of them stays the same.
      const size_t source = o * pieces + std::min(p, pieces - 1);
      const size_t column = p * lanes + o % lanes;
      float* to = m.weights.data() + o / lanes * row * 3 * lanes + column;
      for (size_t k = 0; k < inputs; ++k)
        to[(k / part * padded(part) + k % part) * 3 * lanes] = weights[source * inputs + k];
      m.bias.data()[o / lanes * 3 * lanes + column] = bias[source];
    }
  }
  return m;
}

PackedMatrix block_of(const PackedMatrix& matrix, size_t index, size_t blocks) {
  PackedMatrix m;
  m.inputs = matrix.inputs / blocks;
  m.outputs = matrix.result_width();
  m.panels = matrix.panels;
  m.lanes = matrix.lanes;
  m.weights.reset(m.panels * m.inputs * 3 * m.lanes);
  m.bias.reset(m.panels * 3 * m.lanes);
  const size_t size = m.inputs * 3 * m.lanes;
  for (size_t panel = 0; panel < m.panels; ++panel)
    std::copy_n(matrix.weights.data() + (panel * blocks + index) * size, size, m.weights.data() + panel * size);
  return m;
}

PackedWindow pack_window(const PackedMatrix& matrix) {
  PackedWindow m;
  m.inputs = matrix.inputs / 3;
  m.outputs = matrix.outputs;
  m.panels = matrix.panels;
  m.lanes = matrix.lanes;
  const size_t width = 3 * m.lanes;
  const size_t size = m.inputs * width;
  m.weights.reset(m.panels * PackedWindow::kProducts * size);
  m.bias.reset(m.panels * width);
  std::copy_n(matrix.bias.data(), m.panels * width, m.bias.data());
  for (size_t panel = 0; panel < m.panels; ++panel) {
    const float* from = matrix.weights.data() + panel * 3 * size;
    float* to = m.weights.data() + panel * PackedWindow::kProducts * size;
    for (size_t i = 0; i < size; ++i) {
      const double a = from[i], b = from[size + i], c = from[2 * size + i];
      const double products[PackedWindow::kProducts] = {
          -(a + b + c) / 6, -(a - b + c) / 6, (a + 2 * b + 4 * c) / 24, (a - 2 * b + 4 * c) / 24, a / 4, c};
      for (size_t j = 0; j < PackedWindow::kProducts; ++j) to[j * size + i] = static_cast<float>(products[j]);
    }
  }
  return m;
}

}  // namespace sumario::nlp
