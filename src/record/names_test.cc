#include "record/names.h"

#include <gtest/gtest.h>

namespace sumario {
namespace {

TEST(Names, ReadBackWhatTheyWrite) {
  for (BlockRole role :
       {BlockRole::kTitle, BlockRole::kStandfirst, BlockRole::kBody, BlockRole::kSubhead, BlockRole::kList,
        BlockRole::kQuote, BlockRole::kCaption, BlockRole::kCredit, BlockRole::kPromo, BlockRole::kOther}) {
    EXPECT_EQ(value_named<BlockRole>(name_of(role)), role);
  }
  EXPECT_EQ(name_of(ResidueWhy::kBroken), "broken");
  EXPECT_EQ(value_named<ResidueWhy>("boilerplate"), ResidueWhy::kBoilerplate);
  EXPECT_EQ(name_of(PublishedFrom::kUrl), "url");
  EXPECT_EQ(value_named<ClaimKind>("office"), ClaimKind::kOffice);
  EXPECT_EQ(name_of(Modality::kRequested), "requested");
  EXPECT_EQ(value_named<EntityKind>("organisation"), EntityKind::kOrganisation);
  EXPECT_EQ(value_named<Gender>("male"), Gender::kMale);
  EXPECT_EQ(name_of(MentionForm::kNominal), "nominal");
}

TEST(Names, KnowNoOtherWord) {
  EXPECT_FALSE(value_named<Modality>("fact"));
  EXPECT_FALSE(value_named<Modality>(""));
  EXPECT_FALSE(value_named<EntityKind>("Person"));
}

TEST(ClosedLists, AreTheContracts) {
  EXPECT_EQ(types_of(ClaimKind::kProceeding).size(), 25u);
  EXPECT_EQ(roles_of(ClaimKind::kProceeding).size(), 13u);
  EXPECT_EQ(types_of(ClaimKind::kAction).size(), 16u);
  EXPECT_TRUE(is_type_of(ClaimKind::kLaw, "overturn"));
  EXPECT_FALSE(is_type_of(ClaimKind::kLaw, "arrest"));
  EXPECT_TRUE(is_role_of(ClaimKind::kRelation, "subject"));
  EXPECT_FALSE(is_role_of(ClaimKind::kRelation, "defendant"));
}

}  // namespace
}  // namespace sumario
