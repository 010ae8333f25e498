#include "nlp/conllu.h"

#include <gtest/gtest.h>

#include "nlp/analysis_for_tests.h"

namespace sumario::nlp {
namespace {

TEST(Conllu, WritesOneBlockASentence) {
  std::string_view text = "She left.\n\nAnn Lee";
  Analysis analysis =
      analysis_of(text, {{"She", true, Pos::kPron, "PRP", "nsubj", 1, "she", "Case=Nom"},
                         {"left", false, Pos::kVerb, "VBD", "ROOT", 1, "leave", "Tense=Past"},
                         {".", false, Pos::kPunct, ".", "punct", 1, "."},
                         {"\n\n", false, Pos::kSpace, "_SP", "dep", 2, "\n\n"},
                         {"Ann", true, Pos::kPropn, "NNP", "compound", 5, "Ann", "", "PERSON", Iob::kBegin, true},
                         {"Lee", false, Pos::kPropn, "NNP", "ROOT", 5, "Lee", "", "PERSON", Iob::kInside}});
  EXPECT_EQ(conllu(analysis, "a.txt"),
            "# sent_id = a.txt-1\n# text = She left.\n"
            "1\tShe\tshe\tPRON\tPRP\tCase=Nom\t2\tnsubj\t_\t_\n"
            "2\tleft\tleave\tVERB\tVBD\tTense=Past\t0\troot\t_\tSpaceAfter=No\n"
            "3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\tSpacesAfter=\\n\\n\n\n"
            "# sent_id = a.txt-2\n# text = Ann Lee\n"
            "1\tAnn\tAnn\tPROPN\tNNP\t_\t2\tcompound\t_\tNER=B-PERSON\n"
            "2\tLee\tLee\tPROPN\tNNP\t_\t0\troot\t_\tNER=I-PERSON|SpaceAfter=No\n\n");
}

TEST(Conllu, HangsWordsOnTheHeadOfWhiteSpace) {
  Analysis analysis = analysis_of("Go \n now", {{"Go", true, Pos::kVerb, "VB", "ROOT", 0, "go"},
                                                {"\n ", false, Pos::kSpace, "_SP", "dep", 0, "\n "},
                                                {"now", false, Pos::kAdv, "RB", "advmod", 1, "now"}});
  EXPECT_NE(conllu(analysis, "x").find("2\tnow\tnow\tADV\tRB\t_\t1\tadvmod\t_\tSpaceAfter=No\n"), std::string::npos)
      << conllu(analysis, "x");
  EXPECT_NE(conllu(analysis, "x").find("SpacesAfter=\\s\\n\\s"), std::string::npos);
}

TEST(Conllu, LeavesOutSentencesOfWhiteSpace) {
  Analysis analysis = analysis_of("\n", {{"\n", false, Pos::kSpace, "_SP", "dep", 0, "\n"}});
  EXPECT_EQ(conllu(analysis, "x"), "");
}

}  // namespace
}  // namespace sumario::nlp
