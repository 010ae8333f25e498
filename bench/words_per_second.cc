// Words a second of the language runtime and of reading, on the texts of a JSON Lines file (field "text"), as one JSON
// object. Checks that one thread and two give the same analyses before it prints a figure.
//   words_per_second MODEL KNOWLEDGE FILE
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <thread>
#include <vector>

#include "nlp/pipeline.h"
#include "read/reader.h"

namespace {

using namespace sumario;
using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

// What one run over texts found: enough to tell two runs apart.
struct Answer {
  size_t tokens = 0;
  size_t heads = 0;
  size_t names = 0;
  friend bool operator==(const Answer&, const Answer&) = default;
  Answer& operator+=(const Answer& other) {
    tokens += other.tokens;
    heads += other.heads;
    names += other.names;
    return *this;
  }
};

Answer analyse(const nlp::Pipeline& pipeline, const std::vector<std::string>& texts, size_t first, size_t step,
               nlp::Scratch& scratch) {
  Answer answer;
  for (size_t i = first; i < texts.size(); i += step) {
    const nlp::Analysis analysis = pipeline.analyse(texts[i], scratch);
    answer.tokens += analysis.tokens.size();
    answer.names += analysis.entities.size();
    for (const auto& token : analysis.tokens) answer.heads += static_cast<size_t>(token.head);
  }
  return answer;
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

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) {
    fmt::print(stderr, "usage: words_per_second MODEL KNOWLEDGE FILE\n");
    return 2;
  }
  auto start = Clock::now();
  auto pipeline = nlp::Pipeline::load(argv[1]);
  const double loading = seconds_since(start);
  auto reader = read::Reader::load(argv[2]);
  if (!pipeline || !reader) {
    fmt::print(stderr, "{}\n", pipeline ? reader.error().message : pipeline.error().message);
    return 1;
  }
  std::vector<std::string> texts;
  std::ifstream in(argv[3]);
  for (std::string line; std::getline(in, line);) texts.push_back(nlohmann::json::parse(line).at("text"));

  nlp::Scratch scratch;
  analyse(**pipeline, texts, 0, 10, scratch);  // warms the caches with a tenth of the texts
  start = Clock::now();
  const Answer one = analyse(**pipeline, texts, 0, 1, scratch);
  const double alone = seconds_since(start);

  std::vector<Answer> halves(2);
  start = Clock::now();
  {
    std::vector<std::jthread> threads;
    for (size_t t = 0; t < halves.size(); ++t)
      threads.emplace_back([&, t] {
        nlp::Scratch own;
        halves[t] = analyse(**pipeline, texts, t, halves.size(), own);
      });
  }
  const double together = seconds_since(start);
  Answer both;
  for (const Answer& half : halves) both += half;
  if (both != one) {
    fmt::print(stderr, "one thread and two disagree\n");
    return 1;
  }

  size_t claims = 0;
  start = Clock::now();
  for (const std::string& text : texts) claims += (*reader)->read(article_of(text), **pipeline, scratch).claims.size();
  const double reading = seconds_since(start);

  const double words = static_cast<double>(one.tokens);
  fmt::print("{}\n", nlohmann::json{{"tokens", one.tokens},
                                    {"names", one.names},
                                    {"claims", claims},
                                    {"loading_seconds", loading},
                                    {"words_per_second", words / alone},
                                    {"words_per_second_two_threads", words / together},
                                    {"words_per_second_reading_included", words / reading}}
                         .dump());
}
