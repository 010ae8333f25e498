#include <gmock/gmock.h>

#include "read/names/cast_scene.h"

namespace sumario::read {
namespace {

using ::testing::ElementsAre;

// ---- names

TEST_F(CastTest, TitlesAndRanksAreNoPartOfANameAndMakeItAPersons) {
  auto s = read("Gen Tomas Valderrama met Lt. Col. Ruth Okafor in Lima. Mr Valderrama spoke first.");
  EXPECT_THAT(s->people(), ElementsAre("Tomas Valderrama", "Ruth Okafor"));
  EXPECT_EQ(s->whom("Valderrama", 2), "Tomas Valderrama");
}

TEST_F(CastTest, PossessiveEndingsStayOutside) {
  auto s = read("Police searched Helena Brandt's house in Hamburg on Monday.");
  EXPECT_EQ(s->whom("Helena Brandt"), "Helena Brandt");
}

TEST_F(CastTest, ACountryAdjectiveIsNoPersonAndNoEntity) {
  auto s = read("The Mexican government said Peruvian officials had agreed.");
  EXPECT_TRUE(s->people().empty());
  EXPECT_EQ(s->whom("Mexican"), "-");
}

TEST_F(CastTest, AnAcronymInBracketsMeansTheBody) {
  auto s = read("The Drug Enforcement Administration (DEA) opened the file. The DEA closed it a year later.");
  EXPECT_THAT(s->names(EntityKind::kOrganisation), ElementsAre("Drug Enforcement Administration"));
  EXPECT_EQ(s->whom("DEA", 2), "Drug Enforcement Administration");
}

TEST_F(CastTest, CountriesMeetUnderOneEntity) {
  auto s = read("Officials in the United States agreed. The US will pay half.");
  EXPECT_EQ(s->whom("US"), "United States");
}

TEST_F(CastTest, NicknamesInsideANameBelongToIt) {
  auto s = read("Prosecutors charged Marvin \"Red\" Castle with fraud. Castle denied it.");
  EXPECT_EQ(s->whom("Castle", 2), "Marvin \"Red\" Castle");
}

// ---- who is the same person

TEST_F(CastTest, SurnameAndTitleWithSurnameMeanThePersonNamedInFull) {
  auto s = read("Judge Patricia Holm opened the session. Holm asked for silence. Judge Holm then left the room.");
  EXPECT_THAT(s->people(), ElementsAre("Patricia Holm"));
  EXPECT_EQ(s->whom("Holm", 2), "Patricia Holm");
  EXPECT_EQ(s->whom("Holm", 3), "Patricia Holm");
}

TEST_F(CastTest, RelativesWhoShareASurnameAreKeptApart) {
  auto s = read(
      "Daniel Hartwell was arrested on Monday. His wife, Susan Hartwell, was not at home. Hartwell denied everything.");
  EXPECT_THAT(s->people(), ElementsAre("Daniel Hartwell", "Susan Hartwell"));
  EXPECT_EQ(s->whom("Hartwell", 3), "-");
}

TEST_F(CastTest, AFamilyIsNoneOfItsMembers) {
  auto s = read("Daniel Hartwell was arrested on Monday. A neighbour said the Hartwell family had moved.");
  EXPECT_EQ(s->whom("Hartwell", 2), "-");
}

TEST_F(CastTest, TheOneLongCalledByTheSurnameKeepsItFarFromARelative) {
  std::string far;
  for (int i = 0; i < 4; ++i) far += "The court heard the case for a day. ";
  auto s = read(
      "Daniel Hartwell was arrested on Monday. Hartwell was charged. Hartwell denied it. On Friday Hartwell was "
      "released. " +
      far + "His aunt, Susan Hartwell, said Hartwell was ill. " + far + "Hartwell was convicted in May.");
  EXPECT_EQ(s->whom("Hartwell", 6), "-");  // beside his aunt's name it is left open
  EXPECT_EQ(s->whom("Hartwell", 7), "Daniel Hartwell");
}

TEST_F(CastTest, ACourtesyTitleTellsRelativesApart) {
  auto s = read("Daniel Hartwell was arrested on Monday. Susan Hartwell was not at home. Mrs Hartwell wept in court.");
  EXPECT_EQ(s->whom("Hartwell", 3), "Susan Hartwell");
}

TEST_F(CastTest, DifferentMiddleInitialsAreDifferentPeople) {
  auto s = read("John A. Mercer sued John B. Mercer in Boston.");
  EXPECT_THAT(s->people(), ElementsAre("John A. Mercer", "John B. Mercer"));
}

TEST_F(CastTest, DoubleSurnames) {
  auto s = read("President Ernesto Lara Quiroga spoke on Monday. Lara Quiroga promised reform.");
  EXPECT_THAT(s->people(), ElementsAre("Ernesto Lara Quiroga"));
}

// ---- titles

TEST_F(CastTest, WhoGoesByASecondNameIsNotWhoBearsTheThird) {
  auto s = read("President Juan Ruiz Mora met the rebels. Ruiz left early. The commander Juan Mora was there.");
  EXPECT_EQ(s->whom("Juan Mora"), "Juan Mora");
  auto same = read("President Juan Carlos Mora met the rebels. Mora left early. Later Juan Mora spoke.");
  EXPECT_EQ(same->whom("Juan Mora"), "Juan Carlos Mora");
}

TEST_F(CastTest, OfficesBeforeNamesWithTheirBody) {
  auto s = read("US Attorney General Martin Doyle met Mexican President Rosa Ibarra.");
  EXPECT_THAT(s->titles(), ElementsAre("Martin Doyle | Attorney General | US", "Rosa Ibarra | President | Mexican"));
}

TEST_F(CastTest, FormerThenActingAndElect) {
  EXPECT_THAT(read("Former defence minister Pablo Ortega was questioned.")->titles(),
              ElementsAre("Pablo Ortega | defence minister (former)"));
  EXPECT_THAT(read("Troops were sent by then-President Luis Arroyo.")->titles(),
              ElementsAre("Luis Arroyo | President (then)"));
  EXPECT_THAT(read("Acting Mayor Greta Nilsson signed the order.")->titles(),
              ElementsAre("Greta Nilsson | Mayor (acting)"));
  EXPECT_THAT(read("President-elect Anna Kovacs will visit Berlin.")->titles(),
              ElementsAre("Anna Kovacs | President (elect)"));
}

TEST_F(CastTest, OfficesInApposition) {
  EXPECT_THAT(read("Marta Soler, the foreign minister of Spain, said talks would go on.")->titles(),
              ElementsAre("Marta Soler | foreign minister | Spain"));
  EXPECT_THAT(read("The head of the central bank, Viktor Dahl, resigned on Friday.")->titles(),
              ElementsAre("Viktor Dahl | head | central bank"));
}

TEST_F(CastTest, ThePostBehindAPlaceIsThePersons) {
  EXPECT_THAT(read("He pressed the secretary of state in Georgia, Brad Tillman, to act.")->titles(),
              ElementsAre("Brad Tillman | secretary of state | Georgia"));
  EXPECT_THAT(read("Rosa Ibarra, deputy chief of the Frauds Bureau, spoke.")->titles(),
              ElementsAre("Rosa Ibarra | deputy chief | Frauds Bureau"));
}

TEST_F(CastTest, AnAppositionBehindTwoNamesIsTheSecondsOne) {
  EXPECT_THAT(read("He met Martin Doyle and Rosa Ibarra, the mayor of Lima, on Friday.")->titles(),
              ElementsAre("Rosa Ibarra | mayor | Lima"));
}

TEST_F(CastTest, NewIsPartOfAPlacesName) {
  auto s = read("New York City Mayor Greta Nilsson signed the order in New South Wales.");
  EXPECT_THAT(s->names(EntityKind::kPlace), ElementsAre("New York City", "New South Wales"));
}

TEST_F(CastTest, CourtesyFormsAndMilitaryRanksAreNoOffices) {
  EXPECT_TRUE(read("Mr Dahl met Gen Tomas Valderrama.")->titles().empty());
}

TEST_F(CastTest, AVerbBeforeANameIsNoTitle) {
  EXPECT_TRUE(read("Opposition lawmakers accused Harold Finch of fraud.")->titles().empty());
}

TEST_F(CastTest, ATradeIsMarked) {
  auto s = read("Her lawyer Simon Falk said so.");
  ASSERT_EQ(s->cast.titles.size(), 1u);
  EXPECT_TRUE(s->cast.titles[0].trade);
}

// ---- noun phrases

TEST_F(CastTest, ANounThatOnePersonCarries) {
  auto s = read("Foreign Minister Martin Doyle arrived on Monday.\n\nThe minister declined to comment.");
  EXPECT_EQ(s->whom("The minister"), "Martin Doyle");
}

TEST_F(CastTest, ARankIsLaterANoun) {
  auto s = read("Gen Tomas Valderrama was flown home.\n\nThe general was met by his family.");
  EXPECT_EQ(s->whom("The general"), "Tomas Valderrama");
}

TEST_F(CastTest, TwoCarriersLeaveItOpen) {
  auto s =
      read("Foreign Minister Martin Doyle met Finance Minister Greta Nilsson.\n\nThe minister declined to comment.");
  EXPECT_EQ(s->whom("The minister"), "-");
}

TEST_F(CastTest, AnotherCountrysOfficeHolderIsSomebodyElse) {
  auto s = read("Mexican President Rosa Ibarra spoke.\n\nThe Russian president called the speech frank.");
  EXPECT_EQ(s->whom("The Russian president"), "-");
}

TEST_F(CastTest, APhraseBesideANameMeansTheName) {
  auto s = read("Martin Doyle and his Mexican counterpart, Rosa Ibarra, signed the treaty.");
  EXPECT_EQ(s->whom("his Mexican counterpart"), "Rosa Ibarra");
}

// ---- knowledge

TEST_F(CastTest, CountryOf) {
  EXPECT_EQ(reader_->country_of("Mexican"), "Mexico");
  EXPECT_EQ(reader_->country_of("US"), "United States");
  EXPECT_EQ(reader_->country_of("us"), "");
  EXPECT_EQ(reader_->country_of("Mexicans"), "Mexico");
  EXPECT_EQ(reader_->country_of("table"), "");
}

TEST_F(CastTest, MentionsAreInOrderAndNest) {
  auto s = read(
      "Peter Novak's wife, Susan Novak, sued the Drug Enforcement Administration (DEA) in Mexico's Supreme Court.");
  const auto& mentions = s->cast.mentions;
  for (size_t i = 1; i < mentions.size(); ++i) {
    TokenSpan a = mentions[i - 1].span, b = mentions[i].span;
    EXPECT_LE(a.begin, b.begin);
    EXPECT_TRUE(!a.overlaps(b) || a.contains(b) || b.contains(a)) << s->tree->words(a) << " / " << s->tree->words(b);
  }
}

TEST_F(CastTest, ATitleMayEndTheText) {
  auto s = read("The release was issued by Charles Xavier, Unit Chief");
  EXPECT_THAT(s->people(), ElementsAre("Charles Xavier"));
}

TEST_F(CastTest, AnEmptyTextHasNoCast) {
  auto s = read("");
  EXPECT_TRUE(s->cast.entities.empty());
  EXPECT_TRUE(s->cast.mentions.empty());
}

}  // namespace
}  // namespace sumario::read
