#include "page/html/page_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "page/text/knowledge_for_tests.h"
#include "record/names.h"

namespace sumario::page {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> text_of(const std::string& html) {
  auto tree = HtmlTree::parse(html, "a.html");
  PageText page = page_text(*tree, {}, test_knowledge());
  std::vector<std::string> blocks;
  for (const Block& block : page.blocks) {
    blocks.push_back(std::string(name_of(block.role)) + ": " + page.text.substr(block.range.start, block.range.size()));
  }
  return blocks;
}

const std::string kOne =
    "The mayor of the town, Ana Ruiz, was charged on Friday with the theft of books, a clerk said.";
const std::string kTwo = "Ruiz hit the headlines when <a href=/x>she opened</a> the old library to everybody in Lima.";
const std::string kTwoShown = "Ruiz hit the headlines when she opened the old library to everybody in Lima.";
const std::string kThree = "Her lawyer told the court on Monday that she would deny each of the charges against her.";
const std::string kHead = "<nav><a href=/>Home</a> <a href=/n>News</a></nav><h1>Mayor charged with theft of books</h1>";

std::string p(const std::string& text) { return "<p>" + text + "</p>"; }

TEST(PageText, IsTheArticleWithTheWordsOfItsLinks) {
  EXPECT_THAT(
      text_of(kHead + "<article>" + p(kOne) + p(kTwo) + p(kThree) + "</article><footer>" + p(kThree) + "</footer>"),
      ElementsAre("body: " + kOne, "body: " + kTwoShown, "body: " + kThree));
}

TEST(PageText, LabelsWhatStandsAmongTheParagraphs) {
  EXPECT_THAT(
      text_of(kHead + "<p class=standfirst>A town asks where its books went last winter.</p><article>" + p(kOne) +
              "<figure><img src=a><figcaption>The old library in Lima.</figcaption></figure><h2>The trial</h2>" +
              p(kTwo) + "<ul><li>two hundred novels<li>nine maps of the coast</ul><blockquote>" + p(kThree) +
              "</blockquote><div class=related-stories>" + p(kThree) + "</div>" + p(kOne) + "</article>"),
      ElementsAre("standfirst: A town asks where its books went last winter.", "body: " + kOne,
                  "caption: The old library in Lima.", "subhead: The trial", "body: " + kTwoShown,
                  "list: two hundred novels", "list: nine maps of the coast", "quote: " + kThree, "promo: " + kThree,
                  "body: " + kOne));
}

TEST(PageText, EndsBeforeOtherStories) {
  EXPECT_THAT(text_of(kHead + "<div>" + p(kOne) + p(kTwo) + p(kThree) +
                      "<h3>Storm on the coast</h3><ul><li><a href=/1>Storm hits coast"
                      "</a><li><a href=/2>King opens a bridge</a></ul><p><em>Eva Moss writes about books for the "
                      "Valley Post.</em></p></div>"),
              ElementsAre("body: " + kOne, "body: " + kTwoShown, "body: " + kThree));
}

TEST(PageText, EndsBeforeTheNextArticleOfThePage) {
  EXPECT_THAT(text_of(kHead + "<div>" + p(kOne) + p(kTwo) + "<h1>Storm hits coast</h1>" + p(kThree) + "</div>"),
              ElementsAre("body: " + kOne, "body: " + kTwoShown));
}

TEST(PageText, LeavesLongCommentsOut) {
  EXPECT_THAT(text_of(kHead + "<div>" + p(kOne) + p(kTwo) + "</div><div id=comments>" + p(kThree) + p(kThree) +
                      p(kThree) + "</div>"),
              ElementsAre("body: " + kOne, "body: " + kTwoShown));
}

TEST(PageText, NamesThatTheWholeArticleBearsSetNothingApart) {
  EXPECT_THAT(text_of(kHead + "<div class='post category-newsletter'><p class=promo>" + kOne + "</p><p class=promo>" +
                      kThree + "</p></div>"),
              ElementsAre("body: " + kOne, "body: " + kThree));
}

TEST(PageText, AHiddenArticleIsReadWhereNothingElseIs) {
  EXPECT_THAT(text_of("<div style='display:none'>" + p(kOne) + p(kThree) + "</div>"),
              ElementsAre("body: " + kOne, "body: " + kThree));
}

TEST(PageText, OfAPageWithoutTextIsEmpty) { EXPECT_THAT(text_of("<nav><a href=/>Home</a></nav>"), IsEmpty()); }

}  // namespace
}  // namespace sumario::page
