#include "nlp/morphology.h"

#include <gtest/gtest.h>

namespace sumario::nlp {
namespace {

TEST(NormalMorph, SortsFeaturesAndValues) {
  EXPECT_EQ(normal_morph("Number=Sing|Case=Nom,Acc"), "Case=Acc,Nom|Number=Sing");
  EXPECT_EQ(normal_morph("Tense=Past"), "Tense=Past");
}

TEST(NormalMorph, OfNothingIsNothing) {
  EXPECT_EQ(normal_morph("_"), "");
  EXPECT_EQ(normal_morph(""), "");
}

}  // namespace
}  // namespace sumario::nlp
