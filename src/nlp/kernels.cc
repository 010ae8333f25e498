// Compiled once per instruction set by Highway's foreach_target.
#include "nlp/kernels.h"

#include <cmath>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "nlp/kernels.cc"
// Vectors of a length known to the compiler only: accumulators are plain variables.
#define HWY_DISABLED_TARGETS (HWY_SVE | HWY_SVE2 | HWY_SVE_256 | HWY_SVE2_128 | HWY_RVV | HWY_WASM | HWY_WASM_EMU256)
#include <hwy/foreach_target.h>  // IWYU pragma: keep
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace sumario::nlp {
namespace HWY_NAMESPACE {
namespace {

namespace hn = hwy::HWY_NAMESPACE;

using D = hn::CappedTag<float, 16>;
using V = hn::Vec<D>;

constexpr D d;

// 32 vector registers hold 8 rows of 3 accumulators, 16 hold 4.
#if HWY_TARGET == HWY_AVX3 || HWY_TARGET == HWY_AVX3_DL || HWY_TARGET == HWY_NEON
constexpr size_t kRows = 8;
#else
constexpr size_t kRows = 4;
#endif

struct Accumulators {
  V a, b, c;
};

HWY_INLINE void accumulate(Accumulators& sum, V x, V w0, V w1, V w2) {
  sum.a = hn::MulAdd(x, w0, sum.a);
  sum.b = hn::MulAdd(x, w1, sum.b);
  sum.c = hn::MulAdd(x, w2, sum.c);
}

// One panel times `rows` <= kRows rows; `use(row, accumulators)` takes the results.
template <size_t rows, typename Use>
HWY_INLINE void multiply_tile(const float* HWY_RESTRICT w, const float* HWY_RESTRICT bias, size_t inputs,
                              const float* const* x, Use use) {
  const size_t n = hn::Lanes(d);
  const Accumulators start{hn::Load(d, bias), hn::Load(d, bias + n), hn::Load(d, bias + 2 * n)};
  Accumulators s0 = start, s1 = start, s2 = start, s3 = start, s4 = start, s5 = start, s6 = start, s7 = start;
  const float* HWY_RESTRICT x0 = x[0];
  const float* HWY_RESTRICT x1 = x[rows > 1 ? 1 : 0];
  const float* HWY_RESTRICT x2 = x[rows > 2 ? 2 : 0];
  const float* HWY_RESTRICT x3 = x[rows > 3 ? 3 : 0];
  const float* HWY_RESTRICT x4 = x[rows > 4 ? 4 : 0];
  const float* HWY_RESTRICT x5 = x[rows > 4 ? 5 : 0];
  const float* HWY_RESTRICT x6 = x[rows > 4 ? 6 : 0];
  const float* HWY_RESTRICT x7 = x[rows > 4 ? 7 : 0];
  for (size_t k = 0; k < inputs; ++k, w += 3 * n) {
    const V w0 = hn::Load(d, w), w1 = hn::Load(d, w + n), w2 = hn::Load(d, w + 2 * n);
    accumulate(s0, hn::Set(d, x0[k]), w0, w1, w2);
    if constexpr (rows > 1) accumulate(s1, hn::Set(d, x1[k]), w0, w1, w2);
    if constexpr (rows > 2) accumulate(s2, hn::Set(d, x2[k]), w0, w1, w2);
    if constexpr (rows > 3) accumulate(s3, hn::Set(d, x3[k]), w0, w1, w2);
    if constexpr (rows > 4) {
      accumulate(s4, hn::Set(d, x4[k]), w0, w1, w2);
      accumulate(s5, hn::Set(d, x5[k]), w0, w1, w2);
      accumulate(s6, hn::Set(d, x6[k]), w0, w1, w2);
      accumulate(s7, hn::Set(d, x7[k]), w0, w1, w2);
    }
  }
  use(0, s0);
  if constexpr (rows > 1) use(1, s1);
  if constexpr (rows > 2) use(2, s2);
  if constexpr (rows > 3) use(3, s3);
  if constexpr (rows > 4) {
    use(4, s4);
    use(5, s5);
    use(6, s6);
    use(7, s7);
  }
}

// One panel stays in the nearest cache while all rows pass by it.
template <typename Use>
HWY_INLINE void multiply(const PackedMatrix& m, const float* const* x, size_t rows, Use use) {
  const size_t n = hn::Lanes(d);
  for (size_t panel = 0; panel < m.panels; ++panel) {
    const float* w = m.weights.data() + panel * m.inputs * 3 * n;
    const float* bias = m.bias.data() + panel * 3 * n;
    size_t r = 0;
    const auto at = [&](size_t row, const Accumulators& sum) HWY_ATTR { use(panel, r + row, sum); };
    for (; r + kRows <= rows; r += kRows) multiply_tile<kRows>(w, bias, m.inputs, x + r, at);
    if (kRows > 4 && r + 4 <= rows) {
      multiply_tile<4>(w, bias, m.inputs, x + r, at);
      r += 4;
    }
    switch (rows - r) {
      case 1:
        multiply_tile<1>(w, bias, m.inputs, x + r, at);
        break;
      case 2:
        multiply_tile<2>(w, bias, m.inputs, x + r, at);
        break;
      case 3:
        multiply_tile<3>(w, bias, m.inputs, x + r, at);
        break;
      default:
        break;
    }
  }
}

void affine(const PackedMatrix& m, const float* const* x, size_t rows, float* y, size_t y_stride) {
  const size_t n = hn::Lanes(d);
  multiply(m, x, rows, [=](size_t panel, size_t row, const Accumulators& sum) HWY_ATTR {
    float* out = y + row * y_stride + panel * 3 * n;
    hn::StoreU(sum.a, d, out);
    hn::StoreU(sum.b, d, out + n);
    hn::StoreU(sum.c, d, out + 2 * n);
  });
}

void maxout(const PackedMatrix& m, const float* const* x, size_t rows, float* z, size_t z_stride) {
  const size_t n = hn::Lanes(d);
  multiply(m, x, rows, [=](size_t panel, size_t row, const Accumulators& sum) HWY_ATTR {
    hn::StoreU(hn::Max(hn::Max(sum.a, sum.b), sum.c), d, z + row * z_stride + panel * n);
  });
}

// Four panels at a time, so that the additions of one do not wait for another's.
template <size_t panels>
HWY_INLINE void multiply_row(const float* HWY_RESTRICT w, const float* HWY_RESTRICT bias, size_t inputs,
                             const float* HWY_RESTRICT x, float* HWY_RESTRICT y) {
  const size_t n = hn::Lanes(d);
  const size_t step = inputs * 3 * n;
  const auto start = [&](size_t panel) HWY_ATTR {
    const float* b = bias + (panel < panels ? panel : 0) * 3 * n;
    return Accumulators{hn::Load(d, b), hn::Load(d, b + n), hn::Load(d, b + 2 * n)};
  };
  Accumulators s0 = start(0), s1 = start(1), s2 = start(2), s3 = start(3);
  for (size_t k = 0; k < inputs; ++k, w += 3 * n) {
    const V value = hn::Set(d, x[k]);
    const auto add = [&](Accumulators& sum, const float* HWY_RESTRICT from) HWY_ATTR {
      accumulate(sum, value, hn::Load(d, from), hn::Load(d, from + n), hn::Load(d, from + 2 * n));
    };
    add(s0, w);
    if constexpr (panels > 1) add(s1, w + step);
    if constexpr (panels > 2) add(s2, w + 2 * step);
    if constexpr (panels > 3) add(s3, w + 3 * step);
  }
  const auto store = [&](const Accumulators& sum, size_t panel) HWY_ATTR {
    float* out = y + panel * 3 * n;
    hn::StoreU(sum.a, d, out);
    hn::StoreU(sum.b, d, out + n);
    hn::StoreU(sum.c, d, out + 2 * n);
  };
  store(s0, 0);
  if constexpr (panels > 1) store(s1, 1);
  if constexpr (panels > 2) store(s2, 2);
  if constexpr (panels > 3) store(s3, 3);
}

void affine_row(const PackedMatrix& m, const float* x, float* y) {
  const size_t n = hn::Lanes(d);
  size_t panel = 0;
  const auto w = [&]() { return m.weights.data() + panel * m.inputs * 3 * n; };
  const auto bias = [&]() { return m.bias.data() + panel * 3 * n; };
  for (; panel + 4 <= m.panels; panel += 4) multiply_row<4>(w(), bias(), m.inputs, x, y + panel * 3 * n);
  switch (m.panels - panel) {
    case 1:
      multiply_row<1>(w(), bias(), m.inputs, x, y + panel * 3 * n);
      break;
    case 2:
      multiply_row<2>(w(), bias(), m.inputs, x, y + panel * 3 * n);
      break;
    case 3:
      multiply_row<3>(w(), bias(), m.inputs, x, y + panel * 3 * n);
      break;
    default:
      break;
  }
}

void maxout_of_sum(const PackedMatrix& m, const float* const* parts, size_t count, float* z) {
  const size_t n = hn::Lanes(d);
  for (size_t panel = 0; panel < m.panels; ++panel) {
    const size_t at = panel * 3 * n;
    const float* bias = m.bias.data() + at;
    Accumulators sum{hn::Load(d, bias), hn::Load(d, bias + n), hn::Load(d, bias + 2 * n)};
    for (size_t i = 0; i < count; ++i) {
      const float* part = parts[i] + at;
      sum.a = hn::Add(sum.a, hn::LoadU(d, part));
      sum.b = hn::Add(sum.b, hn::LoadU(d, part + n));
      sum.c = hn::Add(sum.c, hn::LoadU(d, part + 2 * n));
    }
    hn::StoreU(hn::Max(hn::Max(sum.a, sum.b), sum.c), d, z + panel * n);
  }
}

void normalise(const float* z, size_t width, const float* gain, const float* bias, const float* residual, float* out) {
  const size_t n = hn::Lanes(d);
  const size_t whole = width / n * n;
  const auto rest = hn::FirstN(d, width - whole);
  V sum = hn::Zero(d);
  for (size_t i = 0; i < whole; i += n) sum = hn::Add(sum, hn::LoadU(d, z + i));
  if (whole < width) sum = hn::Add(sum, hn::IfThenElseZero(rest, hn::LoadU(d, z + whole)));
  const V scale = hn::Set(d, 1.0f / static_cast<float>(width));
  const V mean = hn::Mul(hn::SumOfLanes(d, sum), scale);
  V squares = hn::Zero(d);
  for (size_t i = 0; i < whole; i += n) {
    const V from_mean = hn::Sub(hn::LoadU(d, z + i), mean);
    squares = hn::MulAdd(from_mean, from_mean, squares);
  }
  if (whole < width) {
    const V from_mean = hn::IfThenElseZero(rest, hn::Sub(hn::LoadU(d, z + whole), mean));
    squares = hn::MulAdd(from_mean, from_mean, squares);
  }
  const V variance = hn::Mul(hn::SumOfLanes(d, squares), scale);
  const V inverse = hn::Div(hn::Set(d, 1.0f), hn::Sqrt(hn::Add(variance, hn::Set(d, 1e-8f))));
  for (size_t i = 0; i < width; i += n) {
    const V unit = hn::Mul(hn::Sub(hn::LoadU(d, z + i), mean), inverse);
    V value = hn::MulAdd(unit, hn::LoadU(d, gain + i), hn::LoadU(d, bias + i));
    if (residual) value = hn::Add(value, hn::LoadU(d, residual + i));
    hn::StoreU(value, d, out + i);
  }
}

void maxout_of_features(const float* const* features, size_t count, const float* bias, size_t pieces, size_t width,
                        float* h) {
  const size_t n = hn::Lanes(d);
  for (size_t i = 0; i < width; i += n) {
    V best = hn::Zero(d);
    for (size_t p = 0; p < pieces; ++p) {
      const size_t at = p * width + i;
      V sum = hn::LoadU(d, bias + at);
      for (size_t f = 0; f < count; ++f) sum = hn::Add(sum, hn::LoadU(d, features[f] + at));
      best = p == 0 ? sum : hn::Max(best, sum);
    }
    hn::StoreU(best, d, h + i);
  }
}

void add(const FloatView& v, float* sum) {
  const size_t n = hn::Lanes(d);
  const float* values = reinterpret_cast<const float*>(v.bytes);  // only ever read by unaligned loads
  size_t i = 0;
  for (; i + n <= v.size; i += n) hn::StoreU(hn::Add(hn::LoadU(d, sum + i), hn::LoadU(d, values + i)), d, sum + i);
  for (; i < v.size; ++i) sum[i] += v[i];
}

size_t argmax(const float* v, size_t size) {
  const size_t n = hn::Lanes(d);
  size_t i = 0;
  float best = v[0];
  if (size >= n) {
    V top = hn::LoadU(d, v);
    for (i = n; i + n <= size; i += n) top = hn::Max(top, hn::LoadU(d, v + i));
    best = hn::GetLane(hn::MaxOfLanes(d, top));
  }
  for (; i < size; ++i) best = v[i] > best ? v[i] : best;
  i = 0;
  for (const V wanted = hn::Set(d, best); i + n <= size; i += n) {
    const auto equal = hn::Eq(hn::LoadU(d, v + i), wanted);
    if (!hn::AllFalse(d, equal)) return i + static_cast<size_t>(hn::FindFirstTrue(d, equal));
  }
  while (i + 1 < size && v[i] != best) ++i;
  return i;
}

}  // namespace

const Kernels* table() {
  static const Kernels kernels{
      hwy::TargetName(HWY_TARGET), hn::Lanes(d), affine, affine_row, maxout, maxout_of_sum, normalise,
      maxout_of_features,          add,          argmax};
  return &kernels;
}

}  // namespace HWY_NAMESPACE
}  // namespace sumario::nlp
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace sumario::nlp {

HWY_EXPORT(table);

std::vector<const Kernels*> highway_kernels() {
  std::vector<const Kernels*> found;
  for (const int64_t target : hwy::SupportedAndGeneratedTargets()) {
    // Highway's way to ask for a certain target; undone below.
    hwy::SetSupportedTargetsForTest(target);
    hwy::GetChosenTarget().Update(hwy::SupportedTargets());
    found.push_back(HWY_DYNAMIC_DISPATCH(table)());
  }
  hwy::SetSupportedTargetsForTest(0);
  hwy::GetChosenTarget().Update(hwy::SupportedTargets());
  return found;
}

}  // namespace sumario::nlp
#endif
