#include "page/text/page_knowledge.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "page/text/knowledge_for_tests.h"

namespace sumario::page {
namespace {

using testing::HasSubstr;

std::optional<PhraseMatch> matched(std::string_view text, PhrasePlace place) {
  return test_knowledge().match(words_in(text, {0, static_cast<uint32_t>(text.size())}), place);
}

TEST(PageKnowledge, FitsPhrasesWithWildcards) {
  EXPECT_TRUE(matched("Skip to content", PhrasePlace::kLine));
  EXPECT_TRUE(matched("SKIP TO CONTENT", PhrasePlace::kLine));
  EXPECT_FALSE(matched("Skip to content now", PhrasePlace::kLine));
  EXPECT_TRUE(matched("7 min read", PhrasePlace::kLine));
  EXPECT_TRUE(matched("Ann Lee and Bob Ray contributed to this report.", PhrasePlace::kSentenceStart));
  EXPECT_TRUE(matched("© 2021 The Valley Post", PhrasePlace::kSentence));
  EXPECT_TRUE(matched("(c) 2021 The Valley Post", PhrasePlace::kSentence));
  EXPECT_FALSE(matched("(c) the second paragraph", PhrasePlace::kSentence));
}

TEST(PageKnowledge, AsksForTheColon) {
  EXPECT_TRUE(matched("RELATED: Mayor quits", PhrasePlace::kLineStart));
  EXPECT_FALSE(matched("Related charges were dropped.", PhrasePlace::kLineStart));
}

TEST(PageKnowledge, TellsHowManyWordsAPhraseTakes) {
  EXPECT_EQ(matched("Reporting by Ann Lee; editing by Bob Ray", PhrasePlace::kSentenceStart)->words, 6u);
}

// A copy of the project's files with one of them changed.
std::string refusal(const std::string& file, const std::string& line) {
  namespace fs = std::filesystem;
  fs::path copy = fs::path(testing::TempDir()) / "page_knowledge_copy";
  fs::remove_all(copy);
  fs::create_directories(copy);
  fs::copy(SUMARIO_SOURCE_DIR "/knowledge/page", copy / "page");
  std::ofstream(copy / "page" / file, std::ios::app) << line << '\n';
  auto loaded = PageKnowledge::load(copy);
  return loaded ? "accepted" : loaded.error().message;
}

TEST(PageKnowledge, NamesTheLineThatCannotBeUnderstood) {
  EXPECT_THAT(refusal("boilerplate.txt", "buy now\tline"), HasSubstr("3 fields apart by tabs are needed"));
  EXPECT_THAT(refusal("boilerplate.txt", "buy now\tcorner\tteaser"), HasSubstr("'corner' is no place"));
  EXPECT_THAT(refusal("boilerplate.txt", "buy now\tline\tadvert"), HasSubstr("'advert' is no reason"));
  EXPECT_THAT(refusal("menus.txt", "home"), HasSubstr("menus.txt:"));
  EXPECT_THAT(refusal("menus.txt", "home"), HasSubstr("stands here for the second time"));
  EXPECT_THAT(refusal("date_labels.txt", "made\tmade"), HasSubstr("'made' is no label"));
}

TEST(PageKnowledge, NamesAFileThatIsAbsent) {
  auto loaded = PageKnowledge::load("no/such/folder");
  ASSERT_FALSE(loaded);
  EXPECT_EQ(loaded.error().code, ErrorCode::kNotFound);
  EXPECT_THAT(loaded.error().message, HasSubstr("no/such/folder/page/boilerplate.txt"));
}

}  // namespace
}  // namespace sumario::page
