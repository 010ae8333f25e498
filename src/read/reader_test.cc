#include "read/reader.h"

#include <gtest/gtest.h>

#include "nlp/model_for_tests.h"
#include "nlp/paragraphs_for_tests.h"
#include "read/limits.h"

namespace sumario::read {
namespace {

// A reading by the default pipeline; each paragraph a block.
class ReaderTest : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!std::filesystem::exists(nlp::model_path_for_tests())) GTEST_SKIP() << "skipped: no model (make setup)";
  }

  static Reading read(const std::string& text, std::vector<Residue> residue = {}) {
    static const auto pipeline = nlp::Pipeline::load(nlp::model_path_for_tests()).value();
    static const auto reader = Reader::load(std::filesystem::path(SUMARIO_SOURCE_DIR) / "knowledge").value();
    Article article;
    article.id = std::string(64, '0');
    article.text = text;
    for (ByteRange range : nlp::paragraphs_of(text)) article.blocks.push_back({BlockRole::kBody, range});
    article.residue = std::move(residue);
    nlp::Scratch scratch;
    return reader->read(article, *pipeline, scratch);
  }
};

std::string repeated(std::string_view words, int times) {
  std::string text;
  for (int i = 0; i < times; ++i) text += words;
  return text;
}

TEST_F(ReaderTest, LeavesOutOverlongSentencesAndReadsTheRest) {
  const std::string list = "Police arrested " + repeated("Mr Ray, ", Limits{}.longest_sentence) + "on Monday.";
  const Reading reading = read("Police arrested Ann Lee in Lima.\n\n" + list + "\n\nA judge freed Tom Hale in Lima.");
  EXPECT_EQ(broken_rule(reading), "");
  ASSERT_EQ(reading.notes.size(), 1u);
  EXPECT_EQ(reading.notes[0].why, NoteWhy::kLongSentence);
  EXPECT_EQ(words_of(reading.document.text, reading.notes[0].range), list);
  std::string told;
  for (const Claim& claim : reading.claims) {
    EXPECT_FALSE(claim.evidence.range.overlaps(reading.notes[0].range)) << claim.evidence.quote;
    if (claim.kind == ClaimKind::kProceeding) told += claim.type + " ";
  }
  EXPECT_EQ(told, "arrest release ");
  for (const Entity& entity : reading.entities)
    for (const Mention& mention : entity.mentions) EXPECT_FALSE(mention.range.overlaps(reading.notes[0].range));
}

TEST_F(ReaderTest, TakesNoEvidenceFromBothSidesOfResidue) {
  const std::string before = "“We lost the case, ", residue = "Read more: Lee freed. ",
                    after = "and it is over,” Lee said.";
  EXPECT_NE(read(before + after).claims.size(), 0u);
  const auto start = static_cast<uint32_t>(before.size());
  const Residue teaser{{start, start + static_cast<uint32_t>(residue.size())}, ResidueWhy::kTeaser};
  EXPECT_EQ(broken_rule(read(before + residue + after, {teaser})), "");
}

TEST_F(ReaderTest, NotesNothingOfOrdinaryText) { EXPECT_TRUE(read("Police arrested Ann Lee.").notes.empty()); }

}  // namespace
}  // namespace sumario::read
