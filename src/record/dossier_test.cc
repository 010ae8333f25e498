#include "record/dossier.h"

#include <gtest/gtest.h>

namespace sumario {
namespace {

TEST(DossierJson, HasTheShapeOfTheCommandLineContract) {
  Dossier dossier;
  dossier.person_id = "p1";
  dossier.name = "Ana Ruiz";
  dossier.also = {"Ruiz"};
  dossier.as_of = *parse_day("2020-11-19");
  Step step{"arrest", {parse_day("2020-10-01"), parse_day("2020-10-31")}, {"k1"}};
  dossier.standing = {{"Peru", "fraud", "arrested", parse_day("2020-10-31"), {step}}};
  dossier.offices = {{"mayor", "Lima", {parse_day("2012-01-01"), std::nullopt}, {"k1"}}};
  dossier.allegations = {{"", "taking bribes", Modality::kAlleged, "denied", {"k1"}},
                         {"Tom Hale", "theft", Modality::kAlleged, {}, {}}};
  dossier.parts = {{"defendant", 2}};
  KeptClaim kept;
  kept.id = "k1";
  kept.document = "d1";
  kept.published = parse_day("2020-11-02");
  kept.claim.type = "arrest";
  kept.claim.evidence = {{3, 9}, "a \"b\" c"};
  dossier.claims["k1"] = kept;
  EXPECT_EQ(
      to_json_line(dossier),
      R"({"person":{"id":"p1","name":"Ana Ruiz","also":["Ruiz"]},"as_of":"2020-11-19",)"
      R"("standing":[{"forum":"Peru","matter":"fraud","status":"arrested","since":"2020-10-31",)"
      R"("steps":[{"type":"arrest","from":"2020-10-01","to":"2020-10-31","claims":["k1"]}]}],)"
      R"("offices":[{"office":"mayor","body":"Lima","from":"2012-01-01","to":null,"claims":["k1"]}],)"
      R"("allegations":[{"accuser":"","conduct":"taking bribes","modality":"alleged","answer":"denied","claims":["k1"]},)"
      R"({"accuser":"Tom Hale","conduct":"theft","modality":"alleged","answer":null,"claims":[]}],)"
      R"("parts":[{"part":"defendant","documents":2}],)"
      R"("claims":{"k1":{"kind":"proceeding","type":"arrest","quote":"a \"b\" c","document":"d1","url":null,"published":"2020-11-02","start":3,"end":9}}})");
}

TEST(DossierJson, OfNothingIsAllEmptyLists) {
  Dossier dossier;
  dossier.as_of = *parse_day("2020-11-19");
  EXPECT_EQ(to_json_line(dossier),
            R"({"person":{"id":"","name":"","also":[]},"as_of":"2020-11-19","standing":[],"offices":[],)"
            R"("allegations":[],"parts":[],"claims":{}})");
}

}  // namespace
}  // namespace sumario
