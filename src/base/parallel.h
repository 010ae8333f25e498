// Work on a stream by several threads with the results in the order of the input, whatever the number of threads.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

namespace sumario {

// Hands items from `source` to `workers` threads and their results, in input order, to `sink`.
//   source() -> std::optional<Item>      never called by two threads at once; empty ends the stream
//   work(Item, unsigned worker) -> Out   called in parallel; `worker` < workers names the thread's own scratch
//   sink(Out)                            called by the calling thread only
// At most `in_flight` items (0: four a worker) are between source and sink, so memory stays bounded however long the
// stream. On a stop request no further item is taken; those already taken are finished and handed to `sink`.
// One worker runs on the calling thread. The first exception of any of the three ends the job and is rethrown here
// after all threads have ended.
template <typename Source, typename Work, typename Sink>
void parallel_ordered(unsigned workers, Source source, Work work, Sink sink, std::stop_token stop = {},
                      size_t in_flight = 0) {
  using Item = typename std::invoke_result_t<Source&>::value_type;
  using Out = std::invoke_result_t<Work&, Item, unsigned>;
  if (workers <= 1) {
    while (!stop.stop_requested()) {
      std::optional<Item> item = source();
      if (!item) return;
      sink(work(std::move(*item), 0u));
    }
    return;
  }

  struct Slot {
    std::optional<Out> out;
  };
  const size_t room = in_flight > 0 ? in_flight : size_t{4} * workers;
  std::mutex source_turn;  // held while an item is taken, so that slots stand in the order of the items
  std::mutex mutex;        // guards all below
  std::condition_variable changed;
  std::deque<std::shared_ptr<Slot>> slots;
  unsigned running = workers;
  bool ended = false;
  std::exception_ptr failure;

  auto take = [&]() -> std::optional<std::pair<Item, std::shared_ptr<Slot>>> {
    std::scoped_lock turn(source_turn);
    {
      std::unique_lock lock(mutex);
      changed.wait(lock, [&] { return ended || slots.size() < room; });
      if (ended) return std::nullopt;
    }
    std::optional<Item> item;
    if (!stop.stop_requested()) item = source();
    std::scoped_lock lock(mutex);
    if (!item) {
      ended = true;
      changed.notify_all();
      return std::nullopt;
    }
    slots.push_back(std::make_shared<Slot>());
    return std::pair(std::move(*item), slots.back());
  };
  auto give_up = [&](std::exception_ptr reason) {
    std::scoped_lock lock(mutex);
    if (!failure) failure = std::move(reason);
    ended = true;
    changed.notify_all();
  };
  auto run = [&](unsigned worker) {
    try {
      while (auto taken = take()) {
        Out out = work(std::move(taken->first), worker);
        std::scoped_lock lock(mutex);
        taken->second->out = std::move(out);
        changed.notify_all();
      }
    } catch (...) {
      give_up(std::current_exception());
    }
    std::scoped_lock lock(mutex);
    --running;
    changed.notify_all();
  };

  {
    std::vector<std::jthread> threads;
    for (unsigned worker = 0; worker < workers; ++worker) threads.emplace_back(run, worker);
    try {
      for (;;) {
        std::unique_lock lock(mutex);
        changed.wait(lock, [&] { return failure || (slots.empty() ? running == 0 : slots.front()->out.has_value()); });
        if (failure || slots.empty()) break;
        Out out = std::move(*slots.front()->out);
        slots.pop_front();
        changed.notify_all();
        lock.unlock();
        sink(std::move(out));
      }
    } catch (...) {
      give_up(std::current_exception());
    }
  }
  if (failure) std::rethrow_exception(failure);
}

}  // namespace sumario
