// Runs the examples that stand in the frame files: each must give what it says, and nothing more of its frame's type.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "nlp/model_for_tests.h"
#include "nlp/pipeline.h"
#include "read/frames/frame.h"
#include "read/reader.h"
#include "record/names.h"

namespace sumario::read {
namespace {

std::filesystem::path source() { return SUMARIO_SOURCE_DIR; }

// "arrest defendant=Ann Lee time=Monday" as type and role -> words.
struct Expectation {
  std::string type;
  std::map<std::string, std::string> values;
};

Expectation parse(const std::string& gives) {
  Expectation e;
  size_t at = gives.find(' ');
  e.type = gives.substr(0, at);
  std::string key;
  while (at != gives.npos) {
    size_t next = gives.find(' ', at + 1);
    std::string word = gives.substr(at + 1, next == gives.npos ? next : next - at - 1);
    if (size_t equals = word.find('='); equals != word.npos) {
      key = word.substr(0, equals);
      e.values[key] = word.substr(equals + 1);
    } else if (!key.empty()) {
      e.values[key] += " " + word;
    }
    at = next;
  }
  return e;
}

bool says(const Reading& reading, const std::vector<Filler>& fillers, const std::string& wanted) {
  return std::any_of(fillers.begin(), fillers.end(), [&](const Filler& f) {
    if (f.text.find(wanted) != f.text.npos) return true;
    for (const Entity& e : reading.entities)
      if (f.entity && e.id == *f.entity && e.name == wanted) return true;
    return false;
  });
}

bool fulfils(const Reading& reading, const Claim& claim, const Expectation& wanted) {
  std::string modality = claim.kind == ClaimKind::kAllegation && claim.type == "accuse" ? "alleged" : "asserted";
  for (const auto& [key, value] : wanted.values) {
    if (key == "modality") {
      modality = value;
    } else if (key == "time") {
      if (!claim.time || !claim.time->text || claim.time->text->find(value) == value.npos) return false;
    } else {
      auto role = claim.roles.find(key);
      if (role == claim.roles.end() || !says(reading, role->second, value)) return false;
    }
  }
  for (const char* deciding : {"defendant", "accused"})
    if (claim.roles.contains(deciding) && !wanted.values.contains(deciding)) return false;
  return name_of(claim.modality) == modality;
}

std::string show(const Claim& claim) {
  std::string line = fmt::format("{} {}", claim.type, name_of(claim.modality));
  for (const auto& [role, fillers] : claim.roles)
    for (const Filler& f : fillers) line += fmt::format(" {}=[{}]", role, f.text);
  if (claim.time && claim.time->text) line += fmt::format(" time=[{}]", *claim.time->text);
  return line;
}

Article article_of(const std::string& text) {
  Article article;
  article.id = std::string(64, '0');
  article.published = parse_day("2020-11-19");
  article.published_from = PublishedFrom::kArgument;
  article.text = text;
  article.blocks = {{BlockRole::kBody, {0, static_cast<uint32_t>(text.size())}}};
  return article;
}

TEST(Frames, GiveWhatTheirExamplesSay) {
  if (!std::filesystem::exists(nlp::model_path_for_tests()))
    GTEST_SKIP() << "skipped: no language model at " << nlp::model_path_for_tests() << " (make setup fetches it)";
  auto pipeline = nlp::Pipeline::load(nlp::model_path_for_tests());
  ASSERT_TRUE(pipeline) << pipeline.error().message;
  auto reader = Reader::load(source() / "knowledge");
  ASSERT_TRUE(reader) << reader.error().message;
  auto frames = load_frames(source() / "knowledge/frames");
  ASSERT_TRUE(frames) << frames.error().message;
  nlp::Scratch scratch;
  for (const Frame& frame : *frames)
    for (const Example& example : frame.examples) {
      Reading reading = (*reader)->read(article_of(example.text), **pipeline, scratch);
      std::string found;
      size_t count = 0;
      std::vector<const Claim*> claims;
      for (const Claim& claim : reading.claims)
        if (claim.kind == frame.kind && claim.type == frame.type) {
          claims.push_back(&claim);
          found += "\n    found: " + show(claim);
        }
      for (const std::string& gives : example.gives) {
        Expectation wanted = parse(gives);
        count += std::any_of(claims.begin(), claims.end(), [&](const Claim* c) { return fulfils(reading, *c, wanted); });
      }
      EXPECT_TRUE(count == example.gives.size() && claims.size() == example.gives.size())
          << frame.file.filename().string() << ":" << example.line << ": " << example.text << found;
    }
}

}  // namespace
}  // namespace sumario::read
