// Every kernel of every instruction set against plain sums in double precision, with sizes that fill vectors, panels
// and tiles and sizes that do not, and sentinels around everything that is written.
#include "nlp/kernels.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <random>
#include <vector>

namespace sumario::nlp {
namespace {

constexpr float kSentinel = -12345.5f;
constexpr size_t kGuard = 32;

FloatView view_of(const std::vector<float>& values) {
  return {reinterpret_cast<const char*>(values.data()), values.size()};
}

// Results between two guards.
class Guarded {
 public:
  explicit Guarded(size_t size) : values_(size + 2 * kGuard, kSentinel) {}
  float* data() { return values_.data() + kGuard; }
  float operator[](size_t i) const { return values_[kGuard + i]; }
  bool untouched(size_t i) const { return (*this)[i] == kSentinel; }
  bool intact() const {
    const auto is_sentinel = [](float value) { return value == kSentinel; };
    return std::all_of(values_.begin(), values_.begin() + kGuard, is_sentinel) &&
           std::all_of(values_.end() - kGuard, values_.end(), is_sentinel);
  }

 private:
  std::vector<float> values_;
};

class KernelsTest : public ::testing::TestWithParam<std::string> {
 protected:
  void SetUp() override {
    auto kernels = kernels_named(GetParam());
    ASSERT_TRUE(kernels) << kernels.error().message;
    kernels_ = *kernels;
  }
  std::vector<float> random(size_t size) {
    std::uniform_real_distribution<float> values(-1, 1);
    std::vector<float> out(size);
    for (float& value : out) value = values(generator_);
    return out;
  }
  // Rows of `width` floats that stand padded with zeros, for kernels that read padded rows.
  static std::vector<float> padded_rows(const std::vector<float>& rows, size_t width) {
    std::vector<float> out(rows.size() / width * padded(width) + kRowQuantum, 0.0f);
    for (size_t i = 0; i < rows.size(); ++i) out[i / width * padded(width) + i % width] = rows[i];
    return out;
  }
  static std::vector<const float*> pointers(const std::vector<float>& rows, size_t count, size_t stride) {
    std::vector<const float*> out;
    for (size_t r = 0; r < count; ++r) out.push_back(rows.data() + r * stride);
    return out;
  }
  static double dot(const float* w, const float* x, size_t size) {
    double sum = 0;
    for (size_t k = 0; k < size; ++k) sum += static_cast<double>(w[k]) * x[k];
    return sum;
  }

