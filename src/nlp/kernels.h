// The inner loops of the networks, compiled once for every instruction set and chosen when a pipeline is loaded.
// For one instruction set every result is the same bit for bit, however rows are grouped: each output is summed in the
// order of its inputs. All functions are pure and thread-safe. Floats are IEEE single precision.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace sumario::nlp {

// Floats that start on a cache line.
class FloatBuffer {
 public:
  FloatBuffer() = default;
  explicit FloatBuffer(size_t size) { reset(size); }
  // Makes room for `size` zeros; what was there is lost.
  void reset(size_t size);
  // The same, but keeps the memory (and whatever it holds) when it is large enough.
  void require(size_t size) {
    if (size > size_) reset(size);
  }
  float* data() { return data_.get(); }
  const float* data() const { return data_.get(); }
  size_t size() const { return size_; }

 private:
  struct Free {
    void operator()(float* data) const;
  };
  std::unique_ptr<float, Free> data_;
  size_t size_ = 0;
};

// Rows of activations are padded with zeros to a multiple of this many floats, on every instruction set.
constexpr size_t kRowQuantum = 16;
constexpr size_t padded(size_t width) { return (width + kRowQuantum - 1) / kRowQuantum * kRowQuantum; }

// A weight matrix laid out for the kernels: panels of three vectors of outputs, inputs ascending within a panel. A
// maxout layer has the pieces of one vector of outputs in one panel; an affine layer has three vectors of outputs.
struct PackedMatrix {
  size_t inputs = 0;
  size_t outputs = 0;  // rows of results are `result_width` wide
  size_t panels = 0;
  size_t lanes = 0;
  FloatBuffer weights;  // [panels][inputs][3][lanes]
  FloatBuffer bias;     // [panels][3][lanes]
  // Floats an affine kernel writes for one row.
  size_t result_width() const { return panels * 3 * lanes; }
  // Floats a maxout kernel writes for one row.
  size_t maxout_width() const { return panels * lanes; }
};

// Source values of a weight matrix, in place in a model file: not aligned, little-endian.
struct FloatView {
  const char* bytes = nullptr;
  size_t size = 0;
  float operator[](size_t index) const {
    float value;
    __builtin_memcpy(&value, bytes + index * sizeof(float), sizeof(float));
    return value;
  }
};

// A maxout layer over windows of three neighbouring rows, laid out to compute four neighbouring results at once with
// six products of rows in place of twelve: Winograd's F(4, 3). Lavin and Gray (2015), Fast Algorithms for Convolutional
// Neural Networks. With A, B, C the columns for the row before, the row and the row after, and d0 … d5 the rows from
// before the first to after the fourth:
//   matrices: M0 = A/4, M1 = -(A+B+C)/6, M2 = -(A-B+C)/6, M3 = (A+2B+4C)/24, M4 = (A-2B+4C)/24, M5 = C
//   rows: t0 = 4d0-5d2+d4, t1 = (d4-4d2)+(d3-4d1), t2 = (d4-4d2)-(d3-4d1), t3 = (d4-d2)+2(d3-d1),
//         t4 = (d4-d2)-2(d3-d1), t5 = 4d1-5d3+d5
//   results, with mi = Mi ti: m0+(m1+m2)+(m3+m4), (m1-m2)+2(m3-m4), (m1+m2)+4(m3+m4), (m1-m2)+8(m3-m4)+m5
// The error is that of a float sum in another order (measured on real text: the last bit or two).
struct PackedWindow {
  static constexpr size_t kResults = 4;
  static constexpr size_t kProducts = 6;
  size_t inputs = 0;  // of one row
  size_t outputs = 0;
  size_t panels = 0;
  size_t lanes = 0;
  FloatBuffer weights;  // [panels][M1 M2 M3 M4 M0 M5][inputs][3][lanes]
  FloatBuffer bias;     // [panels][3][lanes]
  size_t maxout_width() const { return panels * lanes; }
  // Floats of working memory for so many groups of four results.
  size_t work_size(size_t groups) const { return groups * (kProducts * inputs + 9 * lanes); }
};

