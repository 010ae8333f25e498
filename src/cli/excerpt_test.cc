#include "cli/excerpt.h"

#include <gtest/gtest.h>

namespace sumario::cli {
namespace {

Article article_of(std::string text) {
  Article article;
  article.text = std::move(text);
  article.blocks = {{BlockRole::kBody, {0, static_cast<uint32_t>(article.text.size())}}};
  return article;
}

ByteRange place_of(const Article& article, std::string_view words) {
  auto at = static_cast<uint32_t>(article.text.find(words));
  return {at, at + static_cast<uint32_t>(words.size())};
}

std::string sentence(const Article& article, std::string_view words, size_t limit = 400) {
  return std::string(words_of(article.text, sentence_around(article, place_of(article, words), limit)));
}

TEST(Excerpt, IsTheSentenceOfTheEvidence) {
  Article article = article_of("It rained. Ann Lee was arrested in Lima. She denies it.");
  EXPECT_EQ(sentence(article, "Ann Lee was arrested"), "Ann Lee was arrested in Lima.");
}

TEST(Excerpt, DoesNotEndAtAnAbbreviation) {
  Article article = article_of("It rained. The judge freed Mr. Lee on Monday. He left.");
  EXPECT_EQ(sentence(article, "freed"), "The judge freed Mr. Lee on Monday.");
}

TEST(Excerpt, CountsBytesNotCharacters) {
  Article article = article_of("«Ça va», dit-il. 🙂 José Peña fue detenido. Fin.");
  EXPECT_EQ(sentence(article, "Peña"), "🙂 José Peña fue detenido.");
}

TEST(Excerpt, ShortensLongSentencesAroundTheEvidence) {
  Article article = article_of(std::string(300, 'x') + " aaa Ann Lee was arrested bbb " + std::string(300, 'y'));
  EXPECT_EQ(sentence(article, "Ann Lee was arrested", 30), "aaa Ann Lee was arrested bbb");
  Paragraph paragraph;
  add_excerpt(paragraph, article_of("It rained. Ann Lee was arrested."), {11, 31});
  EXPECT_EQ(paragraph.lines({false, 80}, 0, 0), "«Ann Lee was arrested».\n");
}

TEST(Excerpt, LooksNoFurtherThanItsReach) {
  std::string words;
  while (words.size() < 1'000'000) words += "word after word ";
  Article article = article_of(words + "Ann Lee was arrested " + words);
  ByteRange evidence = place_of(article, "Ann Lee was arrested");
  ByteRange sentence = sentence_around(article, evidence, article.text.size());
  EXPECT_TRUE(sentence.contains(evidence));
  EXPECT_LE(sentence.size(), evidence.size() + 4000);
}

}  // namespace
}  // namespace sumario::cli
