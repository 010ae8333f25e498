// Reads tests/golden/time.txt: texts, and under each the claims of some types with the days on which they lie.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "nlp/pipeline.h"
#include "read/reader.h"

namespace sumario::read {
namespace {

namespace fs = std::filesystem;

constexpr const char* kPublished = "2020-11-19";  // a Thursday

struct GoldenCase {
  int line = 0;
  std::string text;
  std::map<std::string, std::vector<std::string>> days_of;  // type -> days, in text order
};

// "¶" in the file stands for a paragraph's end.
std::string unfolded(std::string line) {
  for (size_t at; (at = line.find("¶")) != line.npos;) line.replace(at, std::string_view("¶").size(), "\n\n");
  return line;
}

std::vector<GoldenCase> golden_cases(const fs::path& file) {
  std::vector<GoldenCase> cases;
  std::ifstream in(file);
  int number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.empty() || line.front() == '#') continue;
    if (line.front() != ' ') {
      cases.push_back({number, unfolded(line), {}});
      continue;
    }
    size_t type = line.find_first_not_of(' '), colon = line.find(": ", type);
    cases.back().days_of[line.substr(type, colon - type)].push_back(line.substr(colon + 2));
  }
  return cases;
}

Article article_of(const std::string& text) {
  Article article;
  article.id = std::string(64, '0');
  article.published = parse_day(kPublished);
  article.published_from = PublishedFrom::kArgument;
  article.text = text;
  for (size_t at = 0; at < text.size();) {
    size_t end = std::min(text.find("\n\n", at), text.size());
    article.blocks.push_back({BlockRole::kBody, {static_cast<uint32_t>(at), static_cast<uint32_t>(end)}});
    at = end + 2;
  }
  return article;
}

// "2020-11-16", "2006-01-01 to 2012-12-31", "2019-01-01 on", "until 2019-12-31"; "none".
std::string show(const std::optional<ClaimTime>& time) {
  if (!time) return "none";
  const auto& [from, to] = time->days;
  if (from && from == to) return to_string(*from);
  if (from && to) return fmt::format("{} to {}", to_string(*from), to_string(*to));
  return from ? to_string(*from) + " on" : to ? "until " + to_string(*to) : "open";
}

TEST(Time, ClaimsLieWhereTheGoldenTextsSay) {
  const fs::path root = SUMARIO_SOURCE_DIR;
  const char* named = std::getenv("SUMARIO_MODEL");
  const fs::path model = named ? fs::path(named) : root / "models/en_core_web_md";
  if (!fs::exists(model)) GTEST_SKIP() << "skipped: no language model at " << model << " (make setup fetches it)";
  auto pipeline = nlp::Pipeline::load(model);
  ASSERT_TRUE(pipeline) << pipeline.error().message;
  auto reader = Reader::load(root / "knowledge");
  ASSERT_TRUE(reader) << reader.error().message;
  nlp::Scratch scratch;
  auto cases = golden_cases(root / "tests/golden/time.txt");
  ASSERT_GE(cases.size(), 60u);
  for (const GoldenCase& golden : cases) {
    ASSERT_FALSE(golden.days_of.empty()) << "time.txt:" << golden.line;
    Reading reading = (*reader)->read(article_of(golden.text), **pipeline, scratch);
    std::map<std::string, std::vector<std::string>> found;
    std::string all;
    for (const Claim& claim : reading.claims) {
      std::string type = claim.kind == ClaimKind::kStatement ? "said" : claim.type;
      if (golden.days_of.contains(type)) found[type].push_back(show(claim.time));
      all += fmt::format("\n    {}: {} [{}]", type, show(claim.time), claim.evidence.quote);
    }
    EXPECT_EQ(found, golden.days_of) << "time.txt:" << golden.line << ": " << golden.text << all;
  }
}

}  // namespace
}  // namespace sumario::read
