// Reads tests/golden/speech.txt: sentences grouped by construction, and under each who says what.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <vector>

#include "nlp/model_for_tests.h"
#include "nlp/paragraphs_for_tests.h"
#include "nlp/pipeline.h"
#include "read/names/cast.h"
#include "read/speech/speech.h"
#include "read/speech/speech_knowledge.h"

namespace sumario::read {
namespace {

namespace fs = std::filesystem;

struct GoldenCase {
  int line = 0;
  std::string text;
  std::vector<std::string> expected;
};

// "¶" in a sentence of the file stands for a paragraph's end.
std::string unfolded(std::string line) {
  for (size_t at; (at = line.find("¶")) != line.npos;) line.replace(at, std::string_view("¶").size(), "\n\n");
  return line;
}

std::string folded(std::string_view text) {
  std::string out(text);
  for (size_t at; (at = out.find("\n\n")) != out.npos;) out.replace(at, 2, "¶");
  return out;
}

std::vector<GoldenCase> golden_cases(const fs::path& file) {
  std::vector<GoldenCase> cases;
  std::ifstream in(file);
  int number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.empty() || line.front() == '#') continue;
    if (line.front() == ' ')
      cases.back().expected.push_back(line);
    else
      cases.push_back({number, line, {}});
  }
  return cases;
}

class SpeechGolden : public testing::Test {
 protected:
  void SetUp() override {
    const fs::path root = SUMARIO_SOURCE_DIR;
    const fs::path model = nlp::model_path_for_tests();
    if (!fs::exists(model)) GTEST_SKIP() << "no model at " << model << ": run make setup";
    auto pipeline = nlp::Pipeline::load(model);
    ASSERT_TRUE(pipeline) << pipeline.error().message;
    pipeline_ = std::move(*pipeline);
    auto casts = CastReader::load(root / "knowledge");
    ASSERT_TRUE(casts) << casts.error().message;
    casts_ = std::move(*casts);
    auto reader = SpeechReader::load(root / "knowledge");
    ASSERT_TRUE(reader) << reader.error().message;
    reader_ = std::move(*reader);
  }

  // One line an attribution, deeper where it stands within another's content:
  //   act [not|maybe]: source [= entity] | cue | content / content
  std::vector<std::string> read(const std::string& text) {
    nlp::Analysis analysis = pipeline_->analyse(text, nlp::paragraphs_of(text), scratch_);
    Tree tree(analysis);
    Cast cast = casts_->read(tree);
    std::vector<Attribution> found = reader_->read(tree, cast, SpeechScope::kEverything);
    std::vector<std::string> lines;
    for (const Attribution& a : found) {
      std::string line = "  ";
      for (int up = a.parent; up >= 0; up = found[static_cast<size_t>(up)].parent) line += "  ";
      line += name_of(a.act);
      if (a.negated) line += " not";
      if (a.doubtful) line += " maybe";
      line += fmt::format(": {}", a.source.empty() ? std::string_view() : tree.words(a.source));
      if (a.entity >= 0) {
        const std::string& name = cast.entities[static_cast<size_t>(a.entity)].name;
        if (a.source.empty() || tree.words(a.source) != name) line += " = " + name;
      }
      line += fmt::format(" | {} | ", a.cue.empty() ? std::string_view() : tree.words(a.cue));
      for (size_t i = 0; i < a.content.size(); ++i)
        line += (i > 0 ? " / " : "") + std::string(words_of(text, a.content[i]));
      lines.push_back(folded(line));
    }
    return lines;
  }

  nlp::Scratch scratch_;
  std::unique_ptr<const nlp::Pipeline> pipeline_;
  std::optional<CastReader> casts_;
  std::optional<SpeechReader> reader_;
};

TEST_F(SpeechGolden, SentencesAreReadAsWritten) {
  const auto cases = golden_cases(fs::path(SUMARIO_SOURCE_DIR) / "tests/golden/speech.txt");
  ASSERT_GE(cases.size(), 80u);
  const bool print = std::getenv("SUMARIO_PRINT") != nullptr;
  for (const GoldenCase& golden : cases) {
    std::vector<std::string> found = read(unfolded(golden.text));
    if (print) {
      fmt::print("{}\n", golden.text);
      for (const std::string& line : found) fmt::print("{}\n", line);
    }
    EXPECT_EQ(found, golden.expected) << "tests/golden/speech.txt:" << golden.line << ": " << golden.text;
  }
}

}  // namespace
}  // namespace sumario::read
