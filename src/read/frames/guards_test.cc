#include "read/frames/guards.h"

#include <gtest/gtest.h>

#include "nlp/analysis_for_tests.h"

namespace sumario::read {
namespace {

// A scene of two people and no words: what the guards decide from modality alone.
class GuardsTest : public testing::Test {
 protected:
  GuardsTest() { cast_.entities.resize(2); }

  Draft draft(ClaimKind kind, const char* type, Modality modality, const char* role, int entity) {
    Draft d;
    d.kind = kind;
    d.type = type;
    d.modality = modality;
    d.roles[role] = {{-1, {}, entity}};
    return d;
  }

  nlp::Analysis analysis_;
  Tree tree_{analysis_};
  Cast cast_;
  std::vector<Timex> times_;
  std::vector<Attribution> attributions_;
  Scene scene_{tree_, cast_, times_, attributions_};
};

TEST_F(GuardsTest, OnlyFirmClaimsAccuse) {
  std::vector<Draft> drafts = {draft(ClaimKind::kProceeding, "charge", Modality::kAsserted, "defendant", 0),
                               draft(ClaimKind::kProceeding, "charge", Modality::kNegated, "defendant", 1)};
  EXPECT_EQ(accused_entities(scene_, drafts), (std::vector<bool>{true, false}));
}

TEST_F(GuardsTest, AllegedProceedingsAgainstTheUninvolvedAreLeftOut) {
  auto guards = Guards::load(SUMARIO_SOURCE_DIR "/knowledge");
  ASSERT_TRUE(guards) << guards.error().message;
  auto wrongs = Wrongs::load(SUMARIO_SOURCE_DIR "/knowledge");
  ASSERT_TRUE(wrongs) << wrongs.error().message;
  std::vector<Draft> drafts = {draft(ClaimKind::kProceeding, "charge", Modality::kAsserted, "defendant", 0),
                               draft(ClaimKind::kProceeding, "investigate", Modality::kAlleged, "defendant", 0),
                               draft(ClaimKind::kProceeding, "investigate", Modality::kAlleged, "defendant", 1),
                               draft(ClaimKind::kProceeding, "charge", Modality::kNegated, "defendant", 1)};
  guards->apply(scene_, *wrongs, drafts);
  ASSERT_EQ(drafts.size(), 3u);
  EXPECT_EQ(drafts[1].roles["defendant"][0].entity, 0);
  EXPECT_EQ(drafts[2].modality, Modality::kNegated);
}

// Entity 0 is introduced as "Judge", entity 1 has no title.
class CourtTest : public testing::Test {
 protected:
  CourtTest() {
    cast_.entities.resize(2);
    cast_.mentions.resize(1);
    cast_.mentions[0].entity = 0;
    cast_.titles.push_back({0, {0, 1}, {0, 1}, {}, false, false, false, false, false, {0, 2}});
    guards_ = Guards::load(SUMARIO_SOURCE_DIR "/knowledge");
  }
  Draft step(const char* type, std::vector<int> defendants) {
    Draft d;
    d.type = type;
    for (int entity : defendants) d.roles["defendant"].push_back({-1, {}, entity});
    return d;
  }

  nlp::Analysis analysis_ =
      nlp::analysis_of("Judge Ray", {{"Judge", true, nlp::Pos::kNoun, "NN", "compound", 1, "judge"},
                                     {"Ray", false, nlp::Pos::kPropn, "NNP", "ROOT", 1, "Ray"}});
  Tree tree_{analysis_};
  Cast cast_;
  std::vector<Timex> times_;
  std::vector<Attribution> attributions_;
  Scene scene_{tree_, cast_, times_, attributions_};
  Result<Guards> guards_ = fail(ErrorCode::kNotFound, "");
};

TEST_F(CourtTest, AJudgeNamedAmongDefendantsIsNone) {
  std::vector<Draft> drafts = {step("appear", {0, 1}), step("sentence", {0}), step("charge", {0, 1})};
  guards_->spare_the_court(scene_, drafts);
  ASSERT_EQ(drafts.size(), 2u);
  for (const Draft& d : drafts) {
    ASSERT_EQ(d.roles.at("defendant").size(), 1u);
    EXPECT_EQ(d.roles.at("defendant")[0].entity, 1);
  }
}

TEST_F(CourtTest, AJudgeChargedAloneIsADefendantThroughout) {
  std::vector<Draft> drafts = {step("charge", {0}), step("sentence", {0})};
  guards_->spare_the_court(scene_, drafts);
  EXPECT_EQ(drafts.size(), 2u);
}

TEST_F(GuardsTest, AnAdmissionOfNothingWrongAccusesNobody) {
  auto guards = Guards::load(SUMARIO_SOURCE_DIR "/knowledge");
  auto wrongs = Wrongs::load(SUMARIO_SOURCE_DIR "/knowledge");
  ASSERT_TRUE(guards && wrongs);
  std::vector<Draft> drafts = {draft(ClaimKind::kAllegation, "admit", Modality::kAsserted, "accused", 1)};
  guards->apply(scene_, *wrongs, drafts);
  EXPECT_TRUE(drafts.empty());
}

}  // namespace
}  // namespace sumario::read
