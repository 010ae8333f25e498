#include "page/article_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "base/sha256.h"
#include "page/text/knowledge_for_tests.h"
#include "record/reading.h"

namespace sumario::page {
namespace {

using testing::ElementsAre;

Result<Article> read_text(std::string bytes, const ArticleOptions& options = {}) {
  return article_from({"a.txt", RecordKind::kText, std::move(bytes)}, options, test_knowledge());
}
Result<Article> read_json(std::string bytes, const ArticleOptions& options = {}) {
  return article_from({"a.jsonl:7", RecordKind::kJson, std::move(bytes)}, options, test_knowledge());
}
std::string refusal(const Result<Article>& article) { return article ? "accepted" : article.error().message; }

TEST(ArticleReader, ReadsAPlainText) {
  auto article = read_text("Mayor charged\r\n\r\nThe mayor was charged.\r\n");
  ASSERT_TRUE(article);
  EXPECT_EQ(article->id, sha256_hex("Mayor charged\r\n\r\nThe mayor was charged.\r\n"));
  EXPECT_EQ(article->text, "Mayor charged\n\nThe mayor was charged.");
  EXPECT_EQ(article->title, "Mayor charged");
  EXPECT_EQ(article->language, "en");
  EXPECT_FALSE(article->published);
}

TEST(ArticleReader, ReadsARecordWithItsMetadata) {
  std::string line =
      R"({"text":"The mayor was charged.","title":"Mayor\ncharged","published":"2020-11-19T08:00:00Z","outlet":"Post","url":"https://x.org/2019/01/02/","authors":["Eva Moss"]})";
  auto article = read_json(line);
  ASSERT_TRUE(article);
  EXPECT_EQ(article->id, sha256_hex(line));
  EXPECT_EQ(article->text, "Mayor charged\n\nThe mayor was charged.");
  EXPECT_EQ(to_string(*article->published), "2020-11-19");
  EXPECT_EQ(article->published_from, PublishedFrom::kMetadata);
  EXPECT_EQ(article->outlet, "Post");
  EXPECT_THAT(article->authors, ElementsAre("Eva Moss"));
}

TEST(ArticleReader, DatesByTheBestWitness) {
  const std::string dated = "Mayor charged\\n\\n19 November 2020\\n\\nThe mayor was charged.";
  auto from = [](const Result<Article>& article) { return article->published_from; };
  ArticleOptions options;
  options.published = parse_day("2020-01-01");
  EXPECT_EQ(from(read_json("{\"text\":\"" + dated + "\",\"published\":\"2020-11-18\"}", options)),
            PublishedFrom::kArgument);
  EXPECT_EQ(from(read_json("{\"text\":\"" + dated + "\",\"published\":\"2020-11-18\"}")), PublishedFrom::kMetadata);
  EXPECT_EQ(from(read_json("{\"text\":\"" + dated + "\",\"url\":\"https://x.org/2020/11/20/\"}")),
            PublishedFrom::kText);
  EXPECT_EQ(from(read_json("{\"text\":\"Ok.\",\"url\":\"https://x.org/2020/11/20/\"}")), PublishedFrom::kUrl);
  EXPECT_EQ(from(read_json("{\"text\":\"Ok.\"}")), std::nullopt);
}

TEST(ArticleReader, TheCallerKnowsBest) {
  ArticleOptions options;
  options.outlet = "Argus";
  options.url = "https://y.org/";
  auto article = read_json(R"({"text":"Ok.","outlet":"Post","url":"https://x.org/"})", options);
  EXPECT_EQ(article->outlet, "Argus");
  EXPECT_EQ(article->url, "https://y.org/");
}

TEST(ArticleReader, NamesWhatIsWrong) {
  EXPECT_EQ(refusal(read_text("  \n")), "a.txt: no text");
  EXPECT_EQ(refusal(read_text(std::string(kTextLimit + 1, 'x'))), "a.txt: a text longer than 4 MB");
  EXPECT_EQ(refusal(read_json("{}")), "a.jsonl:7: no text");
  EXPECT_EQ(refusal(read_json("{\"text\":\" \"}")), "a.jsonl:7: no text");
  EXPECT_EQ(refusal(read_json("{\"html\":\"<p>\"}")), "a.jsonl:7: no text");
  EXPECT_EQ(refusal(read_json("{\"text\":\"Ok.\",\"published\":\"yesterday\"}")),
            "a.jsonl:7: published: 'yesterday' is no day");
}

// Pieces of pages and of damage, put together at random: whatever comes out keeps the contract.
TEST(ArticleReader, KeepsTheContractWhateverItReads) {
  const auto piece = rc::gen::element<std::string>(
      "The mayor was charged on Friday.", " ", "\n", "\n\n", "\r\n", " . ", ", .", " when .", "(c) 2021 Post.",
      "© 2021", "Latest posts", "Home", "Contact us", "###", "“Why?” he asked.", "é", "\u2028", "\u00a0",
      "READ MORE: storm", "MAYOR QUITS AFTER THE STORM HITS", "555-555-0199", "a@b.org", "19 November 2020",
      "LIMA, Nov 19, 2020 (A) -", "\xE9", "\xF0\x9F\x98\x80", "\t", "th", ".", "• ", "1. ");
  EXPECT_TRUE(rc::check([&] {
    std::string bytes;
    for (const std::string& part : *rc::gen::container<std::vector<std::string>>(piece)) bytes += part;
    auto article = read_text(bytes);
    if (!article) return;
    Reading reading;
    reading.document = *article;
    RC_ASSERT(broken_rule(reading) == "");
    for (ByteRange range : readable_ranges(*article)) RC_ASSERT(!range.empty());
    RC_ASSERT(to_json_line(*read_text(bytes)) == to_json_line(*article));
  }));
}

TEST(ArticleReader, TakesLinearTime) {
  // Each would take minutes if work grew with the square of the length.
  for (std::string unit : {"x ", "a. ", "Home\n", "a\n\n", "(c) 2021 ", "\n", " . ", "9 9 9 ", "READ MORE "}) {
    std::string bytes = "Title\n\n";
    while (bytes.size() < 1'000'000) bytes += unit;
    EXPECT_TRUE(read_text(bytes)) << unit;
  }
}

}  // namespace
}  // namespace sumario::page
