#include "nlp/tokenizer.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "base/utf8.h"
#include "nlp/model_for_tests.h"
#include "nlp/msgpack_writer_for_tests.h"

namespace sumario::nlp {
namespace {

using Exceptions = std::map<std::string, std::vector<std::pair<std::string, std::string>>>;  // key to (orth, norm)

struct Patterns {
  std::string prefix = R"(^\(|^"|^'|^:|^\.\.+)", suffix = R"(\)$|"$|'$|:$|,$|\.\.+$|\.$|(?<=[0-9])km$)",
              infix = R"(\.\.+|-)", url = R"(^http://\S+$)";
  bool faster = true;
};

std::string tokenizer_file(const Patterns& patterns, const Exceptions& exceptions) {
  MsgpackWriter writer;
  writer.map(7);
  writer.text("prefix_search").text(patterns.prefix).text("suffix_search").text(patterns.suffix);
  writer.text("infix_finditer").text(patterns.infix).text("token_match").nil().text("url_match").text(patterns.url);
  writer.text("faster_heuristics").boolean(patterns.faster).text("exceptions").map(exceptions.size());
  for (const auto& [key, parts] : exceptions) {
    writer.text(key).array(parts.size());
    for (const auto& [orth, norm] : parts) {
      writer.map(norm.empty() ? 1 : 2).number(65).text(orth);
      if (!norm.empty()) writer.number(67).text(norm);
    }
  }
  return writer.bytes();
}

Tokenizer made(const Exceptions& exceptions, const Patterns& patterns = {}) {
  auto tokenizer = Tokenizer::load(tokenizer_file(patterns, exceptions), "tokenizer", Norms());
  if (!tokenizer) throw std::runtime_error(tokenizer.error().message);
  return std::move(*tokenizer);
}

// The tokens' words; '_' stands after those whose space is swallowed.
std::vector<std::string> words(const Tokenizer& tokenizer, std::string_view text) {
  TokenizerScratch scratch;
  std::vector<RawToken> tokens;
  tokenizer.tokenise(text, 0, scratch, tokens);
  std::vector<std::string> out;
  for (const RawToken& token : tokens)
    out.push_back(std::string(text.substr(token.start, token.end - token.start)) + (token.space_after ? "_" : ""));
  return out;
}

using Words = std::vector<std::string>;

TEST(Tokenizer, SwallowsOneSpaceAfterAWord) {
  Tokenizer tokenizer = made({});
  EXPECT_EQ(words(tokenizer, "He said"), (Words{"He_", "said"}));
  EXPECT_EQ(words(tokenizer, "He  said "), (Words{"He_", " ", "said_"}));
  EXPECT_EQ(words(tokenizer, " a"), (Words{" ", "a"}));
  EXPECT_EQ(words(tokenizer, "a\xC2\xA0 b"), (Words{"a", "\xC2\xA0 ", "b"}));
  EXPECT_EQ(words(tokenizer, "a\n \nb"), (Words{"a", "\n \n", "b"}));
  EXPECT_EQ(words(tokenizer, ""), Words{});
  EXPECT_EQ(words(tokenizer, "\n"), (Words{"\n"}));
}

TEST(Tokenizer, PeelsPrefixesAndSuffixes) {
  Tokenizer tokenizer = made({});
  EXPECT_EQ(words(tokenizer, "(\"no\"),"), (Words{"(", "\"", "no", "\"", ")", ","}));
  EXPECT_EQ(words(tokenizer, "wait...."), (Words{"wait", "...."}));
  EXPECT_EQ(words(tokenizer, "10km"), (Words{"10", "km"}));
  EXPECT_EQ(words(tokenizer, "km"), (Words{"km"}));
  EXPECT_EQ(words(tokenizer, "()"), (Words{"(", ")"}));
}

TEST(Tokenizer, SplitsAtInfixesButNotAtTheStart) {
  Tokenizer tokenizer = made({});
  EXPECT_EQ(words(tokenizer, "well-known"), (Words{"well", "-", "known"}));
  EXPECT_EQ(words(tokenizer, "-known-"), (Words{"-known", "-"}));
  EXPECT_EQ(words(tokenizer, "hello...there"), (Words{"hello", "...", "there"}));
}

TEST(Tokenizer, KeepsUrlsWhole) {
  Tokenizer tokenizer = made({});
  EXPECT_EQ(words(tokenizer, "(http://a-b.c),"), (Words{"(", "http://a-b.c", ")", ","}));
}

TEST(Tokenizer, StopsPeelingAtAnException) {
  Tokenizer tokenizer = made({{"U.S.", {{"U.S.", ""}}}, {"can't", {{"ca", "can"}, {"n't", "not"}}}});
  EXPECT_EQ(words(tokenizer, "(U.S.)"), (Words{"(", "U.S.", ")"}));
  EXPECT_EQ(words(tokenizer, "U.S.,"), (Words{"U.S.", ","}));
  EXPECT_EQ(words(tokenizer, "'can't'"), (Words{"'", "ca", "n't", "'"}));
}

TEST(Tokenizer, GivesThePartsOfAnExceptionTheirNorms) {
  Tokenizer tokenizer = made({{"can't", {{"ca", "can"}, {"n't", "not"}}}});
  TokenizerScratch scratch;
  std::vector<RawToken> tokens;
  tokenizer.tokenise("can't ca", 0, scratch, tokens);
  ASSERT_EQ(tokens.size(), 3u);
  EXPECT_EQ(scratch.lexemes[tokens[0].lexeme].norm, string_id("can"));
  EXPECT_EQ(scratch.lexemes[tokens[1].lexeme].norm, string_id("not"));
  EXPECT_EQ(scratch.lexemes[tokens[2].lexeme].norm, string_id("ca"));
}

TEST(Tokenizer, FindsExceptionsAcrossTokens) {
  // The infix rule breaks "(-:" up before it can be seen as a whole; the sequence is put together again.
  Tokenizer tokenizer = made({{"(-:", {{"(-:", ""}}}, {"'em", {{"'em", "them"}}}});
  EXPECT_EQ(words(tokenizer, "x-(-: y"), (Words{"x", "-", "(-:_", "y"}));
  EXPECT_EQ(words(tokenizer, "\"'em\""), (Words{"\"", "'em", "\""}));
  EXPECT_EQ(words(tokenizer, "' em"), (Words{"'_", "em"})) << "a space between: nothing to put together";
}

TEST(Tokenizer, PrefersTheLongestPhraseThenTheLeftmost) {
  Exceptions exceptions = {{"a-b", {{"a-b", ""}}}, {"b-c", {{"b-c", ""}}}, {"a-b-c", {{"a-b-c", ""}}}};
  Tokenizer tokenizer = made(exceptions);
  EXPECT_EQ(words(tokenizer, "z-a-b-c"), (Words{"z", "-", "a-b-c"}));
  EXPECT_EQ(words(tokenizer, "z-a-b-a-b-c"), (Words{"z", "-", "a-b", "-", "a-b-c"}));
}

TEST(Tokenizer, CountsOffsetsFromTheBase) {
  Tokenizer tokenizer = made({{"(-:", {{"(-:", ""}}}});
  TokenizerScratch scratch;
  std::vector<RawToken> tokens;
  tokenizer.tokenise("ab (-:", 100, scratch, tokens);
  ASSERT_EQ(tokens.size(), 2u);
  EXPECT_EQ(tokens[1].start, 103u);
  EXPECT_EQ(tokens[1].end, 106u);
}

TEST(Tokenizer, RefusesDamagedFiles) {
  auto message = [](const std::string& bytes) {
    auto tokenizer = Tokenizer::load(bytes, "dir/tokenizer", Norms());
    return tokenizer ? std::string() : tokenizer.error().message;
  };
  EXPECT_NE(message("").find("dir/tokenizer"), std::string::npos);
  EXPECT_NE(message(MsgpackWriter().map(0).bytes()).find("prefix_search"), std::string::npos);
  Patterns broken;
  broken.suffix = "a(";
  EXPECT_NE(message(tokenizer_file(broken, {})).find("suffix_search"), std::string::npos);
  EXPECT_NE(message(tokenizer_file({}, {{"ab", {{"a", ""}}}})).find("exceptions"), std::string::npos);
}

TEST(Tokenizer, ReadsLongChunksInLinearTime) {
  Tokenizer tokenizer = made({});
  // Peeled one by one; a quadratic loop would take minutes.
  EXPECT_EQ(words(tokenizer, std::string(500'000, ')')).size(), 500'000u);
  EXPECT_EQ(words(tokenizer, std::string(1'000'000, 'a')).size(), 1u);
  EXPECT_EQ(words(tokenizer, "x" + std::string(10'000, '.')), (Words{"x", std::string(10'000, '.')}));
}

TEST(TokenizerScratch, IsEmptiedBetweenTextsOnly) {
  Tokenizer tokenizer = made({});
  TokenizerScratch scratch(4);
  std::vector<RawToken> tokens;
  tokenizer.tokenise("a b c d e f", 0, scratch, tokens);
  EXPECT_EQ(scratch.lexemes.size(), 6u);
  EXPECT_TRUE(scratch.make_room());
  EXPECT_EQ(scratch.lexemes.size(), 0u);
  tokens.clear();
  tokenizer.tokenise("f a", 0, scratch, tokens);
  EXPECT_EQ(scratch.lexemes[tokens[1].lexeme].text, "a");
  EXPECT_FALSE(scratch.make_room());
}

RC_GTEST_PROP(Tokenizer, LosesNothing, (const std::string& bytes)) {
  static const Tokenizer tokenizer = made({{"(-:", {{"(-:", ""}}}, {" ", {{" ", ""}}}, {"'em", {{"'em", "them"}}}});
  std::string text = repair_utf8(bytes);
  TokenizerScratch scratch;
  std::vector<RawToken> tokens;
  tokenizer.tokenise(text, 0, scratch, tokens);
  std::string joined;
  for (const RawToken& token : tokens) {
    RC_ASSERT(token.start == joined.size());
    RC_ASSERT(token.start < token.end);
    joined += text.substr(token.start, token.end - token.start);
    if (token.space_after) joined += ' ';
  }
  RC_ASSERT(joined == text);
}

// The published English rules on the vectors of the format's description.
class EnglishTokenizer : public ::testing::Test {
 protected:
  void SetUp() override {
    std::filesystem::path model = model_path_for_tests();
    std::ifstream file(model / "tokenizer", std::ios::binary);
    if (!file) GTEST_SKIP() << "no pipeline at " << model.string() << "; run make setup";
    std::stringstream bytes;
    bytes << file.rdbuf();
    auto loaded = Tokenizer::load(bytes.str(), "tokenizer", Norms());
    ASSERT_TRUE(loaded) << loaded.error().message;
    tokenizer = std::make_unique<Tokenizer>(std::move(*loaded));
  }
  std::unique_ptr<Tokenizer> tokenizer;
};

TEST_F(EnglishTokenizer, SplitsAsThePipelineDoes) {
  EXPECT_EQ(words(*tokenizer, "(U.S.)"), (Words{"(", "U.S.", ")"}));
  EXPECT_EQ(words(*tokenizer, "http://a.b/c)."), (Words{"http://a.b", "/", "c", ")", "."}));
  EXPECT_EQ(words(*tokenizer, "10km"), (Words{"10", "km"}));
  EXPECT_EQ(words(*tokenizer, "a.B"), (Words{"a.", "B"}));
  EXPECT_EQ(words(*tokenizer, "hello...there"), (Words{"hello", "...", "there"}));
  EXPECT_EQ(words(*tokenizer, "5-3"), (Words{"5", "-", "3"}));
  EXPECT_EQ(words(*tokenizer, "12:30pm"), (Words{"12:30pm"}));
  EXPECT_EQ(words(*tokenizer, "\n\nHe  said:\xC2\xA0 'It's 5pm.'\n"),
            (Words{"\n\n", "He_", " ", "said", ":", "\xC2\xA0 ", "'", "It", "'s_", "5", "pm", ".", "'", "\n"}));
}

TEST_F(EnglishTokenizer, BearsHostileChunks) {
  std::string colons;
  for (int i = 0; i < 20'000; ++i) colons += ":a";
  EXPECT_FALSE(words(*tokenizer, colons).empty());
  EXPECT_FALSE(words(*tokenizer, "http://" + std::string(200'000, '@')).empty());
  EXPECT_FALSE(words(*tokenizer, std::string(100'000, '.') + std::string(100'000, ')')).empty());
}

}  // namespace
}  // namespace sumario::nlp
