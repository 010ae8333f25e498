#include "read/frames/guards.h"

#include <gtest/gtest.h>

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
