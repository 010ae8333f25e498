// Compiled once per instruction set by Highway's foreach_target.
#include "nlp/kernels.h"

#include <algorithm>
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

// One panel times `rows` <= kRows rows; `row(i)` is the i-th row, `start(i)` gives what its sums begin with and
// `use(i, sums)` takes them.
template <size_t rows, typename Row, typename Start, typename Use>
HWY_INLINE void multiply_tile(const float* HWY_RESTRICT w, size_t inputs, Row row, Start start, Use use) {
  const size_t n = hn::Lanes(d);
  constexpr size_t i1 = rows > 1 ? 1 : 0, i2 = rows > 2 ? 2 : 0, i3 = rows > 3 ? 3 : 0;
  constexpr size_t i4 = rows > 4 ? 4 : 0, i5 = rows > 4 ? 5 : 0, i6 = rows > 4 ? 6 : 0, i7 = rows > 4 ? 7 : 0;
  Accumulators s0 = start(0), s1 = start(i1), s2 = start(i2), s3 = start(i3);
  Accumulators s4 = start(i4), s5 = start(i5), s6 = start(i6), s7 = start(i7);
  const float* HWY_RESTRICT x0 = row(0);
  const float* HWY_RESTRICT x1 = row(i1);
  const float* HWY_RESTRICT x2 = row(i2);
  const float* HWY_RESTRICT x3 = row(i3);
  const float* HWY_RESTRICT x4 = row(i4);
  const float* HWY_RESTRICT x5 = row(i5);
  const float* HWY_RESTRICT x6 = row(i6);
  const float* HWY_RESTRICT x7 = row(i7);
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

// One panel, which stays in the nearest cache while all rows pass by it.
template <typename Row, typename Start, typename Use>
HWY_INLINE void multiply_panel(const float* w, size_t inputs, size_t rows, Row row, Start start, Use use) {
  size_t r = 0;
  const auto row_at = [&](size_t i) HWY_ATTR { return row(r + i); };
  const auto start_at = [&](size_t i) HWY_ATTR { return start(r + i); };
  const auto use_at = [&](size_t i, const Accumulators& sum) HWY_ATTR { use(r + i, sum); };
  for (; r + kRows <= rows; r += kRows) multiply_tile<kRows>(w, inputs, row_at, start_at, use_at);
  if (kRows > 4 && r + 4 <= rows) {
    multiply_tile<4>(w, inputs, row_at, start_at, use_at);
    r += 4;
  }
  switch (rows - r) {
    case 1:
      multiply_tile<1>(w, inputs, row_at, start_at, use_at);
      break;
    case 2:
      multiply_tile<2>(w, inputs, row_at, start_at, use_at);
      break;
    case 3:
      multiply_tile<3>(w, inputs, row_at, start_at, use_at);
      break;
    default:
      break;
  }
}

HWY_INLINE Accumulators load_sums(const float* from) {
  const size_t n = hn::Lanes(d);
  return {hn::LoadU(d, from), hn::LoadU(d, from + n), hn::LoadU(d, from + 2 * n)};
}

HWY_INLINE void store_sums(V a, V b, V c, float* to) {
  const size_t n = hn::Lanes(d);
  hn::StoreU(a, d, to);
  hn::StoreU(b, d, to + n);
  hn::StoreU(c, d, to + 2 * n);
}

template <typename Use>
HWY_INLINE void multiply(const PackedMatrix& m, const float* const* x, size_t rows, Use use) {
  const size_t n = hn::Lanes(d);
  for (size_t panel = 0; panel < m.panels; ++panel) {
    const Accumulators bias = load_sums(m.bias.data() + panel * 3 * n);
    multiply_panel(
        m.weights.data() + panel * m.inputs * 3 * n, m.inputs, rows, [=](size_t r) HWY_ATTR { return x[r]; },
        [=](size_t) HWY_ATTR { return bias; }, [=](size_t r, const Accumulators& sum) HWY_ATTR { use(panel, r, sum); });
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

// The rows t of every group in the order of the weights, see PackedWindow.
void transform_windows(const float* const* rows, size_t groups, size_t inputs, float* HWY_RESTRICT out) {
  const size_t n = hn::Lanes(d);
  const V two = hn::Set(d, 2.0f), four = hn::Set(d, 4.0f), five = hn::Set(d, 5.0f);
  for (size_t group = 0; group < groups; ++group, out += PackedWindow::kProducts * inputs) {
    for (size_t k = 0; k < inputs; k += n) {
      const float* row = rows[group] + k;
      const V d0 = hn::LoadU(d, row), d1 = hn::LoadU(d, row + inputs), d2 = hn::LoadU(d, row + 2 * inputs);
      const V d3 = hn::LoadU(d, row + 3 * inputs), d4 = hn::LoadU(d, row + 4 * inputs);
      const V d5 = hn::LoadU(d, row + 5 * inputs);
      const V even = hn::NegMulAdd(four, d2, d4), odd = hn::NegMulAdd(four, d1, d3);
      const V even2 = hn::Sub(d4, d2), odd2 = hn::Mul(two, hn::Sub(d3, d1));
      hn::StoreU(hn::Add(even, odd), d, out + k);
      hn::StoreU(hn::Sub(even, odd), d, out + inputs + k);
      hn::StoreU(hn::Add(even2, odd2), d, out + 2 * inputs + k);
      hn::StoreU(hn::Sub(even2, odd2), d, out + 3 * inputs + k);
      hn::StoreU(hn::MulAdd(four, d0, hn::NegMulAdd(five, d2, d4)), d, out + 4 * inputs + k);
      hn::StoreU(hn::MulAdd(four, d1, hn::NegMulAdd(five, d3, d5)), d, out + 5 * inputs + k);
    }
  }
}

HWY_INLINE V largest(V a, V b, V c) { return hn::Max(hn::Max(a, b), c); }

// Product after product, so that the weights at hand and the rows they meet stay in the nearest cache. What belongs to
// a group between two products waits in memory, which is little beside the products.
void maxout_windows(const PackedWindow& m, const float* const* rows, size_t groups, float* work, float* z,
                    size_t z_stride) {
  const size_t n = hn::Lanes(d);
  const size_t inputs = m.inputs;
  const size_t size = inputs * 3 * n;  // of one matrix in a panel
  transform_windows(rows, groups, inputs, work);
  float* const waiting = work + groups * PackedWindow::kProducts * inputs;
  const auto wait = [=](size_t group, size_t place) HWY_ATTR { return waiting + (3 * group + place) * 3 * n; };
  const auto row = [=](size_t product) HWY_ATTR {
    return [=](size_t group) HWY_ATTR { return work + (group * PackedWindow::kProducts + product) * inputs; };
  };
  const V two = hn::Set(d, 2.0f), four = hn::Set(d, 4.0f), eight = hn::Set(d, 8.0f);
  const Accumulators zero{hn::Zero(d), hn::Zero(d), hn::Zero(d)};
  const auto begin_zero = [=](size_t) HWY_ATTR { return zero; };
  for (size_t panel = 0; panel < m.panels; ++panel) {
    const float* w = m.weights.data() + panel * PackedWindow::kProducts * size;
    const Accumulators bias = load_sums(m.bias.data() + panel * 3 * n);
    const auto result = [=](size_t group, size_t i)
                            HWY_ATTR { return z + (PackedWindow::kResults * group + i) * z_stride + panel * n; };
    multiply_panel(
        w, inputs, groups, row(0), [=](size_t) HWY_ATTR { return bias; },
        [=](size_t g, const Accumulators& m1) HWY_ATTR { store_sums(m1.a, m1.b, m1.c, wait(g, 0)); });
    multiply_panel(w + size, inputs, groups, row(1), begin_zero, [=](size_t g, const Accumulators& m2) HWY_ATTR {
      const Accumulators m1 = load_sums(wait(g, 0));
      store_sums(hn::Add(m1.a, m2.a), hn::Add(m1.b, m2.b), hn::Add(m1.c, m2.c), wait(g, 0));
      store_sums(hn::Sub(m1.a, m2.a), hn::Sub(m1.b, m2.b), hn::Sub(m1.c, m2.c), wait(g, 1));
    });
    multiply_panel(w + 2 * size, inputs, groups, row(2), begin_zero,
                   [=](size_t g, const Accumulators& m3) HWY_ATTR { store_sums(m3.a, m3.b, m3.c, wait(g, 2)); });
    multiply_panel(w + 3 * size, inputs, groups, row(3), begin_zero, [=](size_t g, const Accumulators& m4) HWY_ATTR {
      const Accumulators s1 = load_sums(wait(g, 0)), r1 = load_sums(wait(g, 1)), m3 = load_sums(wait(g, 2));
      const Accumulators s2{hn::Add(m3.a, m4.a), hn::Add(m3.b, m4.b), hn::Add(m3.c, m4.c)};
      const Accumulators r2{hn::Sub(m3.a, m4.a), hn::Sub(m3.b, m4.b), hn::Sub(m3.c, m4.c)};
      hn::StoreU(largest(hn::MulAdd(two, r2.a, r1.a), hn::MulAdd(two, r2.b, r1.b), hn::MulAdd(two, r2.c, r1.c)), d,
                 result(g, 1));
      hn::StoreU(largest(hn::MulAdd(four, s2.a, s1.a), hn::MulAdd(four, s2.b, s1.b), hn::MulAdd(four, s2.c, s1.c)), d,
                 result(g, 2));
      store_sums(hn::Add(s1.a, s2.a), hn::Add(s1.b, s2.b), hn::Add(s1.c, s2.c), wait(g, 0));
      store_sums(hn::MulAdd(eight, r2.a, r1.a), hn::MulAdd(eight, r2.b, r1.b), hn::MulAdd(eight, r2.c, r1.c),
                 wait(g, 1));
    });
    for (size_t side = 0; side < 2; ++side)
      multiply_panel(
          w + (4 + side) * size, inputs, groups, row(4 + side),
          [=](size_t g) HWY_ATTR { return load_sums(wait(g, side)); },
          [=](size_t g, const Accumulators& y)
              HWY_ATTR { hn::StoreU(largest(y.a, y.b, y.c), d, result(g, 3 * side)); });
  }
}

// Several panels at a time, so that the additions of one do not wait for another's.
template <size_t panels>
HWY_INLINE void multiply_row(const float* HWY_RESTRICT w, const float* HWY_RESTRICT bias, size_t inputs,
                             const float* HWY_RESTRICT x, float* HWY_RESTRICT y) {
  const size_t n = hn::Lanes(d);
  const size_t step = inputs * 3 * n;
  const auto start = [=](size_t panel) HWY_ATTR { return load_sums(bias + (panel < panels ? panel : 0) * 3 * n); };
  Accumulators s0 = start(0), s1 = start(1), s2 = start(2), s3 = start(3), s4 = start(4);
  for (size_t k = 0; k < inputs; ++k, w += 3 * n) {
    const V value = hn::Set(d, x[k]);
    const auto add = [=](Accumulators& sum, const float* HWY_RESTRICT from) HWY_ATTR {
      accumulate(sum, value, hn::Load(d, from), hn::Load(d, from + n), hn::Load(d, from + 2 * n));
    };
    add(s0, w);
    if constexpr (panels > 1) add(s1, w + step);
    if constexpr (panels > 2) add(s2, w + 2 * step);
    if constexpr (panels > 3) add(s3, w + 3 * step);
    if constexpr (panels > 4) add(s4, w + 4 * step);
  }
  const auto store = [=](const Accumulators& sum, size_t panel)
                         HWY_ATTR { store_sums(sum.a, sum.b, sum.c, y + panel * 3 * n); };
  store(s0, 0);
  if constexpr (panels > 1) store(s1, 1);
  if constexpr (panels > 2) store(s2, 2);
  if constexpr (panels > 3) store(s3, 3);
  if constexpr (panels > 4) store(s4, 4);
}

void affine_row(const PackedMatrix& m, const float* x, float* y) {
  const size_t n = hn::Lanes(d);
  for (size_t panel = 0; panel < m.panels;) {
    const float* w = m.weights.data() + panel * m.inputs * 3 * n;
    const float* bias = m.bias.data() + panel * 3 * n;
    float* out = y + panel * 3 * n;
    const size_t left = m.panels - panel;
    // 15 sums and the input fill 16 registers; six panels go better as three and three.
    const size_t count = left == 6 ? 3 : left < 5 ? left : 5;
    switch (count) {
      case 1:
        multiply_row<1>(w, bias, m.inputs, x, out);
        break;
      case 2:
        multiply_row<2>(w, bias, m.inputs, x, out);
        break;
      case 3:
        multiply_row<3>(w, bias, m.inputs, x, out);
        break;
      case 4:
        multiply_row<4>(w, bias, m.inputs, x, out);
        break;
      default:
        multiply_row<5>(w, bias, m.inputs, x, out);
        break;
    }
    panel += count;
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
  return std::min(i, size - 1);  // nothing equals itself among NaNs, which a damaged model may hold
}

}  // namespace

const Kernels* table() {
  static const Kernels kernels{
      hwy::TargetName(HWY_TARGET), hn::Lanes(d), affine, affine_row, maxout, maxout_windows, maxout_of_sum, normalise,
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
