#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "page/input/records_for_tests.h"

namespace sumario::page {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

// The only item of a feed; an empty one where there is an error or no item.
Record item_of(std::string_view feed, Declared declared = {}) {
  auto reader = RecordReader::over(memory_bytes(feed), "f", kRecordLimit, std::move(declared));
  auto record = reader ? reader->next() : std::nullopt;
  if (!record || !*record) {
    ADD_FAILURE() << (record ? record->error().message : "no item");
    return {};
  }
  return std::move(**record);
}

std::string rss(std::string_view item, std::string_view channel = "<title>Coast Post</title><language>en</language>") {
  return "<rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/' "
         "xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel>" +
         std::string(channel) + "<item>" + std::string(item) + "</item></channel></rss>";
}

std::string atom(std::string_view entry) {
  return "<?xml version='1.0'?><feed xmlns='http://www.w3.org/2005/Atom' xml:lang='en'><title>Bay News</title>"
         "<author><name>Desk</name></author><entry>" +
         std::string(entry) + "</entry></feed>";
}

TEST(Feed, AnRssItemIsADocument) {
  Record item =
      item_of(rss("<title>Mayor &amp;amp; aide charged</title><link>https://post.example/1</link>"
                  "<dc:creator>Eva Moss</dc:creator><pubDate>Thu, 19 Nov 2020 10:00:00 GMT</pubDate>"
                  "<description>Short.</description><content:encoded><![CDATA[<p>The mayor was charged.</p>]]>"
                  "</content:encoded>"));
  EXPECT_EQ(item.name, "f:item 1");
  EXPECT_EQ(item.kind, RecordKind::kHtml);
  EXPECT_EQ(item.declared.title, "Mayor & aide charged");
  EXPECT_EQ(item.declared.url, "https://post.example/1");
  EXPECT_EQ(item.declared.outlet, "Coast Post");
  EXPECT_EQ(item.declared.published, "Thu, 19 Nov 2020 10:00:00 GMT");
  EXPECT_EQ(item.declared.language, "en");
  EXPECT_THAT(item.declared.authors, ElementsAre("Eva Moss"));
  EXPECT_THAT(item.bytes, HasSubstr("<p>The mayor was charged.</p>"));
  EXPECT_THAT(item.bytes, Not(HasSubstr("Short.")));
}

TEST(Feed, AnAtomEntryIsADocument) {
  Record item =
      item_of(atom("<title type='html'>Mayor &lt;b&gt;quits&lt;/b&gt;</title>"
                   "<link rel='enclosure' href='/a.mp3'/><link href='/2'/><updated>2020-11-20T08:00:00Z</updated>"
                   "<published>2020-11-19T08:00:00Z</published><summary>Short.</summary>"
                   "<content type='xhtml' xml:base='https://bay.example/x/'><div xmlns='http://www.w3.org/1999/xhtml'>"
                   "He <a href='why'>quit &amp; left</a>.<br/></div></content>"),
              {.url = "https://bay.example/feed"});
  EXPECT_EQ(item.declared.title, "Mayor quits");
  EXPECT_EQ(item.declared.url, "https://bay.example/2");
  EXPECT_EQ(item.declared.published, "2020-11-19T08:00:00Z");
  EXPECT_EQ(item.declared.updated, "2020-11-20T08:00:00Z");
  EXPECT_EQ(item.declared.outlet, "Bay News");
  EXPECT_THAT(item.declared.authors, ElementsAre("Desk"));
  EXPECT_THAT(item.bytes, HasSubstr("<base href=\"https://bay.example/x/\">"));
  EXPECT_THAT(item.bytes, HasSubstr("<div>He <a href=\"why\">quit &amp; left</a>.<br></div>"));
}

TEST(Feed, AccountsAreReadAsTheyAreWritten) {
  EXPECT_THAT(item_of(atom("<content type='text'>1 &lt; 2</content>")).bytes, HasSubstr("1 &lt; 2"));
  EXPECT_THAT(item_of(atom("<content type='html'>&lt;p>Ok.</content>")).bytes, HasSubstr("<p>Ok."));
  EXPECT_THAT(item_of(atom("<content type='application/octet-stream'>PHA+T2suPC9wPg==</content>")).bytes,
              HasSubstr("<p>Ok.</p>"));
  EXPECT_THAT(item_of(atom("<content type='image/png'>iVBO</content><summary>Ok.</summary>")).bytes, HasSubstr("Ok."));
  EXPECT_THAT(item_of(rss("<description>caf&eacute; &nbsp;</description>")).bytes, HasSubstr("café"));
}

TEST(Feed, AuthorsAreNames) {
  auto author = [](std::string_view written) {
    return item_of(rss("<author>" + std::string(written) + "</author>")).declared.authors;
  };
  EXPECT_THAT(author("desk@post.example (Eva Moss)"), ElementsAre("Eva Moss"));
  EXPECT_THAT(author("Eva Moss &lt;desk@post.example&gt;"), ElementsAre(HasSubstr("Eva Moss")));
  EXPECT_THAT(author("Eva Moss (desk@post.example)"), ElementsAre("Eva Moss"));
}

TEST(Feed, APermanentGuidIsALinkAndASourceIsTheOutlet) {
  EXPECT_EQ(item_of(rss("<guid>https://post.example/3</guid>")).declared.url, "https://post.example/3");
  EXPECT_EQ(item_of(rss("<guid isPermaLink='false'>https://post.example/3</guid>")).declared.url, std::nullopt);
  EXPECT_EQ(item_of(rss("<source url='https://a.example'>Argus</source>")).declared.outlet, "Argus");
}

TEST(Feed, OldAndForeignFormsAreKnown) {
  Record rdf = item_of(
      "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'>"
      "<channel><title>Old Post</title></channel><item rdf:about='https://o.example/1'>"
      "<title>Storm</title><description>It rained.</description></item></rdf:RDF>");
  EXPECT_EQ(rdf.declared.outlet, "Old Post");
  EXPECT_EQ(rdf.declared.url, "https://o.example/1");
  Record old = item_of(
      "<feed version='0.3' xmlns='http://purl.org/atom/ns#'><title>O</title><entry>"
      "<issued>2004-01-01</issued><content mode='base64' type='text/html'>PGI+T2s8L2I+</content>"
      "</entry></feed>");
  EXPECT_EQ(old.declared.published, "2004-01-01");
  EXPECT_THAT(old.bytes, HasSubstr("<b>Ok</b>"));
}

TEST(Feed, ABrokenFeedIsReadAsFarAsItGoes) {
  Record item = item_of(rss("<title>Cats & dogs</title><link>https://post.example/?a=1&b=2</link>"));
  EXPECT_EQ(item.declared.title, "Cats & dogs");
  EXPECT_EQ(item.declared.url, "https://post.example/?a=1&b=2");
  EXPECT_THAT(
      records_of("<rss><channel><item><title>One</title><item><title>Two</title></item></item></channel></rss>"),
      ElementsAre(HasSubstr("One"), HasSubstr("Two")));
  EXPECT_THAT(records_of("\n\n<?xml version='1.0'?><rss><channel><item><title>One</title></item><item><title>Tw"),
              ElementsAre(HasSubstr("One"), "!f:item 2: the feed ends within the item"));
  EXPECT_THAT(records_of("<?xml version='1.0'?><rss>"), ElementsAre("!f: the feed ends early"));
}

TEST(Feed, EntitiesDoNotMultiply) {
  std::string bomb =
      "<!DOCTYPE rss [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>"
      "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'><!ENTITY x SYSTEM 'file:///etc/hostname'>]>";
  Record item = item_of(bomb + rss("<title>T &a; &c; &x; end</title>"));
  EXPECT_EQ(item.declared.title, "T ha end");
}

TEST(Feed, ADeepOneIsCutOff) {
  std::string deep = "<rss><channel><item><title>Ok</title></item><item>";
  for (int i = 0; i < 100'000; ++i) deep += "<a>";
  EXPECT_THAT(records_of(deep), ElementsAre(HasSubstr("Ok"), HasSubstr("the feed ends within the item")));
  std::string wide = "<rss><channel>";
  for (int i = 0; i < 1'100'000; ++i) wide += "<a/>";
  EXPECT_THAT(records_of(wide), ElementsAre(HasSubstr("!f: XML of more than 1048576 elements")));
}

// What could cost time or memory with the square of the input is refused or cut; each of these would take minutes.
TEST(Feed, HostileOnesAreBounded) {
  auto repeated = [](std::string_view unit, size_t times) {
    std::string all;
    for (size_t i = 0; i < times; ++i) all += unit;
    return all;
  };
  std::string attributes;
  for (int i = 0; i < 100'000; ++i) attributes += " a" + std::to_string(i) + "='1'";
  EXPECT_THAT(records_of("<rss><channel><item" + attributes + "/></channel></rss>"),
              ElementsAre("!f: an XML element of more than 1024 attributes"));
  EXPECT_THAT(item_of(rss(repeated("<author>Eva</author>", 50'000))).declared.authors, ElementsAre("Eva"));
  std::string many;
  for (int i = 0; i < 100'000; ++i) many += "<author>E" + std::to_string(i) + "</author>";
  EXPECT_EQ(item_of(rss(many)).declared.authors.size(), 32u);
  std::string entity = "<!DOCTYPE rss [<!ENTITY a '" + std::string(250, 'x') + "'>]>";
  EXPECT_LT(item_of(entity + rss("<description>" + repeated("&a;", 100'000) + "</description>")).bytes.size(),
            2u << 20);
  EXPECT_EQ(records_of(rss("<title>" + repeated("& ", 1'000'000) + "</title>")).size(), 1u);
  EXPECT_EQ(records_of(rss("<title a='" + std::string(20 << 20, 'x') + "'>T</title>")).size(), 2u);  // cut at 10 MB
}

TEST(Feed, TheCharacterSetIsFound) {
  EXPECT_EQ(item_of("<?xml version='1.0' encoding='iso-8859-1'?>" + rss("<title>Caf\xE9</title>")).declared.title,
            "Café");
  EXPECT_EQ(item_of(rss("<title>Caf\xE9</title>"), {.charset = "windows-1252"}).declared.title, "Café");
}

TEST(JsonFeed, AnItemIsADocument) {
  Record item = item_of(R"({"version": "https://jsonfeed.org/version/1.1", "title": "Bay News", "language": "en",
    "authors": [{"name": "Desk"}], "home_page_url": "https://bay.example/", "items": [{"id": "1", "url": "/1",
    "title": "Mayor & aide", "content_html": "<p>Ok.</p>", "date_published": "2020-11-19T08:00:00Z"}]})");
  EXPECT_EQ(item.declared.title, "Mayor & aide");
  EXPECT_EQ(item.declared.url, "https://bay.example/1");
  EXPECT_EQ(item.declared.outlet, "Bay News");
  EXPECT_EQ(item.declared.published, "2020-11-19T08:00:00Z");
  EXPECT_THAT(item.declared.authors, ElementsAre("Desk"));
  EXPECT_THAT(item.bytes, HasSubstr("<html lang=\"en\">"));
  EXPECT_THAT(item.bytes, HasSubstr("<p>Ok.</p>"));
  EXPECT_THAT(records_of(R"({"version":"https://jsonfeed.org/version/1","items":[7,{"content_text":"a < b"}]})"),
              ElementsAre("!f:item 1: no JSON object", HasSubstr("a &lt; b")));
}

}  // namespace
}  // namespace sumario::page
