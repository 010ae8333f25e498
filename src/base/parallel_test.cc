#include "base/parallel.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <numeric>
#include <stdexcept>

namespace sumario {
namespace {

// 0, 1, …, count - 1, then the end.
auto counting(int count) {
  return [next = 0, count]() mutable -> std::optional<int> {
    return next < count ? std::optional<int>(next++) : std::nullopt;
  };
}

std::vector<int> numbers(int count) {
  std::vector<int> all(static_cast<size_t>(count));
  std::iota(all.begin(), all.end(), 0);
  return all;
}

TEST(ParallelOrdered, KeepsTheOrderOfTheInput) {
  for (unsigned workers : {1u, 2u, 7u}) {
    std::vector<int> got;
    parallel_ordered(
        workers, counting(500),
        [](int item, unsigned) {
          if (item % 50 == 0) std::this_thread::sleep_for(std::chrono::milliseconds(2));  // later items overtake
          return item;
        },
        [&](int out) { got.push_back(out); });
    EXPECT_EQ(got, numbers(500)) << workers << " workers";
  }
}

TEST(ParallelOrdered, EndsOnAnEmptyStream) {
  int calls = 0;
  parallel_ordered(3, counting(0), [](int item, unsigned) { return item; }, [&](int) { ++calls; });
  EXPECT_EQ(calls, 0);
}

TEST(ParallelOrdered, BoundsWhatIsInFlight) {
  std::atomic<int> taken{0}, delivered{0}, most{0};
  auto source = counting(200);
  parallel_ordered(
      3,
      [&]() {
        auto item = source();
        if (item) most = std::max(most.load(), ++taken - delivered.load());
        return item;
      },
      [](int item, unsigned) { return item; },
      [&](int) {
        std::this_thread::sleep_for(std::chrono::microseconds(200));  // a slow sink must hold back the source
        ++delivered;
      },
      {}, 5);
  EXPECT_EQ(delivered, 200);
  EXPECT_LE(most, 5 + 1);  // the one the sink is at was already taken off
}

TEST(ParallelOrdered, GivesEachWorkerItsOwnNumber) {
  std::vector<std::atomic<int>> busy(4);
  parallel_ordered(
      4, counting(400),
      [&](int item, unsigned worker) {
        EXPECT_EQ(++busy.at(worker), 1);
        std::this_thread::yield();
        --busy.at(worker);
        return item;
      },
      [](int) {});
}

TEST(ParallelOrdered, AStopFinishesWhatWasTaken) {
  for (unsigned workers : {1u, 3u}) {
    std::stop_source stop;
    std::vector<int> got;
    parallel_ordered(
        workers, counting(1'000'000), [](int item, unsigned) { return item; },
        [&](int out) {
          got.push_back(out);
          if (out == 10) stop.request_stop();
        },
        stop.get_token());
    EXPECT_GE(got.size(), 11u);
    EXPECT_LT(got.size(), 1000u);
    EXPECT_EQ(got, numbers(static_cast<int>(got.size())));
  }
}

TEST(ParallelOrdered, RethrowsTheFirstException) {
  auto fails_at = [](int bad) {
    return [bad](int item, unsigned) {
      if (item == bad) throw std::runtime_error("bad item");
      return item;
    };
  };
  EXPECT_THROW(parallel_ordered(3, counting(100), fails_at(40), [](int) {}), std::runtime_error);
  EXPECT_THROW(parallel_ordered(1, counting(100), fails_at(40), [](int) {}), std::runtime_error);
  EXPECT_THROW(parallel_ordered(3, counting(100), fails_at(-1), [](int) { throw std::logic_error("bad sink"); }),
               std::logic_error);
}

}  // namespace
}  // namespace sumario
