#include "nlp/tree_text.h"

#include <gtest/gtest.h>

#include "nlp/analysis_for_tests.h"
#include "nlp/display_text.h"

namespace sumario::nlp {
namespace {

TEST(TreeText, DrawsATree) {
  std::string_view text = "She faces a long trial in Oslo.";
  Analysis analysis = analysis_of(text, {{"She", true, Pos::kPron, "PRP", "nsubj", 1},
                                         {"faces", true, Pos::kVerb, "VBZ", "ROOT", 1},
                                         {"a", true, Pos::kDet, "DT", "det", 4},
                                         {"long", true, Pos::kAdj, "JJ", "amod", 4},
                                         {"trial", true, Pos::kNoun, "NN", "dobj", 1},
                                         {"in", true, Pos::kAdp, "IN", "prep", 1},
                                         {"Oslo", false, Pos::kPropn, "NNP", "pobj", 5, "", "", "GPE", Iob::kBegin},
                                         {".", false, Pos::kPunct, ".", "punct", 1}});
  EXPECT_EQ(tree_text(analysis),
            "She faces a long trial in Oslo.\n\n"
            " ╭───── She    PRON   PRP  nsubj\n"
            " ┼───── faces  VERB   VBZ  ROOT\n"
            " │ ╭─── a      DET    DT   det\n"
            " │ ├─── long   ADJ    JJ   amod\n"
            " ├─┴─── trial  NOUN   NN   dobj\n"
            " ├─┬─── in     ADP    IN   prep\n"
            " │ ╰─── Oslo   PROPN  NNP  pobj   GPE\n"
            " ╰───── .      PUNCT  .    punct\n\n");
}

TEST(TreeText, KeepsCrossingBranchesApart) {
  // "Where" hangs on "from" across "came".
  Analysis analysis = analysis_of("Where they came from", {{"Where", true, Pos::kSconj, "WRB", "pobj", 3},
                                                           {"they", true, Pos::kPron, "PRP", "nsubj", 2},
                                                           {"came", true, Pos::kVerb, "VBD", "ROOT", 2},
                                                           {"from", false, Pos::kAdp, "IN", "prep", 2}});
  EXPECT_EQ(tree_text(analysis),
            "Where they came from\n\n"
            "   ╭─── Where  SCONJ  WRB  pobj\n"
            " ╭─│─── they   PRON   PRP  nsubj\n"
            " ┼─│─── came   VERB   VBD  ROOT\n"
            " ╰─┴─── from   ADP    IN   prep\n\n");
}

TEST(TreeText, ShowsWhiteSpaceAndHidesControls) {
  EXPECT_EQ(visible("a b\t\n\xC2\xA0\x1B[31m", true), "a b⇥↵␣␦[31m");
  EXPECT_EQ(visible(" ", false), "␣");
  EXPECT_EQ(visible("x\xE2\x80\xAEy", true), "x␦y");
}

TEST(TreeText, MeasuresByColumns) {
  EXPECT_EQ(display_width("abc"), 3u);
  EXPECT_EQ(display_width("e\xCC\x81"), 1u);
  EXPECT_EQ(display_width("北京"), 4u);
}

TEST(TreeText, BearsDeepTrees) {
  std::string text;
  std::vector<TestToken> tokens;
  for (int32_t i = 0; i < 2000; ++i) {
    text += "x ";
    tokens.push_back({"x", true, Pos::kX, "FW", "dep", i == 0 ? 0 : i - 1});
  }
  Analysis analysis = analysis_of(text, tokens);
  EXPECT_LT(tree_text(analysis).size(), 2000u * 400);
}

}  // namespace
}  // namespace sumario::nlp
