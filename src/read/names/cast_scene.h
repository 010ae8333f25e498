// Texts of our own with their casts, for the tests of names and pronouns.
#pragma once

#include <gtest/gtest.h>

#include <cctype>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "nlp/model_for_tests.h"
#include "nlp/paragraphs_for_tests.h"
#include "nlp/pipeline.h"
#include "read/names/cast.h"

namespace sumario::read {

inline std::filesystem::path source() { return SUMARIO_SOURCE_DIR; }

// A text with its cast; paragraphs are parted by a blank line.
struct Scene {
  std::string text;
  nlp::Analysis analysis;
  std::unique_ptr<Tree> tree;
  Cast cast;

  std::vector<std::string> names(EntityKind kind) const {
    std::vector<std::string> found;
    for (const auto& e : cast.entities)
      if (e.kind == kind) found.push_back(e.name);
    return found;
  }
  std::vector<std::string> people() const { return names(EntityKind::kPerson); }

  // Whom the `nth` stretch of these words means; "-" when it is open, "none" when no mention stands there.
  std::string whom(std::string_view words, int nth = 1) const {
    auto whole_word = [&](size_t at) { return at == 0 || !std::isalpha(static_cast<unsigned char>(text[at - 1])); };
    size_t at = text.npos;
    for (int seen = 0; seen < nth; seen += whole_word(at)) at = text.find(words, at == text.npos ? 0 : at + 1);
    for (const auto& m : cast.mentions) {
      ByteRange range = tree->bytes(m.span);
      if (range.start == at && words_of(text, range) == words)
        return m.entity < 0 ? "-" : cast.entities[static_cast<size_t>(m.entity)].name;
    }
    return "none";
  }

  // "name | office | body | former…" of every title, in text order.
  std::vector<std::string> titles() const {
    std::vector<std::string> found;
    for (const Title& t : cast.titles) {
      const auto& m = cast.mentions[static_cast<size_t>(t.mention)];
      std::string line = std::string(tree->words(m.span)) + " | " + std::string(tree->words(t.office));
      if (!t.body.empty()) line += " | " + std::string(tree->words(t.body));
      for (auto [flag, word] :
           {std::pair(t.former, "former"), {t.then, "then"}, {t.acting, "acting"}, {t.elect, "elect"}})
        if (flag) line += std::string(" (") + word + ")";
      found.push_back(line);
    }
    return found;
  }
};

class CastTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    if (!std::filesystem::exists(nlp::model_path_for_tests())) return;
    pipeline_ = nlp::Pipeline::load(nlp::model_path_for_tests()).value().release();
    reader_ = new CastReader(CastReader::load(source() / "knowledge").value());
  }
  void SetUp() override {
    if (!pipeline_) GTEST_SKIP() << "skipped: models/en_core_web_md is absent (make setup)";
  }

  std::unique_ptr<Scene> read(std::string text) {
    auto scene = std::make_unique<Scene>();
    scene->text = std::move(text);
    nlp::Scratch scratch;
    scene->analysis = pipeline_->analyse(scene->text, nlp::paragraphs_of(scene->text), scratch);
    scene->tree = std::make_unique<Tree>(scene->analysis);
    scene->cast = reader_->read(*scene->tree);
    return scene;
  }

  static inline const nlp::Pipeline* pipeline_ = nullptr;
  static inline const CastReader* reader_ = nullptr;
};

}  // namespace sumario::read
