#include "read/names/cast.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <string>
#include <vector>

#include "nlp/model_for_tests.h"
#include "nlp/paragraphs_for_tests.h"
#include "nlp/pipeline.h"

namespace sumario::read {
namespace {

using ::testing::ElementsAre;

std::filesystem::path source() { return SUMARIO_SOURCE_DIR; }

// A text with its cast; paragraphs are parted by a blank line.
struct Scene {
  std::string text;
  nlp::Analysis analysis;
  std::unique_ptr<Tree> tree;
  Cast cast;

  std::vector<std::string> names(EntityKind kind) const {
    std::vector<std::string> found;
    for (const auto& e : cast.entities)
      if (e.kind == kind) found.push_back(e.name);
    return found;
  }
  std::vector<std::string> people() const { return names(EntityKind::kPerson); }

  // Whom the `nth` stretch of these words means; "-" when it is open, "none" when no mention stands there.
  std::string whom(std::string_view words, int nth = 1) const {
    auto whole_word = [&](size_t at) { return at == 0 || !std::isalpha(static_cast<unsigned char>(text[at - 1])); };
    size_t at = text.npos;
    for (int seen = 0; seen < nth; seen += whole_word(at)) at = text.find(words, at == text.npos ? 0 : at + 1);
    for (const auto& m : cast.mentions) {
      ByteRange range = tree->bytes(m.span);
      if (range.start == at && words_of(text, range) == words)
        return m.entity < 0 ? "-" : cast.entities[static_cast<size_t>(m.entity)].name;
    }
    return "none";
  }

  // "name | office | body | former…" of every title, in text order.
  std::vector<std::string> titles() const {
    std::vector<std::string> found;
    for (const Title& t : cast.titles) {
      const auto& m = cast.mentions[static_cast<size_t>(t.mention)];
      std::string line = std::string(tree->words(m.span)) + " | " + std::string(tree->words(t.office));
      if (!t.body.empty()) line += " | " + std::string(tree->words(t.body));
      for (auto [flag, word] :
           {std::pair(t.former, "former"), {t.then, "then"}, {t.acting, "acting"}, {t.elect, "elect"}})
        if (flag) line += std::string(" (") + word + ")";
      found.push_back(line);
    }
    return found;
  }
};

class CastTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    if (!std::filesystem::exists(nlp::model_path_for_tests())) return;
    pipeline_ = nlp::Pipeline::load(nlp::model_path_for_tests()).value().release();
    reader_ = new CastReader(CastReader::load(source() / "knowledge").value());
  }
  void SetUp() override {
    if (!pipeline_) GTEST_SKIP() << "skipped: models/en_core_web_md is absent (make setup)";
  }

  std::unique_ptr<Scene> read(std::string text) {
    auto scene = std::make_unique<Scene>();
    scene->text = std::move(text);
    nlp::Scratch scratch;
    scene->analysis = pipeline_->analyse(scene->text, nlp::paragraphs_of(scene->text), scratch);
    scene->tree = std::make_unique<Tree>(scene->analysis);
    scene->cast = reader_->read(*scene->tree);
    return scene;
  }

  static inline const nlp::Pipeline* pipeline_ = nullptr;
  static inline const CastReader* reader_ = nullptr;
};

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

TEST_F(CastTest, ATradeIsMarked) {
  auto s = read("Her lawyer Simon Falk said so.");
  ASSERT_EQ(s->cast.titles.size(), 1u);
  EXPECT_TRUE(s->cast.titles[0].trade);
}

// ---- pronouns: one candidate, or none

TEST_F(CastTest, TheOnlyPersonInReach) {
  auto s = read("Helena Brandt was arrested in Hamburg. She denied the charges.");
  EXPECT_EQ(s->whom("She"), "Helena Brandt");
}

TEST_F(CastTest, AnUnnamedPersonCompetes) {
  auto s = read("A policeman stopped Peter Novak near the station, a witness said, before he ran.");
  EXPECT_EQ(s->whom("he"), "-");
}

TEST_F(CastTest, GenderDecides) {
  auto s = read("Peter Novak met Helena Brandt in Prague. Later she flew home.");
  EXPECT_EQ(s->whom("she"), "Helena Brandt");
}

TEST_F(CastTest, TwoMenInOneSentenceLeaveItOpen) {
  auto s = read("Peter Novak told Martin Doyle that he would be charged.");
  EXPECT_EQ(s->whom("he"), "-");
}

TEST_F(CastTest, AnObjectIsNotItsOwnSubject) {
  auto s = read("Martin Doyle accused him of theft.");
  EXPECT_EQ(s->whom("him"), "-");
}

TEST_F(CastTest, TheSpeakerIsNotTheOneSpokenOf) {
  auto s = read("\"He took the money,\" Martin Doyle said.");
  EXPECT_EQ(s->whom("He"), "-");
}

TEST_F(CastTest, SomebodyNamedLaterInTheSentenceCompetes) {
  auto s = read("Peter Novak was arrested on Friday. In his statement, Minister Martin Doyle praised the police.");
  EXPECT_EQ(s->whom("his"), "-");
}

TEST_F(CastTest, OfficersOfTheCourtAreNotTakenForThoseTheyActUpon) {
  auto s = read("Judge Patrick Holm entered a plea on Peter Novak's behalf in May. He could face ten years in prison.");
  EXPECT_EQ(s->whom("He"), "-");
  auto t = read("Peter Novak was arrested on Monday. Prosecutor Martin Doyle said he faces ten years in prison.");
  EXPECT_EQ(t->whom("he"), "-");
}

TEST_F(CastTest, APersonInsideAQuotationCompetes) {
  auto s = read(
      "Peter Novak was arrested in May. \"He stored petrol at home,\" Martin Doyle told reporters. The court sentenced "
      "him to "
      "five years.");
  EXPECT_NE(s->whom("him"), "Martin Doyle");
}

TEST_F(CastTest, RelativePronounsTakeTheirAntecedent) {
  auto s = read("Martin Doyle, who led the inquiry, resigned.");
  EXPECT_EQ(s->whom("who"), "Martin Doyle");
}

TEST_F(CastTest, SpeakersAndGroupsStayOpen) {
  auto s = read("Peter Novak and Martin Doyle left. They said: \"We did nothing and I regret nothing.\"");
  EXPECT_EQ(s->whom("They"), "-");
  EXPECT_EQ(s->whom("We"), "-");
  EXPECT_EQ(s->whom("I"), "-");
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
