#include "nlp/attribute_ruler.h"

#include <gtest/gtest.h>

#include <optional>
#include <utility>

#include "nlp/msgpack_writer_for_tests.h"

namespace sumario::nlp {
namespace {

// Tokens with their word types, to be ruled over.
struct Doc {
  std::vector<Token> tokens;
  std::vector<uint32_t> lexemes;
  LexemeTable table;
  Norms norms;
  std::optional<AttributeRuler> ruler;

  Doc& add(std::string_view word, std::string_view tag, std::string_view dep = "dobj") {
    Token token;
    token.tag = tag;
    token.dep = dep;
    tokens.push_back(token);
    lexemes.push_back(table.intern(word, "", norms));
    return *this;
  }
  Doc& rule(AttributeRuler given) {
    ruler.emplace(std::move(given));  // the tokens' views point into its tables
    RulerScratch scratch;
    ruler->apply(tokens, lexemes, table, scratch);
    return *this;
  }
};

AttributeRuler loaded(const MsgpackWriter& writer) {
  auto ruler = AttributeRuler::load(writer.bytes(), "attribute_ruler/patterns");
  if (!ruler) throw std::runtime_error(ruler.error().message);
  return std::move(*ruler);
}

// Opens an entry of one pattern of `length` tokens.
MsgpackWriter& entry(MsgpackWriter& writer, std::string_view attribute, std::string_view value, uint64_t index,
                     size_t length) {
  writer.map(3).text("attrs").map(1).text(attribute).text(value).text("index").number(index);
  return writer.text("patterns").array(1).array(length);
}

TEST(AttributeRuler, LaterEntriesWin) {
  MsgpackWriter writer;
  writer.array(2);
  entry(writer, "POS", "VERB", 0, 1).map(1).text("TAG").text("VB");
  entry(writer, "POS", "AUX", 0, 1).map(1).text("LOWER").text("do");
  Doc doc;
  doc.add("Do", "VB").add("go", "VB").add("do", "NN").rule(loaded(writer));
  EXPECT_EQ(doc.tokens[0].pos, Pos::kAux);
  EXPECT_EQ(doc.tokens[1].pos, Pos::kVerb);
  EXPECT_EQ(doc.tokens[2].pos, Pos::kAux);
}

TEST(AttributeRuler, MatchesBeforeItWrites) {
  MsgpackWriter writer;
  writer.array(2);
  entry(writer, "TAG", "B", 0, 1).map(1).text("TAG").text("A");
  entry(writer, "LEMMA", "seen", 0, 1).map(1).text("TAG").text("B");
  Doc doc;
  doc.add("x", "A").rule(loaded(writer));
  EXPECT_EQ(doc.tokens[0].tag, "B");
  EXPECT_EQ(doc.tokens[0].lemma, "");
}

TEST(AttributeRuler, MatchesRunsOfTokens) {
  MsgpackWriter writer;
  writer.array(2);
  entry(writer, "LEMMA", "to", 1, 2).map(1).text("LOWER").text("got").map(1).text("LOWER").text("ta");
  entry(writer, "LEMMA", "ta", 0, 1).map(1).text("LOWER").text("ta");
  Doc doc;
  doc.add("got", "VBD").add("ta", "TO").add("ta", "TO").rule(loaded(writer));
  EXPECT_EQ(doc.tokens[0].lemma, "");
  EXPECT_EQ(doc.tokens[1].lemma, "ta") << "the later entry of one token overrules the earlier of two";
  MsgpackWriter swapped;
  swapped.array(2);
  entry(swapped, "LEMMA", "ta", 0, 1).map(1).text("LOWER").text("ta");
  entry(swapped, "LEMMA", "to", 1, 2).map(1).text("LOWER").text("got").map(1).text("LOWER").text("ta");
  Doc other;
  other.add("got", "VBD").add("ta", "TO").add("ta", "TO").rule(loaded(swapped));
  EXPECT_EQ(other.tokens[1].lemma, "to");
  EXPECT_EQ(other.tokens[2].lemma, "ta");
}

TEST(AttributeRuler, KnowsTheOperators) {
  MsgpackWriter writer;
  writer.array(3);
  entry(writer, "POS", "AUX", 0, 1).map(2);
  writer.text("TAG").map(1).text("NOT_IN").array(2).text("TO").text("");
  writer.text("DEP").map(1).text("IN").array(2).text("aux").text("auxpass");
  entry(writer, "LEMMA", "you", 0, 1).map(1).text("LOWER").map(1).text("REGEX").text("^y'?$");
  entry(writer, "DEP", "dep", 0, 1).map(1).text("IS_SPACE").boolean(true);
  Doc doc;
  doc.add("was", "VBD", "auxpass")
      .add("to", "TO", "aux")
      .add("was", "", "aux")
      .add("Y'", "PRP")
      .add("\n", "_SP", "ROOT");
  doc.rule(loaded(writer));
  EXPECT_EQ(doc.tokens[0].pos, Pos::kAux);
  EXPECT_EQ(doc.tokens[1].pos, Pos::kNone);
  EXPECT_EQ(doc.tokens[2].pos, Pos::kNone);
  EXPECT_EQ(doc.tokens[3].lemma, "you");
  EXPECT_EQ(doc.tokens[4].dep, "dep");
}

TEST(AttributeRuler, RefusesWhatItDoesNotKnow) {
  MsgpackWriter writer;
  writer.array(1);
  entry(writer, "POS", "VERB", 0, 1).map(2).text("TAG").text("VB").text("OP").text("+");
  auto ruler = AttributeRuler::load(writer.bytes(), "attribute_ruler/patterns");
  ASSERT_FALSE(ruler);
  EXPECT_EQ(ruler.error().code, ErrorCode::kUnsupported);
  EXPECT_NE(ruler.error().message.find("attribute_ruler/patterns"), std::string::npos);

  MsgpackWriter no_tag;
  no_tag.array(1);
  entry(no_tag, "POS", "VERBAL", 0, 1).map(1).text("TAG").text("VB");
  ruler = AttributeRuler::load(no_tag.bytes(), "attribute_ruler/patterns");
  ASSERT_FALSE(ruler);
  EXPECT_EQ(ruler.error().code, ErrorCode::kDamaged);
}

}  // namespace
}  // namespace sumario::nlp
