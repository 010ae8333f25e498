#include "page/text/residue.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "page/text/knowledge_for_tests.h"
#include "page/text/layout.h"
#include "record/names.h"

namespace sumario::page {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> residue_in(std::string text) {
  Layout layout = lay_out(std::move(text), std::nullopt);
  std::vector<std::string> all;
  for (const Residue& residue : find_residue(layout.text, layout.blocks, test_knowledge())) {
    all.push_back(std::string(name_of(residue.why)) + ": " + std::string(words_of(layout.text, residue.range)));
  }
  return all;
}

const std::string kProse =
    "The mayor of the town, Ana Ruiz, was charged on Friday with the theft of books from the old school library, a "
    "clerk "
    "of the court said. She denied it.";

TEST(Residue, IsNotFoundInASoundArticle) {
  EXPECT_THAT(residue_in("Mayor charged\n\n" + kProse + "\n\n“I took nothing,” she said.\n\nThe trial\n\n" + kProse),
              IsEmpty());
}

TEST(Residue, SentencesThatLostTheirEnd) {
  EXPECT_THAT(residue_in("Ms Ruiz became known when . In 2019, the town's former clerk, . " + kProse),
              ElementsAre("broken: Ms Ruiz became known when . In 2019, the town's former clerk, ."));
  EXPECT_THAT(residue_in(kProse + " According to , the books were sold. " + kProse),
              ElementsAre("broken: According to , the books were sold."));
}

TEST(Residue, OddSpacingAloneIsNoDamage) {
  EXPECT_THAT(
      residue_in("The mayor spoke in Lima . She took vitamin A , he said . I think . . . perhaps. Nobody knows when."),
      IsEmpty());
}

TEST(Residue, APieceTornOutOfASentence) {
  EXPECT_THAT(residue_in("Title\n\n" + kProse +
                         "\n\nIn October the clerk was the one who had the keys to the\n\n"
                         "building where she was seen\n\n.\n\n" +
                         kProse),
              ElementsAre("broken: building where she was seen", "boilerplate: ."));
}

TEST(Residue, ListsInSmallLettersAreSound) {
  EXPECT_THAT(residue_in("Title\n\n" + kProse +
                         "\n\nThe charges against the mayor of the town are\n\ntheft of books\n\n"
                         "breach of trust\n\n" +
                         kProse),
              IsEmpty());
}

TEST(Residue, WhatIsGluedToTheEnd) {
  EXPECT_THAT(
      residue_in(kProse + " " + kProse + " " + kProse +
                 " The Norwegian king opens a bridge between two islands. Nine pictures of the week (c) 2021 Valley "
                 "Post. The Post is not responsible for the content of external sites."),
      ElementsAre("teaser: The Norwegian king opens a bridge between two islands.",
                  "footer: Nine pictures of the week (c) 2021 Valley Post. The Post is not responsible for the "
                  "content of external sites."));
}

TEST(Residue, TheArticlesOwnLastSentenceStays) {
  EXPECT_THAT(
      residue_in(kProse + " " + kProse + " " + kProse + " Ruiz goes to Norway next week. (c) 2021 Valley Post."),
      ElementsAre("footer: (c) 2021 Valley Post."));
}

TEST(Residue, TeasersBetweenParagraphs) {
  EXPECT_THAT(residue_in("Title\n\n" + kProse + "\n\nMAYOR OF NEXT TOWN QUITS AFTER STORM\n\n" + kProse +
                         "\n\n>>> How to Grow Roses\n\n" + kProse + "\n\nREAD MORE: Storm hits coast\n\n" + kProse),
              ElementsAre("teaser: MAYOR OF NEXT TOWN QUITS AFTER STORM", "teaser: >>> How to Grow Roses",
                          "teaser: READ MORE: Storm hits coast"));
}

TEST(Residue, TheRestOfThePage) {
  EXPECT_THAT(residue_in("Title\n\n" + kProse + "\n\nLatest posts\n\nStorm hits coast\n\nMan charged with arson"),
              ElementsAre("teaser: Latest posts\n\nStorm hits coast\n\nMan charged with arson"));
  // The article goes on behind it.
  EXPECT_THAT(residue_in("Title\n\n" + kProse + "\n\nRelated\n\n" + kProse), IsEmpty());
}

TEST(Residue, MenusAndContacts) {
  EXPECT_THAT(
      residue_in("Mayor charged with theft of books\nHome\nAsk the Office\nNews\nContact us\nNovember 19, 2020\n" +
                 kProse + "\n###\nEva Moss\nSpokeswoman\nOffice: 555-555-0199"),
      ElementsAre("boilerplate: Home\nAsk the Office\nNews\nContact us",
                  "boilerplate: ###\nEva Moss\nSpokeswoman\nOffice: 555-555-0199"));
}

TEST(Residue, MeasuresAndProductsAreNoContacts) {
  EXPECT_THAT(
      residue_in("Title\n\n" + kProse + "\n\nBore and stroke: 4.065 by 3.860 (103.25 98)\n\nYears 2001 2002 2003\n\n" +
                 kProse + "\n\nThe prices that the shop asked on the first day of the sale\n\niPhone 14\n\n" + kProse),
      IsEmpty());
  EXPECT_THAT(residue_in("Title\n\n" + kProse + "\n\nCall (555) 555-0199\n\n" + kProse),
              ElementsAre("boilerplate: Call (555) 555-0199"));
}

TEST(Residue, WordingOfSentences) {
  EXPECT_THAT(
      residue_in("Title\n\n" + kProse +
                 "\n\nAn indictment is only an accusation. Ms Ruiz is presumed innocent until "
                 "proven guilty.\n\n“She is presumed innocent until proven guilty,” said her lawyer.\n\n"
                 "Sign up for our weekly newsletter."),
      ElementsAre("boilerplate: An indictment is only an accusation. Ms Ruiz is presumed innocent until proven guilty.",
                  "boilerplate: Sign up for our weekly newsletter."));
}

TEST(Residue, GivesWholeBlocksARole) {
  Layout layout = lay_out("Title\n\n" + kProse + "\n\nRELATED: Storm\n\n" + kProse + "\n\n###", std::nullopt);
  find_residue(layout.text, layout.blocks, test_knowledge());
  EXPECT_EQ(layout.blocks[2].role, BlockRole::kPromo);
  EXPECT_EQ(layout.blocks[4].role, BlockRole::kOther);
  EXPECT_EQ(layout.blocks[0].role, BlockRole::kTitle);
}

}  // namespace
}  // namespace sumario::page
