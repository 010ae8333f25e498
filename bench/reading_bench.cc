// What reading claims costs beside the language runtime, on the texts of a JSON Lines file (field "text").
//   reading_bench MODEL KNOWLEDGE FILE
#include <fmt/format.h>

#include <algorithm>
#include <ctime>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "nlp/pipeline.h"
#include "read/reader.h"

namespace {

using namespace sumario;
constexpr int kRounds = 3;

// Seconds this thread has computed; unlike the clock on the wall, no other program's.
double thread_seconds() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

Article article_of(const std::string& text) {
  Article article;
  article.text = text;
  for (size_t at = 0; at < text.size();) {
    const size_t stop = std::min(text.find("\n\n", at), text.size());
    if (stop > at)
      article.blocks.push_back({BlockRole::kBody, {static_cast<uint32_t>(at), static_cast<uint32_t>(stop)}});
    at = stop + 2;
  }
  return article;
}

std::vector<ByteRange> segments(const Article& article) {
  std::vector<ByteRange> found;
  for (const Block& block : article.blocks) found.push_back(block.range);
  return found;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) {
    fmt::print(stderr, "usage: reading_bench MODEL KNOWLEDGE FILE\n");
    return 2;
  }
  auto pipeline = nlp::Pipeline::load(argv[1]);
  auto reader = read::Reader::load(argv[2]);
  if (!pipeline || !reader) {
    fmt::print(stderr, "{}\n", pipeline ? reader.error().message : pipeline.error().message);
    return 1;
  }
  std::vector<Article> texts;
  std::ifstream in(argv[3]);
  for (std::string line; std::getline(in, line);) texts.push_back(article_of(nlohmann::json::parse(line).at("text")));

  if (texts.empty()) {
    fmt::print(stderr, "{}: no texts\n", argv[3]);
    return 1;
  }

  // Both are timed warm and in turn, and the best round of each counts.
  nlp::Scratch scratch;
  size_t words = 0, claims = 0;
  double runtime = 1e9, whole = 1e9;
  for (int round = 0; round < kRounds; ++round) {
    words = claims = 0;
    double start = thread_seconds();
    for (const Article& text : texts) words += (*pipeline)->analyse(text.text, segments(text), scratch).tokens.size();
    runtime = std::min(runtime, thread_seconds() - start);
    start = thread_seconds();
    for (const Article& text : texts) claims += (*reader)->read(text, **pipeline, scratch).claims.size();
    whole = std::min(whole, thread_seconds() - start);
  }
  if (claims == 0) {
    fmt::print(stderr, "{}: nothing was read\n", argv[3]);
    return 1;
  }
  const double count = static_cast<double>(words);
  fmt::print("reading: {} documents, {} words, {} claims, one core\n", texts.size(), words, claims);
  fmt::print("  language runtime alone: {:.0f} words/s\n", count / runtime);
  fmt::print("  with reading: {:.0f} words/s; reading adds {:.0f} % to the runtime's time\n", count / whole,
             100 * (whole - runtime) / runtime);
}
