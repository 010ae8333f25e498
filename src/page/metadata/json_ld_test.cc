#include "page/metadata/json_ld.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sumario::page {
namespace {

using testing::ElementsAre;

StructuredData read(std::string_view script) {
  StructuredData data;
  add_json_ld(script, data);
  return data;
}

std::string headline(std::string_view script) {
  StructuredData data = read(script);
  return data.items.empty() ? "" : std::string(data.text(data.items[0], "headline").value_or(""));
}

TEST(JsonLd, ReadsItemsOfArraysAndGraphs) {
  StructuredData data = read(R"({"@context": "https://schema.org", "@graph": [
    {"@type": "NewsArticle", "@id": "#a", "author": [{"@type": "Person", "name": "Ann Lee"}, "Bo Ruiz"], "wordCount": 300},
    {"@type": ["WebPage", "ItemPage"], "isAccessibleForFree": false, "image": null}]})");
  ASSERT_EQ(data.items.size(), 4u);  // the graph's own item, then the article, its author, the page
  const DataItem& article = data.items[1];
  EXPECT_THAT(article.types, ElementsAre("NewsArticle"));
  EXPECT_EQ(article.id, "#a");
  EXPECT_EQ(data.text(article, "author"), "Ann Lee");
  EXPECT_EQ(data.values(article, "author").size(), 2u);
  EXPECT_EQ(data.text(article, "wordCount"), "300");
  EXPECT_FALSE(data.items[2].top);
  EXPECT_THAT(data.items[3].types, ElementsAre("WebPage", "ItemPage"));
  EXPECT_EQ(data.text(data.items[3], "isAccessibleForFree"), "false");
  EXPECT_EQ(data.text(data.items[3], "image"), std::nullopt);
}

TEST(JsonLd, FollowsReferences) {
  StructuredData data =
      read(R"([{"@type": "Article", "author": {"@id": "#ann"}}, {"@id": "#ann", "name": "Ann Lee"}])");
  EXPECT_EQ(data.text(data.items[0], "author"), "Ann Lee");
}

TEST(JsonLd, RepairsWhatTemplatesBreak) {
  EXPECT_EQ(headline(R"({"headline": "Mayor held", "section": "City",})"), "Mayor held");
  EXPECT_EQ(headline(R"({"headline": "Mayor held", , "a": [1, 2,],})"), "Mayor held");
  EXPECT_EQ(headline("{\"headline\": \"Mayor\n\theld\"}"), "Mayor\n held");
  EXPECT_EQ(headline("<!-- {\"headline\": \"Mayor held\"} -->"), "Mayor held");
  EXPECT_EQ(headline("<!-- by the template --> {\"headline\": \"Mayor held\"}"), "Mayor held");
  EXPECT_EQ(headline("//<![CDATA[\n{\"headline\": \"Mayor held\"}\n//]]>"), "Mayor held");
  EXPECT_EQ(headline("{\"headline\": \"Mayor held\", // of the city\n /* gone: */ \"a\": 1}"), "Mayor held");
  EXPECT_EQ(headline(R"({"headline": "Mayor\'s \d men held"})"), "Mayor's \\d men held");
  EXPECT_EQ(headline("{\"headline\": \"Mayor held\"};"), "Mayor held");
  EXPECT_EQ(headline("{\"headline\": \"Mayor held\", \"author\": {\"name\": \"Ann"), "Mayor held");
}

TEST(JsonLd, KeepsWhatStandsInStrings) {
  EXPECT_EQ(headline(R"({"headline": "A // b <!-- c --> ,} d",})"), "A // b <!-- c --> ,} d");
}

TEST(JsonLd, LeavesOutWhatIsNoJson) {
  EXPECT_TRUE(read("").items.empty());
  EXPECT_TRUE(read("null").items.empty());
  EXPECT_TRUE(read("var a = 3;").items.empty());
  EXPECT_TRUE(read(std::string(10'000, '[')).items.empty());
}

TEST(JsonLd, TakesLinearTime) {
  // A second for each is far more than they take when nothing is looked for twice.
  for (std::string_view unit : {"<!--", "<!-- {", ", ", "[ , ", "/*", "//", "\"\\", "{\"a\":["}) {
    std::string script;
    while (script.size() < (size_t{2} << 20)) script += unit;
    auto start = std::chrono::steady_clock::now();
    read(script);
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(5)) << unit;
  }
}

}  // namespace
}  // namespace sumario::page
