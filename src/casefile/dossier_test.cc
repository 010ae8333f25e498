#include "casefile/dossier.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sumario::casefile {
namespace {

using testing::ElementsAre;

constexpr const char* kPerson = "p-1";

// A claim of one article, the person in the role given, other roles by their words.
struct Made {
  KeptClaim kept;

  Made(std::string document, const char* published, ClaimKind kind, std::string type, std::string role) {
    static int number = 0;
    kept.id = document + "-" + std::to_string(number++);
    kept.document = std::move(document);
    kept.published = parse_day(published);
    kept.claim.kind = kind;
    kept.claim.type = std::move(type);
    kept.claim.roles[std::move(role)] = {Filler{kPerson, "Ann Lee", {}, {}}};
  }
  Made& with(const std::string& role, std::string words) {
    kept.claim.roles[role] = {Filler{{}, std::move(words), {}, {}}};
    return *this;
  }
  Made& on(const char* from, const char* to) {
    kept.claim.time = ClaimTime{{parse_day(from), parse_day(to)}, {}, {}};
    return *this;
  }
  Made& as(Modality modality) {
    kept.claim.modality = modality;
    return *this;
  }
  operator KeptClaim() const { return kept; }
};

Made office(std::string document, std::string type, std::string words, std::string body = "") {
  Made made(std::move(document), "2020-06-01", ClaimKind::kOffice, std::move(type), "holder");
  made.with("office", std::move(words));
  if (!body.empty()) made.with("body", std::move(body));
  return made;
}
Made accusation(std::string document, std::string conduct, const char* published = "2020-06-01") {
  return Made(std::move(document), published, ClaimKind::kAllegation, "accuse", "accused")
      .as(Modality::kAlleged)
      .with("conduct", std::move(conduct));
}

std::vector<std::string> tenures(const std::vector<KeptClaim>& claims, const char* as_of = "2021-01-01") {
  std::vector<std::string> words;
  auto day = [](std::optional<Day> one) { return one ? to_string(*one) : std::string("?"); };
  for (const Tenure& tenure : tenures_of(kPerson, claims, *parse_day(as_of)))
    words.push_back(tenure.office + ", " + tenure.body + ": " + day(tenure.days.from) + " to " + day(tenure.days.to));
  return words;
}

TEST(Tenures, ClaimsOfOnePostAreOneTenure) {
  EXPECT_THAT(
      tenures({office("a", "hold", "transport minister", "Uruguay").on("2015-01-01", "2019-12-31"),
               office("b", "hold", "Uruguay's transport minister"), office("c", "hold", "minister", "Uruguayan"),
               office("d", "hold", "the transport minister of Uruguay", "Uruguay")}),
      ElementsAre("transport minister, Uruguay: 2015-01-01 to 2019-12-31"));
}

TEST(Tenures, TakingAndLeavingBoundThem) {
  EXPECT_THAT(tenures({office("a", "take", "mayor").on("2012-03-01", "2012-03-31"),
                       office("b", "leave", "mayor").on("2016-05-01", "2016-05-31")}),
              ElementsAre("mayor, : 2012-03-01 to 2016-05-31"));
}

TEST(Tenures, TwoTermsApartAndTwoOfficesStayTwo) {
  EXPECT_THAT(tenures({office("a", "hold", "mayor").on("2001-01-01", "2004-12-31"),
                       office("b", "hold", "mayor").on("2009-01-01", "2012-12-31"),
                       office("c", "hold", "judge").on("2015-01-01", "2016-12-31")}),
              ElementsAre("mayor, : 2001-01-01 to 2004-12-31", "mayor, : 2009-01-01 to 2012-12-31",
                          "judge, : 2015-01-01 to 2016-12-31"));
}

TEST(Tenures, WhatHasNotBegunOrIsOnlySoughtIsNotHeld) {
  EXPECT_THAT(tenures({office("a", "hold", "mayor").on("2001-01-01", "2004-12-31")}, "2000-12-31"), ElementsAre());
  EXPECT_THAT(tenures({office("a", "seek", "mayor"), office("b", "hold", "senator").as(Modality::kPlanned)}),
              ElementsAre());
  EXPECT_THAT(tenures({office("a", "hold", "mayor")}, "2020-05-31"), ElementsAre());
}

std::vector<std::string> allegations(const std::vector<KeptClaim>& claims, const char* as_of = "2021-01-01") {
  std::vector<std::string> words;
  for (const Allegation& allegation : allegations_of(kPerson, claims, *parse_day(as_of)))
    words.push_back(allegation.conduct + ": " + allegation.answer.value_or("no answer"));
  return words;
}

TEST(Allegations, OneToldTwiceIsOne) {
  EXPECT_THAT(allegations({accusation("a", "taking bribes"), accusation("b", "taking bribes")}),
              ElementsAre("taking bribes: no answer"));
}

TEST(Allegations, ADenialAnswersWhatItsDocumentAlleges) {
  Made denial("a", "2020-06-01", ClaimKind::kAllegation, "deny", "accused");
  EXPECT_THAT(allegations({accusation("a", "taking bribes"), accusation("b", "beating a guard"), denial}),
              ElementsAre("taking bribes: denied", "beating a guard: no answer"));
}

TEST(Allegations, TheLastAnswerStands) {
  Made denial("a", "2020-06-01", ClaimKind::kAllegation, "deny", "accused");
  Made admission("b", "2020-09-01", ClaimKind::kAllegation, "admit", "accused");
  admission.with("conduct", "the bribes");
  EXPECT_THAT(allegations({accusation("a", "taking bribes"), denial, admission}),
              ElementsAre("taking bribes: admitted"));
  EXPECT_THAT(allegations({accusation("a", "taking bribes"), denial, admission}, "2020-07-01"),
              ElementsAre("taking bribes: denied"));
}

TEST(Allegations, APleaIsAnAnswer) {
  Made plea("a", "2020-06-01", ClaimKind::kProceeding, "plea", "defendant");
  plea.with("plea", "not guilty");
  EXPECT_THAT(allegations({accusation("a", "taking bribes"), plea}), ElementsAre("taking bribes: denied"));
}

TEST(Allegations, WhatIsDeniedNegatedOrPossibleIsNoAllegation) {
  EXPECT_THAT(
      allegations({accusation("a", "taking bribes").as(Modality::kNegated),
                   accusation("b", "theft").as(Modality::kDenied), accusation("c", "fraud").as(Modality::kPossible)}),
      ElementsAre());
}

std::vector<std::string> parts(const std::vector<KeptClaim>& claims, const std::vector<std::string>& documents) {
  std::vector<std::string> words;
  for (const Part& part : parts_of(kPerson, claims, documents))
    words.push_back(part.part + " " + std::to_string(part.documents));
  return words;
}

TEST(Parts, AProsecutorIsOnlyEverTheProsecutor) {
  Made charges("b", "2020-06-01", ClaimKind::kProceeding, "charge", "authority");
  EXPECT_THAT(
      parts({office("a", "hold", "US Attorney"), charges, office("b", "hold", "district attorney")}, {"a", "b"}),
      ElementsAre("prosecutor 2"));
}

TEST(Parts, TheOfficeTellsThePart) {
  EXPECT_THAT(parts({office("a", "hold", "district judge")}, {"a"}), ElementsAre("judge 1"));
  EXPECT_THAT(parts({office("a", "hold", "police chief")}, {"a"}), ElementsAre("police 1"));
  EXPECT_THAT(parts({office("a", "hold", "defence attorney")}, {"a"}), ElementsAre("lawyer 1"));
  EXPECT_THAT(parts({office("a", "hold", "foreign minister")}, {"a"}), ElementsAre("official 1"));
  EXPECT_THAT(parts({office("a", "hold", "justice minister")}, {"a"}), ElementsAre("official 1"));
  EXPECT_THAT(parts({office("a", "hold", "associate justice")}, {"a"}), ElementsAre("judge 1"));
}

TEST(Parts, ASuspectIsOneOnlyWhereItHappened) {
  Made arrest("a", "2020-06-01", ClaimKind::kProceeding, "arrest", "defendant");
  Made charge("b", "2020-06-01", ClaimKind::kProceeding, "charge", "defendant");
  Made not_charged("c", "2020-06-01", ClaimKind::kProceeding, "charge", "defendant");
  EXPECT_THAT(parts({arrest, charge, not_charged.as(Modality::kNegated)}, {"a", "b", "c"}),
              ElementsAre("defendant 1", "suspect 1", "other 1"));
}

TEST(Dossier, OneSentenceAgainstTheRecordMakesNoAccusedOfAProsecutor) {
  PersonRecord record{kPerson, {{"a", "Ann Lee", {}}, {"b", "Ann Lee", {}}, {"c", "Ann Lee", {}}}, {}};
  Made charge("c", "2020-06-01", ClaimKind::kProceeding, "charge", "defendant");
  record.claims = {office("a", "hold", "district attorney"), office("b", "hold", "district attorney"), charge};
  EXPECT_EQ(dossier_of(record, *parse_day("2021-01-01")).standing.size(), 1u) << "two documents prove little";
  record.claims.push_back(office("c", "hold", "district attorney"));
  Dossier dossier = dossier_of(record, *parse_day("2021-01-01"));
  EXPECT_TRUE(dossier.standing.empty());
  EXPECT_EQ(dossier.doubted.size(), 1u);
  Made arrest("c", "2020-06-01", ClaimKind::kProceeding, "arrest", "defendant");
  arrest.kept.claim.evidence.range = {100, 120};
  record.claims.push_back(arrest);
  dossier = dossier_of(record, *parse_day("2021-01-01"));
  EXPECT_EQ(dossier.standing.size(), 1u) << "a second sentence says so";
  EXPECT_TRUE(dossier.doubted.empty());
}

TEST(Dossier, WhatAnOutletTookBackAccusesOnNoDay) {
  PersonRecord record{kPerson, {{"a", "Ann Lee", {}}, {"b", "Ann Lee", {}}}, {}};
  Made arrest("a", "2021-09-15", ClaimKind::kProceeding, "arrest", "defendant");
  Made correction("b", "2021-09-16", ClaimKind::kProceeding, "arrest", "defendant");
  correction.as(Modality::kNegated).kept.outlet = "The Post";
  arrest.kept.outlet = "The Post";
  auto standings = [&](Made told, Made later) {
    record.claims = {told, later};
    return dossier_of(record, *parse_day("2021-09-15")).standing.size();
  };
  EXPECT_EQ(standings(arrest, correction), 0u);
  Made another = correction;
  another.kept.outlet = "The Times";
  EXPECT_EQ(standings(arrest, another), 1u) << "two outlets contradict each other: nobody took anything back";
  Made by_lawyer = correction;
  by_lawyer.kept.claim.sources = {Filler{{}, "her lawyer", {}, {}}};
  EXPECT_EQ(standings(arrest, by_lawyer), 1u);
  Made by_paper = correction;
  by_paper.kept.claim.sources = {Filler{{}, "This newspaper", {}, {}}};
  EXPECT_EQ(standings(arrest, by_paper), 0u);
  Made in_peru = correction;
  in_peru.with("forum", "Peru");
  EXPECT_EQ(standings(arrest, in_peru), 1u) << "not arrested there";
}

TEST(Dossier, HoldsEveryClaimItNames) {
  PersonRecord record{kPerson, {{"a", "Lee", {}}, {"b", "Ann Lee", {"Ms Lee"}}}, {}};
  Made charge("b", "2020-06-01", ClaimKind::kProceeding, "charge", "defendant");
  Made statement("b", "2020-06-01", ClaimKind::kStatement, "direct", "speaker");
  record.claims = {office("a", "hold", "mayor"), charge, statement, accusation("b", "fraud")};
  Dossier dossier = dossier_of(record, *parse_day("2021-01-01"));
  EXPECT_EQ(dossier.name, "Ann Lee");
  EXPECT_THAT(dossier.also, ElementsAre("Lee", "Ms Lee"));
  EXPECT_EQ(dossier.claims.size(), 3u);
  for (const Standing& standing : dossier.standing)
    for (const Step& step : standing.steps)
      for (const std::string& id : step.claims) EXPECT_TRUE(dossier.claims.contains(id));
}

}  // namespace
}  // namespace sumario::casefile