  const Kernels* kernels_ = nullptr;
  std::mt19937 generator_{7};
};

TEST_P(KernelsTest, AffineIsTheSumOfProductsAndBias) {
  for (const size_t outputs : {1, 7, 24, 25, 50, 106, 130})
    for (const size_t inputs : {1, 3, 64, 96, 97})
      for (const size_t rows : {1, 2, 3, 4, 5, 8, 11}) {
        const auto w = random(outputs * inputs), b = random(outputs), x = random(rows * inputs);
        const PackedMatrix m = pack_affine(*kernels_, view_of(w), view_of(b), outputs, inputs);
        const size_t stride = m.result_width() + 5;
        Guarded y(rows * stride - 5);
        kernels_->affine(m, pointers(x, rows, inputs).data(), rows, y.data(), stride);
        ASSERT_TRUE(y.intact());
        for (size_t r = 0; r < rows; ++r) {
          for (size_t o = 0; o < outputs; ++o)
            ASSERT_NEAR(y[r * stride + o], b[o] + dot(&w[o * inputs], &x[r * inputs], inputs), 1e-4);
          for (size_t i = m.result_width(); r + 1 < rows && i < stride; ++i)
            ASSERT_TRUE(y.untouched(r * stride + i)) << "between rows";
        }
      }
}

TEST_P(KernelsTest, ARowAloneGivesTheSameBitsAsAmongOthers) {
  for (const size_t outputs : {3, 24, 72, 74, 96, 106, 130, 200}) {
    const size_t inputs = 61, rows = 13;
    const auto w = random(outputs * inputs), b = random(outputs), x = random(rows * inputs);
    const PackedMatrix m = pack_affine(*kernels_, view_of(w), view_of(b), outputs, inputs);
    Guarded all(rows * m.result_width());
    kernels_->affine(m, pointers(x, rows, inputs).data(), rows, all.data(), m.result_width());
    for (size_t r = 0; r < rows; ++r) {
      Guarded one(m.result_width());
      kernels_->affine_row(m, &x[r * inputs], one.data());
      ASSERT_TRUE(one.intact());
      for (size_t o = 0; o < m.result_width(); ++o) ASSERT_EQ(one[o], all[r * m.result_width() + o]);
    }
  }
}

TEST_P(KernelsTest, MaxoutTakesTheLargestPiece) {
  for (const size_t pieces : {1, 2, 3})
    for (const size_t width : {5, 16, 96})
      for (const size_t rows : {1, 4, 6, 9}) {
        const size_t blocks = 3, inputs = blocks * width, outputs = width;
        const auto w = random(outputs * pieces * inputs), b = random(outputs * pieces), x = random(rows * inputs);
        const auto x_padded = padded_rows(x, width);
        const size_t row = blocks * padded(width);
        const PackedMatrix m = pack_maxout(*kernels_, view_of(w), view_of(b), outputs, pieces, inputs, blocks);
        Guarded z(rows * m.maxout_width());
        kernels_->maxout(m, pointers(x_padded, rows, row).data(), rows, z.data(), m.maxout_width());
        ASSERT_TRUE(z.intact());
        for (size_t r = 0; r < rows; ++r)
          for (size_t o = 0; o < outputs; ++o) {
            double best = -1e9;
            for (size_t p = 0; p < pieces; ++p)
              best = std::max(best, b[o * pieces + p] + dot(&w[(o * pieces + p) * inputs], &x[r * inputs], inputs));
            ASSERT_NEAR(z[r * m.maxout_width() + o], best, 1e-4);
          }
      }
}

TEST_P(KernelsTest, SumsOfBlocksGiveWhatTheWholeGives) {
  const size_t width = 20, blocks = 3, inputs = blocks * width, outputs = 20;
  const auto w = random(outputs * 3 * inputs), b = random(outputs * 3), x = random(inputs);
  const auto x_padded = padded_rows(x, width);
  const PackedMatrix m = pack_maxout(*kernels_, view_of(w), view_of(b), outputs, 3, inputs, blocks);
  std::vector<std::vector<float>> products;
  std::vector<const float*> parts;
  for (size_t i = 0; i < blocks; ++i) {
    const PackedMatrix block = block_of(m, i, blocks);
    products.emplace_back(block.result_width());
    kernels_->affine_row(block, x_padded.data() + i * padded(width), products.back().data());
  }
  for (const auto& product : products) parts.push_back(product.data());
  const float* row = x_padded.data();
  Guarded whole(m.maxout_width()), sum(m.maxout_width());
  kernels_->maxout(m, &row, 1, whole.data(), m.maxout_width());
  kernels_->maxout_of_sum(m, parts.data(), blocks, sum.data());
  ASSERT_TRUE(sum.intact());
  for (size_t o = 0; o < outputs; ++o) ASSERT_NEAR(sum[o], whole[o], 1e-4);
}

TEST_P(KernelsTest, GroupsOfWindowsGiveWhatSingleWindowsGive) {
  for (const size_t width : {4, 16, 30, 96})
    for (const size_t groups : {1, 2, 3, 4, 5, 9}) {
      const size_t inputs = 3 * width, stride = padded(width), rows = 4 * groups + 2;
      const auto w = random(width * 3 * inputs), b = random(width * 3);
      const auto x = padded_rows(random(rows * width), width);
      const PackedMatrix m = pack_maxout(*kernels_, view_of(w), view_of(b), width, 3, inputs, 3);
      const PackedWindow window = pack_window(m);
      std::vector<const float*> starts;
      for (size_t g = 0; g < groups; ++g) starts.push_back(x.data() + 4 * g * stride);
      Guarded single(4 * groups * m.maxout_width()), grouped(4 * groups * m.maxout_width());
      Guarded work(window.work_size(groups));
      kernels_->maxout(m, pointers(x, 4 * groups, stride).data(), 4 * groups, single.data(), m.maxout_width());
      kernels_->maxout_windows(window, starts.data(), groups, work.data(), grouped.data(), m.maxout_width());
      ASSERT_TRUE(grouped.intact());
      ASSERT_TRUE(work.intact());
      for (size_t r = 0; r < 4 * groups; ++r)
        for (size_t o = 0; o < width; ++o)
          ASSERT_NEAR(grouped[r * m.maxout_width() + o], single[r * m.maxout_width() + o], 5e-4);
    }
}

TEST_P(KernelsTest, AGroupOfWindowsDoesNotDependOnTheOthersNorOnTheFarEnds) {
  const size_t width = 16, groups = 7, rows = 4 * groups + 2;
  const auto w = random(width * 3 * 3 * width), b = random(width * 3);
  auto x = random(rows * width);
  const PackedWindow window = pack_window(pack_maxout(*kernels_, view_of(w), view_of(b), width, 3, 3 * width, 3));
  std::vector<float> work(window.work_size(groups)), all(4 * groups * width), one(4 * width);
  std::vector<const float*> starts;
  for (size_t g = 0; g < groups; ++g) starts.push_back(x.data() + 4 * g * width);
  kernels_->maxout_windows(window, starts.data(), groups, work.data(), all.data(), width);
  for (size_t g = 0; g < groups; ++g) {
    std::vector<float> rows_of_group(x.begin() + static_cast<std::ptrdiff_t>(4 * g * width),
                                     x.begin() + static_cast<std::ptrdiff_t>((4 * g + 6) * width));
    // Row 0 has a part in the first result only, row 5 in the last only.
    std::fill_n(rows_of_group.begin(), width, 1e30f);
    std::fill_n(rows_of_group.end() - static_cast<std::ptrdiff_t>(width), width, std::nanf(""));
    const float* start = rows_of_group.data();
    kernels_->maxout_windows(window, &start, 1, work.data(), one.data(), width);
    for (size_t o = 0; o < width; ++o) {
      ASSERT_EQ(one[width + o], all[(4 * g + 1) * width + o]);
      ASSERT_EQ(one[2 * width + o], all[(4 * g + 2) * width + o]);
    }
  }
}

TEST_P(KernelsTest, NormalisedRowsHaveTheGainAndBiasAndTheResidual) {
  for (const size_t width : {5, 16, 30, 96}) {
    auto z = random(padded(width) + kRowQuantum);
    const auto gain = padded_rows(random(width), width), bias = padded_rows(random(width), width);
    const auto residual = padded_rows(random(width), width);
    double mean = 0, variance = 0;
    for (size_t i = 0; i < width; ++i) mean += z[i] / static_cast<double>(width);
    for (size_t i = 0; i < width; ++i) variance += (z[i] - mean) * (z[i] - mean) / static_cast<double>(width);
    for (const bool with : {false, true}) {
      Guarded out(padded(width));
      kernels_->normalise(z.data(), width, gain.data(), bias.data(), with ? residual.data() : nullptr, out.data());
      ASSERT_TRUE(out.intact());
      for (size_t i = 0; i < width; ++i)
        ASSERT_NEAR(out[i],
                    (z[i] - mean) / std::sqrt(variance + 1e-8) * gain[i] + bias[i] + (with ? residual[i] : 0.0f), 1e-4);
    }
  }
}

TEST_P(KernelsTest, FeaturesAddUpAndTheLargestPieceStays) {
  const size_t width = 64, pieces = 2, count = 8;
  const auto bias = random(pieces * width), values = random(count * pieces * width);
  Guarded h(width);
  kernels_->maxout_of_features(pointers(values, count, pieces * width).data(), count, bias.data(), pieces, width,
                               h.data());
  ASSERT_TRUE(h.intact());
  for (size_t o = 0; o < width; ++o) {
    double best = -1e9;
    for (size_t p = 0; p < pieces; ++p) {
      double sum = bias[p * width + o];
      for (size_t f = 0; f < count; ++f) sum += values[(f * pieces + p) * width + o];
      best = std::max(best, sum);
    }
    ASSERT_NEAR(h[o], best, 1e-4);
  }
}

TEST_P(KernelsTest, AddReadsFloatsThatAreNotAligned) {
  for (const size_t size : {1, 8, 96, 97}) {
    const auto values = random(size), start = random(size);
    std::vector<char> bytes(size * sizeof(float) + 1);
    std::memcpy(bytes.data() + 1, values.data(), size * sizeof(float));
    Guarded sum(size);
    std::copy(start.begin(), start.end(), sum.data());
    kernels_->add({bytes.data() + 1, size}, sum.data());
    ASSERT_TRUE(sum.intact());
    for (size_t i = 0; i < size; ++i) ASSERT_EQ(sum[i], start[i] + values[i]);
  }
}

TEST_P(KernelsTest, ArgmaxIsTheFirstOfEquals) {
  for (const size_t size : {1, 7, 8, 9, 50, 106}) {
    for (int round = 0; round < 50; ++round) {
      auto values = random(size);
      for (float& value : values) value = std::round(value * 4);
      const auto expected = static_cast<size_t>(std::max_element(values.begin(), values.end()) - values.begin());
      ASSERT_EQ(kernels_->argmax(values.data(), size), expected);
    }
  }
  const std::vector<float> broken(24, std::nanf(""));
  EXPECT_LT(kernels_->argmax(broken.data(), broken.size()), broken.size());
}

INSTANTIATE_TEST_SUITE_P(EveryInstructionSet, KernelsTest, ::testing::ValuesIn(kernel_names()),
                         [](const auto& set) { return set.param; });

TEST(KernelChoice, NamesAnInstructionSetThatIsNotThereAndThoseThatAre) {
  const auto kernels = kernels_named("avx9");
  ASSERT_FALSE(kernels);
  EXPECT_EQ(kernels.error().code, ErrorCode::kUnsupported);
  EXPECT_NE(kernels.error().message.find("avx9"), std::string::npos);
  EXPECT_NE(kernels.error().message.find("scalar"), std::string::npos);
}

TEST(KernelChoice, TakesTheBestWithoutAName) {
  const auto kernels = kernels_named("");
  ASSERT_TRUE(kernels);
  EXPECT_EQ(*kernels, *kernels_named(kernel_names().front()));
  EXPECT_EQ(kernel_names().back(), "scalar");
}

}  // namespace
}  // namespace sumario::nlp
