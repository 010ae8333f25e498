#include "read/names/pronouns.h"

#include "read/names/cast_scene.h"

namespace sumario::read {
namespace {

using PronounTest = CastTest;

TEST_F(PronounTest, TheOnlyPersonInReach) {
  auto s = read("Helena Brandt was arrested in Hamburg. She denied the charges.");
  EXPECT_EQ(s->whom("She"), "Helena Brandt");
}

TEST_F(PronounTest, AnUnnamedPersonCompetes) {
  auto s = read("A policeman stopped Peter Novak near the station, a witness said, before he ran.");
  EXPECT_EQ(s->whom("he"), "-");
}

TEST_F(PronounTest, GenderDecides) {
  auto s = read("Peter Novak met Helena Brandt in Prague. Later she flew home.");
  EXPECT_EQ(s->whom("she"), "Helena Brandt");
}

TEST_F(PronounTest, TwoMenInOneSentenceLeaveItOpen) {
  auto s = read("Peter Novak told Martin Doyle that he would be charged.");
  EXPECT_EQ(s->whom("he"), "-");
}

TEST_F(PronounTest, AnObjectIsNotItsOwnSubject) {
  auto s = read("Martin Doyle accused him of theft.");
  EXPECT_EQ(s->whom("him"), "-");
}

TEST_F(PronounTest, TheSpeakerIsNotTheOneSpokenOf) {
  auto s = read("\"He took the money,\" Martin Doyle said.");
  EXPECT_EQ(s->whom("He"), "-");
}

TEST_F(PronounTest, SomebodyNamedLaterInTheSentenceCompetes) {
  auto s = read("Peter Novak was arrested on Friday. In his statement, Minister Martin Doyle praised the police.");
  EXPECT_EQ(s->whom("his"), "-");
}

TEST_F(PronounTest, OfficersOfTheCourtAreNotTakenForThoseTheyActUpon) {
  auto s = read("Judge Patrick Holm entered a plea on Peter Novak's behalf in May. He could face ten years in prison.");
  EXPECT_EQ(s->whom("He"), "-");
  auto t = read("Peter Novak was arrested on Monday. Prosecutor Martin Doyle said he faces ten years in prison.");
  EXPECT_EQ(t->whom("he"), "-");
}

TEST_F(PronounTest, APersonInsideAQuotationCompetes) {
  auto s = read(
      "Peter Novak was arrested in May. \"He stored petrol at home,\" Martin Doyle told reporters. The court sentenced "
      "him to "
      "five years.");
  EXPECT_NE(s->whom("him"), "Martin Doyle");
}

TEST_F(PronounTest, RelativePronounsTakeTheirAntecedent) {
  auto s = read("Martin Doyle, who led the inquiry, resigned.");
  EXPECT_EQ(s->whom("who"), "Martin Doyle");
}

TEST_F(PronounTest, SpeakersAndGroupsStayOpen) {
  auto s = read("Peter Novak and Martin Doyle left. They said: \"We did nothing and I regret nothing.\"");
  EXPECT_EQ(s->whom("They"), "-");
  EXPECT_EQ(s->whom("We"), "-");
  EXPECT_EQ(s->whom("I"), "-");
}

TEST_F(PronounTest, APronounPassesOnWhatItMeans) {
  auto s = read(
      "Helena Brandt was arrested in Hamburg on Monday. She denied the charges. Police had searched the house for a "
      "day. She was released on bail. Her husband had paid.");
  EXPECT_EQ(s->whom("She", 2), "Helena Brandt");
  EXPECT_EQ(s->whom("Her"), "Helena Brandt");
}

TEST_F(PronounTest, TheSubjectOfTheSentenceBefore) {
  auto s = read("Peter Novak sold the car to a neighbour of Martin Doyle. He was arrested a day later.");
  EXPECT_NE(s->whom("He"), "Martin Doyle");
}

TEST_F(PronounTest, NobodyIsPartOfTheirOwnDescription) {
  EXPECT_EQ(read("Martin Doyle, his lawyer, left the court.")->whom("his"), "-");
  EXPECT_EQ(read("His lawyer, Martin Doyle, left the court.")->whom("His"), "-");
  EXPECT_EQ(read("Martin Doyle is his lawyer.")->whom("his"), "-");
}

TEST_F(PronounTest, WhoeverIsAllowedSomethingIsAnother) {
  auto s = read("Martin Doyle allowed him to leave the country.");
  EXPECT_EQ(s->whom("him"), "-");
}

TEST_F(PronounTest, ANameInsideAClauseIsNotItsPronounSubject) {
  auto s = read("Peter Novak was arrested on Monday. He said that Novak and Martin Doyle had met.");
  EXPECT_NE(s->whom("He"), "Martin Doyle");
}

TEST_F(PronounTest, ASubjectLaterInTheSentenceWhereNobodyElseIsAround) {
  auto s = read("As part of his plea, Peter Novak admitted the theft.");
  EXPECT_EQ(s->whom("his"), "Peter Novak");
}

TEST_F(PronounTest, OfTwoJoinedPeopleTheFirstPossessesTheSecond) {
  auto s = read("Peter Novak and his wife were arrested in Prague.");
  EXPECT_EQ(s->whom("his"), "Peter Novak");
}

TEST_F(PronounTest, AnOfficerWhoSpokeSpeaksOn) {
  auto s = read("Mayor Greta Nilsson said Helena Brandt had been found. She added that the search was over.");
  EXPECT_NE(s->whom("She"), "Helena Brandt");
}

}  // namespace
}  // namespace sumario::read
