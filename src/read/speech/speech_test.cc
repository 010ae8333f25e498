#include "read/speech/speech.h"

#include <gtest/gtest.h>

#include <array>
#include <chrono>
#include <random>
#include <string>

#include "read/speech/speech_knowledge.h"

namespace sumario::read {
namespace {

SpeechReader reader() {
  auto loaded = SpeechReader::load(std::string(SUMARIO_SOURCE_DIR) + "/knowledge");
  EXPECT_TRUE(loaded) << loaded.error().message;
  return *loaded;
}

// A text of random words, marks and paragraphs under a random tree: nothing a parser would give, but nothing that may
// break the reader either.
struct RandomText {
  RandomText(uint32_t seed, int size) {
    constexpr std::array<std::string_view, 26> kWords = {
        "\"",     "“",   "”",      "'",      "‘",         "’",  ",",    ".",     ":",  "said", "Lee",    "that", "he",
        "denied", "the", "charge", "called", "according", "to", "\n\n", "claim", "of", "who",  "adding", "sure", "for"};
    constexpr std::array<std::string_view, 20> kDeps = {
        "nsubj", "ccomp", "dobj",      "prep", "pobj",      "advcl",   "acl",   "relcl", "conj", "mark",
        "punct", "xcomp", "parataxis", "oprd", "nsubjpass", "auxpass", "agent", "poss",  "cc",   "npadvmod"};
    constexpr std::array<std::string_view, 10> kTags = {"VBD", "VBZ", "VBG", "VBN", "VB",
                                                        "NN",  "NNP", "IN",  "TO",  "JJ"};
    constexpr std::array<nlp::Pos, 7> kPos = {nlp::Pos::kVerb, nlp::Pos::kNoun, nlp::Pos::kPropn, nlp::Pos::kPunct,
                                              nlp::Pos::kAdp,  nlp::Pos::kAdj,  nlp::Pos::kAux};
    std::mt19937 random(seed);
    auto pick = [&](const auto& from) { return from[random() % from.size()]; };
    for (int i = 0; i < size; ++i) {
      nlp::Token token;
      std::string_view word = pick(kWords);
      token.range = {static_cast<uint32_t>(text.size()), static_cast<uint32_t>(text.size() + word.size())};
      text += word;
      token.space_after = random() % 4 != 0;
      if (token.space_after) text += ' ';
      token.lemma = word == "said"     ? "say"
                    : word == "denied" ? "deny"
                    : word == "called" ? "call"
                    : word == "adding" ? "add"
                                       : word;
      token.dep = pick(kDeps);
      token.tag = pick(kTags);
      token.pos = word == "\n\n" ? nlp::Pos::kSpace : pick(kPos);
      // Heads stay within blocks of 40 tokens and point backwards, so that there is no cycle.
      int first = i / 40 * 40;
      token.sentence_start = i == first;
      token.head = i == first ? i : first + static_cast<int>(random() % static_cast<uint32_t>(i - first));
      if (i == first) token.dep = "ROOT", analysis.sentences.push_back(i);
      analysis.tokens.push_back(token);
    }
    analysis.text = text;
  }
  std::string text;
  nlp::Analysis analysis;
};

TEST(Speech, HoldsItsPromisesOnAnyTree) {
  const SpeechReader speech = reader();
  for (uint32_t seed = 0; seed < 400; ++seed) {
    RandomText random(seed, 1 + static_cast<int>(seed));
    Tree tree(random.analysis);
    Cast cast;
    auto found = speech.read(tree, cast, SpeechScope::kEverything);
    for (size_t i = 0; i < found.size(); ++i) {
      ASSERT_FALSE(found[i].content.empty());
      uint32_t end = 0;
      for (ByteRange part : found[i].content) {
        ASSERT_LT(part.start, part.end) << "seed " << seed;
        ASSERT_LE(part.end, random.text.size());
        ASSERT_LE(end, part.start) << "seed " << seed;
        end = part.end;
      }
      ASSERT_LT(found[i].parent, static_cast<int>(i));
      ASSERT_EQ(found[i].entity, -1);
      ASSERT_LE(found[i].source.end, tree.size());
    }
  }
}

TEST(Speech, NothingIsFoundInAnEmptyText) {
  nlp::Analysis nothing;
  Tree tree(nothing);
  EXPECT_TRUE(reader().read(tree, Cast()).empty());
}

TEST(Speech, CostsTimeLinearInTheText) {
  const SpeechReader speech = reader();
  auto seconds = [&](int size) {
    RandomText random(7, size);
    Tree tree(random.analysis);
    auto start = std::chrono::steady_clock::now();
    speech.read(tree, Cast(), SpeechScope::kEverything);
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  };
  seconds(2000);
  double little = seconds(20000), much = seconds(160000);
  EXPECT_LT(much, 8 * 4 * little + 0.05);
}

TEST(SpeechKnowledge, FilesNameTheLineThatIsWrong) {
  auto act = parse_cue_words("say\tutters\tquote\n", "verbs.txt");
  ASSERT_FALSE(act);
  EXPECT_EQ(act.error().message, "verbs.txt:1: no such act: \"utters\"");
  auto frame = parse_cue_words("# x\nsay\tsays\tquote thus\n", "verbs.txt");
  ASSERT_FALSE(frame);
  EXPECT_EQ(frame.error().message, "verbs.txt:2: no such frame: \"thus\"");
  auto twice = parse_cue_words("say\tsays\tquote\nsay\tsays\tthat\n", "verbs.txt");
  ASSERT_FALSE(twice);
  EXPECT_EQ(twice.error().message, "verbs.txt:2: \"say\" stands here twice");
}

TEST(SpeechKnowledge, AQuestionMarkMakesAFrameWeak) {
  auto words = parse_cue_words("back\tsupports\tquote obj? :for? :of\n", "verbs.txt");
  ASSERT_TRUE(words);
  const CueWord& back = words->at("back");
  EXPECT_TRUE(back.takes(kQuote));
  EXPECT_FALSE(back.takes(kObject));
  EXPECT_TRUE(back.takes_weakly(kObject));
  EXPECT_FALSE(back.takes("for"));
  EXPECT_TRUE(back.takes_weakly("for"));
  EXPECT_TRUE(back.takes("of"));
}

TEST(SpeechActs, ThoughtsAndWishesAreNoStatements) {
  EXPECT_TRUE(is_statement(SpeechAct::kSays));
  EXPECT_TRUE(is_statement(SpeechAct::kDenies));
  EXPECT_FALSE(is_statement(SpeechAct::kThinks));
  EXPECT_FALSE(is_statement(SpeechAct::kWants));
  for (auto act : {SpeechAct::kSays, SpeechAct::kOpposes, SpeechAct::kForetells})
    EXPECT_EQ(act_named(name_of(act)), act);
}

}  // namespace
}  // namespace sumario::read
