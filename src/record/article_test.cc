#include "record/article.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sumario {
namespace {

using testing::ElementsAre;

TEST(ReadableRanges, CutBlocksAtResidue) {
  Article article;
  article.blocks = {{BlockRole::kTitle, {0, 10}}, {BlockRole::kBody, {12, 40}}, {BlockRole::kBody, {42, 60}}};
  EXPECT_THAT(readable_ranges(article), ElementsAre(ByteRange{0, 10}, ByteRange{12, 40}, ByteRange{42, 60}));
  // One at the start of a block, one inside it, one over the end of it and all of the next.
  article.residue = {{{12, 15}, ResidueWhy::kBroken}, {{20, 25}, ResidueWhy::kBroken}, {{35, 60}, ResidueWhy::kFooter}};
  EXPECT_THAT(readable_ranges(article), ElementsAre(ByteRange{0, 10}, ByteRange{15, 20}, ByteRange{25, 35}));
}

}  // namespace
}  // namespace sumario
