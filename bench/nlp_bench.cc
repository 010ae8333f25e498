// Measures the language pipeline on texts, for bench/nlp.py, which checks the same tokens against spaCy's.
//   nlp_bench MODEL TEXTS ROUNDS [TOKENS]
// TEXTS holds texts parted by NUL bytes. Prints one "name value" line for each figure; with TOKENS, writes every token
// there, one line each, an empty line after each text.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <functional>
#include <iterator>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "nlp/pipeline.h"

namespace {

using namespace sumario::nlp;

double wall_seconds() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

// Seconds this thread has computed; unlike the clock on the wall, no other program's.
double thread_seconds() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

struct Seconds {
  double wall = 1e9;
  double thread = 1e9;
};

Seconds best_of(int rounds, const std::function<void()>& work) {
  Seconds best;
  for (int i = 0; i < rounds; ++i) {
    const double wall = wall_seconds(), thread = thread_seconds();
    work();
    best.wall = std::min(best.wall, wall_seconds() - wall);
    best.thread = std::min(best.thread, thread_seconds() - thread);
  }
  return best;
}

size_t analyse_all(const Pipeline& pipeline, const std::vector<std::string>& texts, Scratch& scratch) {
  size_t tokens = 0;
  for (const std::string& text : texts) tokens += pipeline.analyse(text, scratch).tokens.size();
  return tokens;
}

void write_tokens(const Pipeline& pipeline, const std::vector<std::string>& texts, const char* path) {
  constexpr std::string_view kIob = "OBI";
  std::ofstream out(path, std::ios::binary);
  Scratch scratch;
  for (const std::string& text : texts) {
    const Analysis analysis = pipeline.analyse(text, scratch);
    for (const Token& token : analysis.tokens)
      out << fmt::format("{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\n", token.range.start, token.range.end, token.tag,
                         name_of(token.pos), token.morph, token.head, token.dep, token.sentence_start ? 1 : 0,
                         kIob[static_cast<size_t>(token.iob)], token.entity);
    out << '\n';
  }
}

// Words a second when each of `threads` analyses all texts with a scratch of its own.
double threaded_speed(const Pipeline& pipeline, const std::vector<std::string>& texts, unsigned threads, int rounds) {
  std::vector<Scratch> scratches(threads);
  size_t tokens = analyse_all(pipeline, texts, scratches[0]);
  for (Scratch& scratch : scratches) analyse_all(pipeline, texts, scratch);
  const Seconds seconds = best_of(rounds, [&] {
    std::vector<std::jthread> running;
    for (Scratch& scratch : scratches) running.emplace_back([&] { analyse_all(pipeline, texts, scratch); });
  });
  return static_cast<double>(tokens * threads) / seconds.wall;
}

// Microseconds a word for one text repeated, all in one segment.
double microseconds_per_word(const Pipeline& pipeline, const std::string& text, int times, int rounds) {
  std::string long_text;
  for (int i = 0; i < times; ++i) long_text += text + "\n\n";
  Scratch scratch;
  const size_t tokens = pipeline.analyse(long_text, scratch).tokens.size();
  const Seconds seconds = best_of(rounds, [&] { pipeline.analyse(long_text, scratch); });
  return seconds.thread / static_cast<double>(tokens) * 1e6;
}

std::vector<std::string> read_texts(const char* path) {
  std::ifstream file(path, std::ios::binary);
  const std::string all{std::istreambuf_iterator<char>(file), {}};
  std::vector<std::string> texts;
  for (size_t begin = 0; begin <= all.size();) {
    const size_t end = std::min(all.find('\0', begin), all.size());
    texts.push_back(all.substr(begin, end - begin));
    begin = end + 1;
  }
  return texts;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) {
    std::fputs("nlp_bench MODEL TEXTS ROUNDS [TOKENS]\n", stderr);
    return 2;
  }
  const double start = wall_seconds();
  auto pipeline = Pipeline::load(argv[1]);
  const double loaded = wall_seconds();
  if (!pipeline) {
    std::fprintf(stderr, "%s\n", pipeline.error().message.c_str());
    return 1;
  }
  const std::vector<std::string> texts = read_texts(argv[2]);
  const int rounds = std::max(std::atoi(argv[3]), 1);
  if (argc > 4) write_tokens(**pipeline, texts, argv[4]);

  Scratch scratch;
  const double cold = thread_seconds();
  const auto tokens = static_cast<double>(analyse_all(**pipeline, texts, scratch));
  const double first_pass = thread_seconds() - cold;
  const Seconds seconds = best_of(rounds, [&] { analyse_all(**pipeline, texts, scratch); });
  fmt::print("load_ms {:.1f}\n", (loaded - start) * 1e3);
  fmt::print("words {:.0f}\n", tokens);
  fmt::print("words_per_second {:.0f}\n", tokens / seconds.wall);
  fmt::print("words_per_cpu_second {:.0f}\n", tokens / seconds.thread);
  fmt::print("first_pass_words_per_cpu_second {:.0f}\n", tokens / first_pass);
  const unsigned threads = 2;
  const double one = threaded_speed(**pipeline, texts, 1, rounds);
  fmt::print("scaling_{}_threads {:.2f}\n", threads, threaded_speed(**pipeline, texts, threads, rounds) / one);
  const std::string sample = texts.front().substr(0, texts.front().find('\n', 2000));
  for (const int times : {1, 10, 100})
    fmt::print("microseconds_per_word_{}x {:.2f}\n", times, microseconds_per_word(**pipeline, sample, times, rounds));
}
