#include "page/text/language.h"

#include <gtest/gtest.h>

#include "page/text/knowledge_for_tests.h"

namespace sumario::page {
namespace {

std::string told(std::string_view text) {
  const ByteRange whole{0, static_cast<uint32_t>(text.size())};
  return language_of(text, std::span(&whole, 1), test_knowledge());
}

TEST(Language, IsToldByCommonWords) {
  EXPECT_EQ(told("The mayor was charged with the theft of books from the library on Friday."), "en");
  EXPECT_EQ(told("La alcaldesa fue acusada el viernes del robo de los libros de la biblioteca por la fiscalía."), "es");
  EXPECT_EQ(told("La maire a été accusée vendredi du vol des livres de la bibliothèque par le parquet."), "fr");
  EXPECT_EQ(told("Die Bürgermeisterin wurde am Freitag wegen des Diebstahls von Büchern aus der Bibliothek angeklagt."),
            "de");
}

TEST(Language, IsUnknownForOtherScripts) {
  EXPECT_EQ(told("Мэр города была обвинена в краже книг."), "und");
  EXPECT_EQ(told("市長は本の窃盗で起訴された。"), "und");
}

TEST(Language, IsEnglishWhereLittleCanBeTold) {
  EXPECT_EQ(told("Ana Ruiz, Lima"), "en");
  EXPECT_EQ(told(""), "en");
}

}  // namespace
}  // namespace sumario::page