struct Kernels {
  std::string_view name;  // "avx2"
  size_t lanes = 0;       // floats in a vector

  // y[r] = W x[r] + b for every row. Row r of the results starts at y + r * y_stride and takes m.result_width().
  void (*affine)(const PackedMatrix& m, const float* const* x, size_t rows, float* y, size_t y_stride);
  // The same for one row.
  void (*affine_row)(const PackedMatrix& m, const float* x, float* y);
  // z[r][o] = max over the three pieces of (W x[r] + b)[o, piece]; takes m.maxout_width() floats a row.
  void (*maxout)(const PackedMatrix& m, const float* const* x, size_t rows, float* z, size_t z_stride);
  // The same for groups of four neighbouring windows: rows[g] is d0 of group g, followed by d1 to d5; results 4g to
  // 4g + 3 are those of group g. `work` holds m.work_size(groups) floats. d0 has a part in the first result only and d5
  // in the fourth only; d1 to d4 must be numbers of sound size even where not all four results are used.
  void (*maxout_windows)(const PackedWindow& m, const float* const* rows, size_t groups, float* work, float* z,
                         size_t z_stride);
  // The same as maxout where W x is known as the sum of `count` results of affine kernels over m's layout, each without
  // bias.
  void (*maxout_of_sum)(const PackedMatrix& m, const float* const* parts, size_t count, float* z);
  // out = (z - mean) / sqrt(variance + 1e-8) * gain + bias, plus `residual` where it is not null. `gain`, `bias`,
  // `residual` and `out` hold padded(width) floats; those beyond `width` become zero if they are in the inputs.
  void (*normalise)(const float* z, size_t width, const float* gain, const float* bias, const float* residual,
                    float* out);
  // h[o] = max over pieces p of (bias + sum of features)[p * width + o]; width is a multiple of kRowQuantum.
  void (*maxout_of_features)(const float* const* features, size_t count, const float* bias, size_t pieces, size_t width,
                             float* h);
  // sum[i] += v[i] for all of v.
  void (*add)(const FloatView& v, float* sum);
  // The first index of the largest value; some index below size where values are NaN. Precondition: size > 0.
  size_t (*argmax)(const float* v, size_t size);
};

// The kernels of the best instruction set of this machine, or of the one that the environment variable SUMARIO_ISA
// names. Errors: kUnsupported when that one is unknown or this machine lacks it; the message lists those it has.
Result<const Kernels*> kernels_from_environment();
// The kernels by name: one of kernel_names(), or "" for the best.
Result<const Kernels*> kernels_named(std::string_view name);
// Instruction sets this machine has, best first; "scalar" (plain loops, the reference of the tests) is the last.
std::vector<std::string> kernel_names();

// Packs W[outputs][inputs] and b[outputs] (empty for none) for `kernels.affine`.
PackedMatrix pack_affine(const Kernels& kernels, const FloatView& weights, const FloatView& bias, size_t outputs,
                         size_t inputs);
// Packs W[outputs][pieces][inputs] and b[outputs][pieces] for `kernels.maxout`. Inputs come in `blocks` parts of equal
// size, each of which stands padded to kRowQuantum in the rows that will be multiplied. 1 <= pieces <= 3.
PackedMatrix pack_maxout(const Kernels& kernels, const FloatView& weights, const FloatView& bias, size_t outputs,
                         size_t pieces, size_t inputs, size_t blocks);
// The block `index` of a matrix made by pack_maxout, without bias, for `kernels.affine`.
PackedMatrix block_of(const PackedMatrix& matrix, size_t index, size_t blocks);

// Repacks a matrix made by pack_maxout in three blocks for `kernels.maxout_windows`.
PackedWindow pack_window(const PackedMatrix& matrix);

// The plain loops.
const Kernels& scalar_kernels();

}  // namespace sumario::nlp
