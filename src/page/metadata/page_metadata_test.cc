#include "page/metadata/page_metadata.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "page/metadata/page_dates.h"
#include "page/metadata/title_parts.h"
#include "page/text/knowledge_for_tests.h"

namespace sumario::page {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

PageMetadata read(std::string_view html, std::optional<std::string_view> address = std::nullopt) {
  auto tree = HtmlTree::parse(html, "page");
  return page_metadata(*tree, address, test_knowledge());
}

std::string title(std::string_view html) { return read(html).title.value_or(Candidate{}).value; }

TEST(Title, LosesTheOutletsName) {
  EXPECT_EQ(
      title(
          "<title>Mayor held in Lima | Politics | Daily Post</title><meta property=og:site_name content='Daily Post'>"),
      "Mayor held in Lima | Politics");
  EXPECT_EQ(title("<title>The Daily Post - Mayor held - again</title><link rel=canonical "
                  "href='https://www.dailypost.example/a'>"),
            "Mayor held - again");
  EXPECT_EQ(title("<title>Mayor held in Lima - a first</title>"), "Mayor held in Lima - a first");
}

TEST(Title, IsTheHeadingThatReadersSee) {
  EXPECT_EQ(title("<meta property=og:title content='Mayor held: what we know about Lima'><h1>Mayor of Lima is "
                  "<em>held</em></h1>"),
            "Mayor of Lima is held");
  PageMetadata page = read(
      "<title>Mayor held in Lima</title><h1>Daily Post</h1><h1>Mayor held in Lima</h1>"
      "<meta property=og:site_name content='Daily Post'>");
  EXPECT_EQ(page.title->value, "Mayor held in Lima");
  EXPECT_EQ(page.title->source, Source::kHeading);
}

TEST(Title, IsNoDepartmentAndNoOutlet) {
  EXPECT_EQ(
      title("<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"What the vote means\"}</script>"
            "<h1><span>Opinion</span> What the vote means</h1>"),
      "What the vote means");
  EXPECT_EQ(title("<title>Four Rivers » Archive » The water of Lima</title><h1><a href='/'>Four Rivers</a></h1>"
                  "<h2>The water of Lima</h2>"),
            "The water of Lima");
  EXPECT_EQ(title("<meta property=og:title content='Mayor held in Lima'><h1>Newsletter</h1><h1>Search</h1>"),
            "Mayor held in Lima");
}

TEST(Title, IsThatOfThePagesOwnArticle) {
  EXPECT_EQ(
      title("<link rel=canonical href='https://post.example/b'><script type='application/ld+json'>["
            "{\"@type\":\"NewsArticle\",\"headline\":\"Rain in Cusco\",\"url\":\"https://post.example/a\"},"
            "{\"@type\":\"NewsArticle\",\"headline\":\"Mayor held\",\"url\":\"https://post.example/b\"}]</script>"),
      "Mayor held");
  EXPECT_EQ(title("<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Mayor "
                  "&#8216;held&#8217;\"}</script>"),
            "Mayor ‘held’");
}

TEST(TitleParts, AreApartAtMarksWithSpaces) {
  EXPECT_THAT(title_parts("A-b | C – d: e"), ElementsAre("A-b", "C", "d: e"));
  EXPECT_THAT(title_parts(" | "), ElementsAre(" | "));
}

TEST(Authors, ComeFromTheBestSource) {
  PageMetadata page = read(
      "<meta name=author content='Daily Post'><meta property=og:site_name content='Daily Post'>"
      "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"author\":[{\"name\":\"Ann Lee\"},"
      "{\"name\":\"Bo Ruiz\"}]}</script>");
  EXPECT_THAT(page.authors, ElementsAre("Ann Lee", "Bo Ruiz"));
  EXPECT_EQ(page.authors_from, Source::kJsonLd);
  EXPECT_THAT(
      read("<meta name=twitter:label1 content='Written by'><meta name=twitter:data1 content='Ann Lee'>").authors,
      ElementsAre("Ann Lee"));
  EXPECT_THAT(
      read("<meta name=twitter:label1 content='Est. reading time'><meta name=twitter:data1 content='Ann Lee'>").authors,
      IsEmpty());
}

TEST(Authors, ComeFromTheBylineWhereTheHeadNamesTheOutlet) {
  constexpr std::string_view kHead =
      "<meta property=og:site_name content='Daily Post'><script type='application/ld+json'>"
      "{\"@type\":\"NewsArticle\",\"author\":{\"name\":\"Daily Post\"}}</script><h1>Mayor held</h1>";
  auto authors = [&](std::string_view body) { return read(std::string(kHead) + std::string(body)).authors; };
  EXPECT_THAT(authors("<div class='story-byline'><a>Ann Lee</a> <span>Valley Herald</span></div>"),
              ElementsAre("Ann Lee"));
  EXPECT_THAT(authors("<p>By <a href='/author/ann'>Ann Lee</a></p>"), ElementsAre("Ann Lee"));
  EXPECT_THAT(authors("<p>By Ann Lee and Bo Ruiz</p>"), ElementsAre("Ann Lee", "Bo Ruiz"));
  EXPECT_THAT(authors("<p>12.04.2023 - Anna Lehmann</p>"), ElementsAre("Anna Lehmann"));
  EXPECT_THAT(authors("<div><span>von Anna Lehmann</span></div>"), ElementsAre("Anna Lehmann"));
  EXPECT_THAT(authors("<p>Das Buch <i>von Anna Lehmann</i> ist da.</p>"), ElementsAre("Daily Post"));
  EXPECT_THAT(authors("<figure class=author>Cy Dahl</figure><p>By Ann Lee</p>"), ElementsAre("Ann Lee"));
  EXPECT_THAT(authors("<p>By noon the mayor had gone.</p>"), ElementsAre("Daily Post"));
  EXPECT_THAT(authors("<div class=author-bio-image>Cy Dahl</div>"), ElementsAre("Daily Post"));
  EXPECT_THAT(authors("<aside><a rel=author>Cy Dahl</a></aside>"), ElementsAre("Daily Post"));
}

TEST(Authors, AreWritersNotHelpers) {
  EXPECT_THAT(
      read("<meta name=parsely-author content='Ann Lee'><script type='application/ld+json'>{\"@type\":\"NewsArticle\","
           "\"author\":[{\"name\":\"Ann Lee\"},{\"name\":\"Bo Ruiz\"}]}</script>")
          .authors,
      ElementsAre("Ann Lee"));
}

TEST(Times, KeepTheMomentAndTheZone) {
  PageMetadata page = read(
      "<meta property=article:published_time content='2023-04-05'><script type='application/ld+json'>"
      "{\"@type\":\"NewsArticle\",\"datePublished\":\"2023-04-05T23:30:00+02:00\","
      "\"dateModified\":\"2023-04-06T08:00:00Z\"}</script>");
  EXPECT_EQ(page.published->value, "2023-04-05T23:30:00+02:00");
  EXPECT_EQ(page.updated->value, "2023-04-06T08:00:00Z");
  EXPECT_EQ(read("<meta name=date content='soon'>").published, std::nullopt);
}

TEST(Times, ComeFromThePageLast) {
  auto day = [](std::string_view html) { return read(html).published.value_or(Candidate{}).value; };
  EXPECT_EQ(day("<h1>Bürgermeister in Haft</h1><p>5. März 2023, 10.30 Uhr</p>"), "2023-03-05");
  EXPECT_EQ(day("<h1>Maire en prison</h1><div class=date>Le 1er août 2023</div>"), "2023-08-01");
  EXPECT_EQ(day("<h1>Alcalde preso</h1><p>5 de marzo de 2023</p>"), "2023-03-05");
  EXPECT_EQ(day("<h1>Bürgermeister in Haft</h1><p>05.03.2023</p>"), "2023-03-05");
  EXPECT_EQ(day("<h1>Mayor held</h1><p>03/05/2023</p>"), "");
  EXPECT_EQ(
      day("<h1>Mayor held</h1><p>He was born on 5 March 1999 in Lima, the second of four sons of a miner and a nurse, "
          "and went to school there until he left for Cusco and the sea, they say.</p>"),
      "");
}

TEST(Outlet, IsNamedByThePageOrItsHost) {
  auto outlet = [](std::string_view html) { return read(html).outlet.value_or(Candidate{}).value; };
  EXPECT_EQ(outlet("<meta property=og:site_name content='Daily Post'>"), "Daily Post");
  EXPECT_EQ(outlet("<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"publisher\":{\"name\":\"Daily "
                   "Post\"}}</script>"),
            "Daily Post");
  EXPECT_EQ(outlet("<link rel=canonical href='https://www.dailypost.example/a'><title>Mayor held | Daily Post</title>"),
            "Daily Post");
  EXPECT_EQ(outlet("<link rel=canonical href='https://www.dailypost.example/a'><title>Mayor held</title>"),
            "dailypost.example");
  EXPECT_EQ(outlet("<title>Mayor held</title>"), "");
}

TEST(Origin, IsTheOutletOfAnothersArticle) {
  auto origin = [](std::string_view html) {
    return read(html, "https://www.dailypost.example/a").original_outlet.value_or(Candidate{}).value;
  };
  EXPECT_EQ(origin("<link rel=canonical href='https://valleyherald.example/a'>"), "valleyherald.example");
  EXPECT_EQ(origin("<link rel=canonical href='https://amp.dailypost.example/a'>"), "");
  EXPECT_EQ(origin("<link rel=canonical href='/a'>"), "");
  EXPECT_EQ(read("<link rel=canonical href='/a'>", "https://www.dailypost.example/a").original_outlet, std::nullopt);
  EXPECT_EQ(origin("<p>This story was originally published by <a>Valley Herald</a>.</p>"), "Valley Herald");
  EXPECT_EQ(origin("<p>This story was originally published by the Daily Post.</p>"), "");
  EXPECT_EQ(origin("<p>It was originally published in 2019.</p>"), "");
}

TEST(Flags, SayWhatKindOfPageItIs) {
  auto flags = [](std::string_view html) { return read(html).flags; };
  auto article = [](std::string_view fields) {
    return "<script type='application/ld+json'>{\"@type\":\"NewsArticle\"," + std::string(fields) + "}</script>";
  };
  EXPECT_THAT(flags(article("\"isAccessibleForFree\":\"False\"")), ElementsAre(PageFlag::kPaywall));
  EXPECT_THAT(flags(article("\"isAccessibleForFree\":true")), IsEmpty());
  EXPECT_THAT(flags("<meta property=article:content_tier content=locked>"), ElementsAre(PageFlag::kPaywall));
  EXPECT_THAT(flags("<script type='application/ld+json'>{\"@type\":\"LiveBlogPosting\"}</script>"),
              ElementsAre(PageFlag::kLive));
  EXPECT_THAT(flags("<meta property=og:type content=video.other>"), ElementsAre(PageFlag::kVideo));
  EXPECT_THAT(flags(article("\"video\":{\"@type\":\"VideoObject\"}")), IsEmpty());
  EXPECT_THAT(flags("<script type='application/ld+json'>{\"@type\":\"CollectionPage\"}</script>"),
              ElementsAre(PageFlag::kIndex));
}

}  // namespace
}  // namespace sumario::page
