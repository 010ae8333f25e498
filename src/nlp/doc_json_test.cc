#include "nlp/doc_json.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "nlp/analysis_for_tests.h"

namespace sumario::nlp {
namespace {

TEST(DocJson, CountsCodePoints) {
  std::string_view text = "Él vio\nAna";
  Analysis analysis =
      analysis_of(text, {{"Él", true, Pos::kPron, "PRP", "nsubj", 1, "él", "Case=Nom"},
                         {"vio", false, Pos::kVerb, "VBD", "ROOT", 1, "ver"},
                         {"\n", false, Pos::kSpace, "_SP", "dep", 1, "\n"},
                         {"Ana", false, Pos::kPropn, "NNP", "ROOT", 3, "Ana", "", "PERSON", Iob::kBegin, true}});
  EXPECT_EQ(
      doc_json(analysis),
      R"({"text":"Él vio\nAna","ents":[{"start":7,"end":10,"label":"PERSON"}],)"
      R"("sents":[{"start":0,"end":7},{"start":7,"end":10}],"tokens":[)"
      R"({"id":0,"start":0,"end":2,"tag":"PRP","pos":"PRON","morph":"Case=Nom","lemma":"él","dep":"nsubj","head":1},)"
      R"({"id":1,"start":3,"end":6,"tag":"VBD","pos":"VERB","morph":"","lemma":"ver","dep":"ROOT","head":1},)"
      R"({"id":2,"start":6,"end":7,"tag":"_SP","pos":"SPACE","morph":"","lemma":"\n","dep":"dep","head":1},)"
      R"({"id":3,"start":7,"end":10,"tag":"NNP","pos":"PROPN","morph":"","lemma":"Ana","dep":"ROOT","head":3}]})");
}

TEST(DocJson, OfNothing) {
  Analysis analysis = analysis_of("", {});
  EXPECT_EQ(doc_json(analysis), R"({"text":"","ents":[],"sents":[],"tokens":[]})");
}

TEST(DocJson, LeavesOutColumnsNobodyFilled) {
  Analysis analysis = analysis_of("Hm", {{"Hm", false, Pos::kNone, "", ""}});
  auto token = nlohmann::json::parse(doc_json(analysis))["tokens"][0];
  EXPECT_FALSE(token.contains("tag"));
  EXPECT_FALSE(token.contains("dep"));
  EXPECT_FALSE(token.contains("head"));
}

}  // namespace
}  // namespace sumario::nlp
