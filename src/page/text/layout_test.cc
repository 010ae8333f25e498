#include "page/text/layout.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "record/names.h"

namespace sumario::page {
namespace {

using testing::ElementsAre;

std::vector<std::string> shown(const Layout& layout) {
  std::vector<std::string> all;
  for (const Block& block : layout.blocks) {
    all.push_back(std::string(name_of(block.role)) + ": " + std::string(words_of(layout.text, block.range)));
  }
  return all;
}
std::vector<std::string> laid(std::string text, std::optional<std::string> title = {}) {
  return shown(lay_out(std::move(text), std::move(title)));
}

TEST(Layout, TakesAFirstLineAloneForTheTitle) {
  Layout layout = lay_out("Mayor charged\n\nThe mayor was charged.\nShe denied it.\n\nA trial is set.", std::nullopt);
  EXPECT_EQ(layout.title, "Mayor charged");
  EXPECT_THAT(shown(layout), ElementsAre("title: Mayor charged", "body: The mayor was charged.", "body: She denied it.",
                                         "body: A trial is set."));
}

TEST(Layout, OneParagraphHasNoTitle) {
  Layout layout = lay_out("The mayor was charged. She denied it.", std::nullopt);
  EXPECT_FALSE(layout.title);
  EXPECT_THAT(shown(layout), ElementsAre("body: The mayor was charged. She denied it."));
}

TEST(Layout, PutsAGivenTitleFirstUnlessItIsThere) {
  EXPECT_THAT(laid("The mayor was charged.", "Mayor charged"),
              ElementsAre("title: Mayor charged", "body: The mayor was charged."));
  EXPECT_THAT(laid("Mayor charged.\n\nShe denied it.", "Mayor charged"),
              ElementsAre("title: Mayor charged.", "body: She denied it."));
  EXPECT_EQ(lay_out("The mayor was charged.", "Mayor charged").text, "Mayor charged\n\nThe mayor was charged.");
}

TEST(Layout, JoinsLinesBrokenToAWidth) {
  std::string text =
      "Title\n\nThe mayor of the town was charged on Friday with the\ntheft of books from the old school library and\n"
      "Judge Ana Ruiz set her bail at five thousand, a clerk\nsaid.";
  Layout layout = lay_out(text, std::nullopt);
  ASSERT_EQ(layout.blocks.size(), 2u);
  EXPECT_EQ(layout.text.size(), text.size());
  EXPECT_EQ(layout.text.find('\n', 7), std::string::npos);
}

TEST(Layout, JoinsASentenceTornByInlineMarkup) {
  EXPECT_THAT(
      laid("Title\nOne.\nThe two were seen in several places within the 79\nth\nprecinct. They fled.\nTwo.\nThree."),
      ElementsAre("title: Title", "body: One.",
                  "body: The two were seen in several places within the 79 th precinct. They fled.", "body: Two.",
                  "body: Three."));
}

TEST(Layout, TellsListsBylinesAndHeadings) {
  std::string prose =
      "The mayor of the town was charged on Friday with the theft of books from the old school library, a "
      "clerk of the court said.";
  EXPECT_THAT(
      laid("Title\n\nBy Eva Moss\n\n" + prose + "\n\nWhat comes next\n\n" + prose + "\n\n• one\n• two\n1. three"),
      ElementsAre("title: Title", "credit: By Eva Moss", "body: " + prose, "subhead: What comes next", "body: " + prose,
                  "list: • one", "list: • two", "list: 1. three"));
}

}  // namespace
}  // namespace sumario::page
