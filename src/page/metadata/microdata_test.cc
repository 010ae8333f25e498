#include "page/metadata/microdata.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "page/metadata/rdfa.h"

namespace sumario::page {
namespace {

using testing::ElementsAre;

StructuredData microdata(std::string_view html) {
  StructuredData data;
  auto tree = HtmlTree::parse(html, "page");
  add_microdata(*tree, data);
  return data;
}

StructuredData rdfa(std::string_view html) {
  StructuredData data;
  auto tree = HtmlTree::parse(html, "page");
  add_rdfa(*tree, data);
  return data;
}

TEST(Microdata, ReadsItemsWithinItems) {
  StructuredData data = microdata(R"(<article itemscope itemtype="https://schema.org/NewsArticle">
    <h1 itemprop="headline name">Mayor <em>held</em></h1><meta itemprop="datePublished" content="2023-04-05">
    <div itemprop="author" itemscope itemtype="https://schema.org/Person"><a itemprop="url" href="/ann"><b itemprop="name">Ann
    Lee</b></a></div><time itemprop="dateModified" datetime="2023-04-06T10:00Z">yesterday</time></article>)");
  ASSERT_EQ(data.items.size(), 2u);
  const DataItem& article = data.items[0];
  EXPECT_THAT(article.types, ElementsAre("https://schema.org/NewsArticle"));
  EXPECT_EQ(data.text(article, "headline"), "Mayor held");
  EXPECT_EQ(data.text(article, "name"), "Mayor held");
  EXPECT_EQ(data.text(article, "author"), "Ann Lee");
  EXPECT_EQ(data.text(article, "datePublished"), "2023-04-05");
  EXPECT_EQ(data.text(article, "dateModified"), "2023-04-06T10:00Z");
  EXPECT_FALSE(data.items[1].top);
  EXPECT_TRUE(data.values(data.items[1], "url")[0]->is_address);
}

TEST(Microdata, FollowsReferencesOnce) {
  StructuredData data = microdata(R"(<div itemscope itemref="a a b none"></div><p id="a"><b itemprop="name">Ann</b></p>
    <div id="b" itemprop="knows" itemscope itemref="b"><i itemprop="name">Bo</i></div>)");
  EXPECT_EQ(data.text(data.items[0], "name"), "Ann");
  EXPECT_EQ(data.values(data.items[0], "name").size(), 1u);
  EXPECT_EQ(data.text(data.items[0], "knows"), "Bo");
}

TEST(Microdata, BoundsWhatReferencesRepeat) {
  std::string html;
  for (int i = 0; i < 2000; ++i) html += "<i itemscope itemref=\"all\"></i>";
  html += "<div id=\"all\">";
  for (int i = 0; i < 2000; ++i) html += "<b itemprop=\"name\">x</b>";
  StructuredData data = microdata(html + "</div>");
  EXPECT_LT(data.property_count, 20'000u);
}

TEST(Rdfa, ReadsVocabulariesAndPrefixes) {
  StructuredData data =
      rdfa(R"(<div vocab="http://schema.org/" prefix="ov: http://example.org/terms/" typeof="Person" resource="#ann">
    <span property="name">Ann Lee</span> <a property="url" href="/ann">page</a> <i property="ov:pet">cat</i>
    <span property="memberOf" typeof="Organization"><b property="name">Daily Post</b></span></div>)");
  ASSERT_EQ(data.items.size(), 2u);
  EXPECT_EQ(data.items[0].id, "#ann");
  EXPECT_THAT(data.items[0].types, ElementsAre("http://schema.org/Person"));
  EXPECT_EQ(data.text(data.items[0], "name"), "Ann Lee");
  EXPECT_EQ(data.text(data.items[0], "pet"), "cat");
  EXPECT_EQ(data.items[0].properties[2].name, "http://example.org/terms/pet");
  EXPECT_EQ(data.text(data.items[1], "name"), "Daily Post");
}

TEST(Rdfa, JoinsRelationsThatWait) {
  StructuredData data = rdfa(R"(<div about="/a" rel="dc:creator"><p about="/b" property="foaf:name">Bo</p></div>)");
  EXPECT_EQ(data.text(data.items[1], "creator").value_or(data.text(data.items[0], "creator").value_or("")), "/b");
}

}  // namespace
}  // namespace sumario::page
