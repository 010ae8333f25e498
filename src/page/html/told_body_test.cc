#include "page/html/told_body.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "page/html/page_text.h"
#include "page/text/knowledge_for_tests.h"

namespace sumario::page {
namespace {

using testing::HasSubstr;
using testing::Not;

const std::string kFirst =
    "Police in Bristol arrested the head of the harbour board on Monday after a search of his office, a spokeswoman "
    "said.";
const std::string kSecond =
    "The board sold the old customs house in 2019 for a third of what it was worth, according to a report of the city.";
const std::string kThird =
    "He has not been charged, and his lawyer said on Tuesday that he had done nothing that the board did not know of.";
const std::string kFourth =
    "The investigation is led by Superintendent Olive Trant, who asked everybody who worked at the house to come "
    "forward.";
const std::string kFifth =
    "A hearing on the sale of the customs house is set down for March, when the council of the city will meet again.";
const std::string kSixth =
    "Until then the house stays empty, and the fishermen who rented its cellars have had to move.";
const std::string kOther =
    "A judge in Bath sent a keeper of swans to prison for two years on Friday, and the town has not spoken of anything "
    "else.";

const std::string kSeventh =
    "The council has asked the county for help with the rent of the cellars, and expects an answer before the summer "
    "comes.";
std::string paragraph(const std::string& text) { return "<p>" + text + "</p>"; }
std::string whole() {
  return kFirst + "\n" + kSecond + "\n" + kThird + "\n" + kFourth + "\n" + kFifth + "\n" + kSixth + "\n" + kSeventh;
}
std::string shown() {
  return paragraph(kFirst) + paragraph(kSecond) + paragraph(kThird) + paragraph(kFourth) + paragraph(kFifth) +
         paragraph(kSixth) + paragraph(kSeventh);
}

std::string text_of(const std::string& body, std::optional<std::string> told) {
  auto tree = HtmlTree::parse("<body><main><div>" + body + "</div></main>", "page");
  PageHints hints;
  if (told) hints.body = *told;
  return page_text(*tree, hints, test_knowledge()).text;
}

TEST(ToldBody, EndsTheArticleWhereAnotherFollows) {
  std::string page = shown() + paragraph(kOther);
  EXPECT_THAT(text_of(page, std::nullopt), HasSubstr("swans"));
  EXPECT_THAT(text_of(page, whole()), Not(HasSubstr("swans")));
  EXPECT_THAT(text_of(page, whole()), HasSubstr(kSixth));
}

TEST(ToldBody, WithMarkupReadsAsWithout) {
  EXPECT_THAT(text_of(shown() + paragraph(kOther), shown()), Not(HasSubstr("swans")));
}

TEST(ToldBody, ABeginningEndsNothing) {
  std::string beginning = whole().substr(0, whole().size() - 20) + "...";
  EXPECT_THAT(text_of(shown() + paragraph(kOther), beginning), HasSubstr("swans"));
}

TEST(ToldBody, OfAnotherArticleChangesNothing) {
  std::string other;
  for (int i = 0; i < 8; ++i) other += kOther + "\n";
  EXPECT_EQ(text_of(shown(), other), text_of(shown(), std::nullopt));
}

TEST(ToldBody, StandsForAPageThatShowsOnlyItsBeginning) {
  std::string text = text_of(paragraph(kFirst), whole());
  for (const std::string& one : {kFirst, kSecond, kSixth}) EXPECT_THAT(text, HasSubstr(one));
  EXPECT_THAT(text_of(paragraph(kFirst), whole() + " And then ..."), Not(HasSubstr(kSecond)));
}

}  // namespace
}  // namespace sumario::page
