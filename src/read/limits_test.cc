#include "read/limits.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "nlp/analysis_for_tests.h"

namespace sumario::read {
namespace {

using nlp::Iob;
using nlp::Pos;
using ::testing::ElementsAre;

constexpr std::string_view kText = "It rained. Lee said so twice. She left.";

nlp::Analysis three_sentences() {
  auto token = [](std::string_view word, int32_t head, bool starts = false) {
    nlp::TestToken made;
    made.word = word, made.head = head, made.sentence_start = starts;
    return made;
  };
  auto name = [&](std::string_view word, int32_t head, Iob iob, bool starts) {
    nlp::TestToken made = token(word, head, starts);
    made.entity = "PERSON", made.iob = iob;
    return made;
  };
  return nlp::analysis_of(
      kText, {token("It", 1, true), token("rained", 1), token(".", 1), name("Lee", 4, Iob::kBegin, true),
              token("said", 4), token("so", 4), token("twice", 4), token(".", 4), name("She", 9, Iob::kBegin, true),
              token("left", 9), token(".", 9)});
}

std::vector<std::string> words(const nlp::Analysis& analysis) {
  std::vector<std::string> words;
  for (const nlp::Token& token : analysis.tokens) words.emplace_back(analysis.words(token));
  return words;
}

TEST(Limits, LeaveShortSentencesAlone) {
  nlp::Analysis analysis = three_sentences();
  EXPECT_TRUE(keep_to(Limits{.longest_sentence = 5}, analysis).empty());
  EXPECT_EQ(analysis.tokens.size(), 11u);
}

TEST(Limits, LeaveOutALongSentenceAndNoteIt) {
  nlp::Analysis analysis = three_sentences();
  std::vector<Note> notes = keep_to(Limits{.longest_sentence = 4}, analysis);
  ASSERT_EQ(notes.size(), 1u);
  EXPECT_EQ(words_of(kText, notes[0].range), "Lee said so twice.");
  EXPECT_EQ(notes[0].why, NoteWhy::kLongSentence);
  EXPECT_THAT(words(analysis), ElementsAre("It", "rained", ".", "She", "left", "."));
  EXPECT_THAT(analysis.sentences, ElementsAre(0, 3));
  EXPECT_EQ(analysis.tokens[3].head, 4);
  EXPECT_EQ(analysis.tokens[4].head, 4);
  ASSERT_EQ(analysis.entities.size(), 1u);
  EXPECT_EQ(analysis.entities[0].begin, 3);
  EXPECT_EQ(analysis.entities[0].end, 4);
}

TEST(Limits, EndANameThatReachesIntoASentenceLeftOut) {
  nlp::Analysis analysis = three_sentences();
  analysis.entities = {{7, 9, "PERSON"}};  // ". She"
  keep_to(Limits{.longest_sentence = 4}, analysis);
  EXPECT_TRUE(analysis.entities.empty());
  EXPECT_EQ(analysis.tokens[3].iob, Iob::kOutside);
  EXPECT_EQ(analysis.tokens[3].entity, "");
}

TEST(Limits, EndBehindTheLastNameThatCounts) {
  nlp::Analysis analysis = three_sentences();
  std::vector<Note> notes = keep_to(Limits{.most_names = 1}, analysis);
  ASSERT_EQ(notes.size(), 1u);
  EXPECT_EQ(words_of(kText, notes[0].range), "She left.");
  EXPECT_EQ(notes[0].why, NoteWhy::kManyNames);
  EXPECT_THAT(analysis.sentences, ElementsAre(0, 3));
  EXPECT_EQ(analysis.tokens.size(), 8u);
  ASSERT_EQ(analysis.entities.size(), 1u);
  EXPECT_EQ(analysis.entities[0].begin, 3);
}

}  // namespace
}  // namespace sumario::read
