#include "nlp/lemmatizer.h"

#include <gtest/gtest.h>

#include "nlp/msgpack_writer_for_tests.h"

namespace sumario::nlp {
namespace {

// Rules and exceptions for verbs and punctuation, a known verb, and a lookup table.
std::string tables() {
  MsgpackWriter writer;
  writer.map(4);
  writer.text("lemma_rules").map(2);
  writer.number(string_id("verb")).array(3);
  for (auto [ending, replacement] : {std::pair("ing", ""), std::pair("ing", "e"), std::pair("s", "")})
    writer.array(2).text(ending).text(replacement);
  writer.number(string_id("punct")).array(1).array(2).text("\xE2\x80\x9C").text("\"");
  writer.text("lemma_exc").map(1).number(string_id("verb")).map(1).text("lay").array(2).text("lay").text("lie");
  writer.text("lemma_index").map(1).number(string_id("verb")).array(2).text("charge").text("aller");
  writer.text("lemma_lookup")
      .map(2)
      .number(string_id("Yeux"))
      .array(1)
      .text("\xC5\x93il")
      .number(string_id("vais"))
      .text("aller");
  return writer.bytes();
}

std::string lemma(std::string_view language, std::string_view word, Pos pos, std::string_view morph = "",
                  std::string_view mode = "rule") {
  auto lemmatizer = Lemmatizer::load(tables(), "lookups.bin", mode, language);
  if (!lemmatizer) throw std::runtime_error(lemmatizer.error().message);
  Analysis analysis;
  Token token;
  token.pos = pos;
  token.morph = morph;
  analysis.tokens.push_back(token);
  LexemeTable table;
  uint32_t lexeme = table.intern(word, "", Norms());
  LemmaScratch scratch;
  lemmatizer->lemmatise(analysis, 0, 1, std::span(&lexeme, 1), table, scratch);
  return std::string(analysis.tokens[0].lemma);
}

TEST(Lemmatizer, PrefersKnownLemmas) {
  EXPECT_EQ(lemma("en", "Charging", Pos::kVerb), "charge");
  EXPECT_EQ(lemma("en", "zorbing", Pos::kVerb), "zorb") << "unknown: the first rule that fits";
}

TEST(Lemmatizer, TakesTheLastException) { EXPECT_EQ(lemma("en", "lay", Pos::kVerb), "lie"); }

TEST(Lemmatizer, LeavesBaseFormsAlone) {
  EXPECT_EQ(lemma("en", "Charging", Pos::kVerb, "VerbForm=Inf"), "charging");
  EXPECT_EQ(lemma("en", "Sings", Pos::kVerb, "Tense=Pres|VerbForm=Fin"), "sings");
  EXPECT_EQ(lemma("en", "Sings", Pos::kVerb, "Number=Sing|Tense=Pres|VerbForm=Fin"), "sing");
}

TEST(Lemmatizer, LowersWhereThereAreNoTables) {
  EXPECT_EQ(lemma("en", "London", Pos::kPropn), "London");
  EXPECT_EQ(lemma("en", "The", Pos::kDet), "the");
  EXPECT_EQ(lemma("en", "Hm", Pos::kNone), "hm");
}

TEST(Lemmatizer, FindsTablesUnderSymbolNumbers) { EXPECT_EQ(lemma("en", "\xE2\x80\x9C", Pos::kPunct), "\""); }

TEST(Lemmatizer, FrenchLooksUpWhatHasNoRules) {
  EXPECT_EQ(lemma("fr", "Yeux", Pos::kPropn), "\xC5\x93il");
  EXPECT_EQ(lemma("fr", "vais", Pos::kVerb), "vai") << "an unknown form made by rule before the table";
  EXPECT_EQ(lemma("fr", "Aller", Pos::kVerb), "aller");
  EXPECT_EQ(lemma("fr", "lay", Pos::kVerb), "lay") << "the first exception here";
}

TEST(Lemmatizer, LooksUpInAnyLanguage) { EXPECT_EQ(lemma("xx", "vais", Pos::kVerb, "", "lookup"), "aller"); }

TEST(Lemmatizer, RefusesRulesOfOtherLanguages) {
  auto lemmatizer = Lemmatizer::load(tables(), "lookups.bin", "rule", "es");
  ASSERT_FALSE(lemmatizer);
  EXPECT_EQ(lemmatizer.error().code, ErrorCode::kUnsupported);
}

TEST(Lemmatizer, KeepsLemmasAlreadySet) {
  auto lemmatizer = Lemmatizer::load(tables(), "lookups.bin", "rule", "en");
  ASSERT_TRUE(lemmatizer);
  Analysis analysis;
  analysis.tokens.resize(1);
  analysis.tokens[0].lemma = "go";
  LexemeTable table;
  uint32_t lexeme = table.intern("gon", "", Norms());
  LemmaScratch scratch;
  lemmatizer->lemmatise(analysis, 0, 1, std::span(&lexeme, 1), table, scratch);
  EXPECT_EQ(analysis.tokens[0].lemma, "go");
}

}  // namespace
}  // namespace sumario::nlp
