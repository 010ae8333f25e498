#include "cli/reading_html.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <map>
#include <regex>
#include <set>

#include "base/sha256.h"
#include "base/utf8.h"
#include "cli/html.h"
#include "record/reading_samples.h"

namespace sumario::cli {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

constexpr const char* kHostile =
    "<script>alert(1)</script>\"' onmouseover='x()' </style></title><img src=x onerror=y> &lt;";

// Every tag of the page, as "name attribute attribute…", with the values by attribute.
struct Tag {
  std::string name;
  std::map<std::string, std::string> attributes;
};

std::vector<Tag> tags_of(const std::string& html) {
  static const std::regex kTag("<([a-z][a-z0-9]*)((?: [a-z0-9-]+(?:=\"[^\"<>]*\")?)*)/?>");
  static const std::regex kAttribute(" ([a-z0-9-]+)=\"([^\"]*)\"");
  std::vector<Tag> tags;
  for (std::sregex_iterator tag(html.begin(), html.end(), kTag), end; tag != end; ++tag) {
    tags.push_back({(*tag)[1], {}});
    const std::string list = (*tag)[2];
    for (std::sregex_iterator a(list.begin(), list.end(), kAttribute); a != end; ++a)
      tags.back().attributes[(*a)[1]] = (*a)[2];
  }
  return tags;
}

// Whatever stands behind "<" is a tag of the page's own, and every attribute one that runs nothing.
void expect_harmless(const std::string& html) {
  static const std::set<std::string> kTags = {"article", "header", "section", "div",    "h1",   "h2",      "h3",
                                              "p",       "ol",     "ul",      "li",     "a",    "b",       "bdi",
                                              "em",      "small",  "sup",     "span",   "mark", "details", "summary",
                                              "svg",     "line",   "rect",    "circle", "text"};
  static const std::set<std::string> kAttributes = {"class",  "id", "href", "dir", "aria-label", "aria-hidden", "width",
                                                    "height", "x",  "y",    "x1",  "x2",         "y1",          "y2",
                                                    "cx",     "cy", "r",    "rx",  "text-anchor"};
  const std::vector<Tag> tags = tags_of(html);
  const auto opened = std::count(html.begin(), html.end(), '<');
  static const std::regex kEnd("</[a-z0-9]+>");
  const auto closed = std::distance(std::sregex_iterator(html.begin(), html.end(), kEnd), std::sregex_iterator());
  EXPECT_EQ(static_cast<size_t>(opened), tags.size() + static_cast<size_t>(closed)) << html;
  for (const Tag& tag : tags) {
    EXPECT_TRUE(kTags.contains(tag.name)) << tag.name;
    for (const auto& [attribute, value] : tag.attributes) {
      EXPECT_TRUE(kAttributes.contains(attribute)) << attribute;
      EXPECT_TRUE(attribute != "href" || value.starts_with("#")) << value;
    }
  }
}

std::string unescaped(std::string text) {
  for (auto [name, sign] : {std::pair("&lt;", "<"), {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&amp;", "&"}})
    for (size_t at = 0; (at = text.find(name, at)) != text.npos; ++at) text.replace(at, std::string(name).size(), sign);
  return text;
}

// The words of an element with the page's own additions (numbers, roles) left out.
std::string plain_text(const std::string& html) {
  static const std::regex kOwn("<sup>.*?</sup>|<small class=\"role\">[^<]*</small> ");
  static const std::regex kTag("<[^>]*>");
  return unescaped(std::regex_replace(std::regex_replace(html, kOwn, ""), kTag, ""));
}

std::string between(const std::string& html, const std::string& from, const std::string& to) {
  size_t at = html.find(from);
  if (at == html.npos) return "";
  at += from.size();
  return html.substr(at, html.find(to, at) - at);
}

Reading reading_of(std::string text, const std::vector<std::pair<ClaimKind, ByteRange>>& claims) {
  Reading reading;
  reading.document.id = std::string(64, 'b');
  reading.document.text = std::move(text);
  const std::string& whole = reading.document.text;
  reading.document.blocks = {{BlockRole::kBody, {0, static_cast<uint32_t>(whole.size())}}};
  for (const auto& [kind, range] : claims) {
    Claim claim;
    claim.kind = kind;
    claim.type = types_of(kind).front();
    claim.evidence = {range, std::string(words_of(whole, range))};
    claim.rule = "test";
    reading.claims.push_back(claim);
  }
  std::stable_sort(reading.claims.begin(), reading.claims.end(),
                   [](const Claim& a, const Claim& b) { return a.evidence.range < b.evidence.range; });
  for (size_t i = 0; i < reading.claims.size(); ++i) reading.claims[i].id = "c" + std::to_string(i + 1);
  return reading;
}

// The words that light up with claim `number` of the only passage.
std::string lit_words(const std::string& html, size_t number) {
  static const std::regex kMark("<mark class=\"([^\"]*)\">(.*?)</mark>");
  std::string words;
  for (std::sregex_iterator mark(html.begin(), html.end(), kMark), end; mark != end; ++mark)
    if (((*mark)[1].str() + " ").find(" c" + std::to_string(number) + " ") != std::string::npos)
      words += plain_text((*mark)[2]);
  return words;
}

TEST(ReadingHtml, RunsNothingOfTheDocument) {
  Reading reading = sample_reading();
  reading.document.title = kHostile;
  reading.document.outlet = reading.document.url = kHostile;
  reading.document.authors = {kHostile};
  for (Entity& entity : reading.entities) entity.name = kHostile;
  reading.claims[0].sources[0].text = reading.claims[0].roles["charge"][0].text = kHostile;
  expect_harmless(reading_html(reading, 1));
  EXPECT_THAT(page_head(kHostile), HasSubstr("<title>&lt;script&gt;"));
  EXPECT_THAT(page_head(kHostile), Not(HasSubstr("<script")));

  Reading text = reading_of(kHostile, {{ClaimKind::kStatement, {0, 20}}});
  expect_harmless(reading_html(text, 1));
  EXPECT_EQ(plain_text(between(reading_html(text, 1), "dir=\"auto\">", "</p>")), kHostile);
}

TEST(ReadingHtml, LetsInNothingButItsOwnStyle) {
  const std::string head = page_head("A title");
  EXPECT_THAT(head, HasSubstr("default-src 'none'; style-src 'sha256-" +
                              sha256_base64(between(head, "<style>", "</style>")) + "'"));
  EXPECT_THAT(head, Not(HasSubstr("unsafe-inline")));
}

TEST(ReadingHtml, MarksEvidenceThatNestsAndOverlaps) {
  const std::string text = "Ann Lee was arrested, the mayor said.";
  Reading reading = reading_of(
      text, {{ClaimKind::kStatement, {0, 36}}, {ClaimKind::kProceeding, {0, 20}}, {ClaimKind::kOffice, {8, 31}}});
  const std::string html = reading_html(reading, 1);
  EXPECT_EQ(lit_words(html, 1), "Ann Lee was arrested");
  EXPECT_EQ(lit_words(html, 2), "Ann Lee was arrested, the mayor said");
  EXPECT_EQ(lit_words(html, 3), "was arrested, the mayor");
  // The shortest evidence gives the look: "was arrested" is the proceeding's, though the office's lies over it too.
  EXPECT_THAT(html, HasSubstr("<mark class=\"proceeding c1 c2 c3\">was arrested</mark>"));
}

TEST(ReadingHtml, MarksWhatRunsOverTwoBlocksInOnePassage) {
  Reading reading =
      reading_of("“We lost.\n\n“It is over,” Lee said.\n\nIt rained.", {{ClaimKind::kStatement, {0, 40}}});
  reading.document.blocks = {{BlockRole::kBody, {0, 11}}, {BlockRole::kBody, {13, 40}}, {BlockRole::kBody, {42, 52}}};
  const std::string html = reading_html(reading, 1);
  EXPECT_EQ(lit_words(html, 1), "“We lost.“It is over,” Lee said.");
  EXPECT_THAT(html, HasSubstr("“1</a></sup></p>\n</div>\n<ol class=\"notes\">"));
}

RC_GTEST_PROP(ReadingHtml, ShowsEveryByteOnceAndLightsExactlyTheEvidence, ()) {
  const auto pieces = *rc::gen::container<std::vector<std::string>>(
      rc::gen::element<std::string>("Lee", " ", "é", "–", "“", "🙂", "<b>", "&amp;", "\"", "名", "said"));
  std::string text = "x";
  std::vector<uint32_t> bounds = {0, 1};
  for (const std::string& piece : pieces) {
    text += piece;
    bounds.push_back(static_cast<uint32_t>(text.size()));
  }
  const auto bound = rc::gen::elementOf(bounds);
  const auto ranges = *rc::gen::container<std::vector<std::pair<uint32_t, uint32_t>>>(rc::gen::pair(bound, bound));
  std::vector<std::pair<ClaimKind, ByteRange>> claims;
  for (auto [a, b] : ranges)
    if (a != b)
      claims.push_back({*rc::gen::element(ClaimKind::kOffice, ClaimKind::kLaw), {std::min(a, b), std::max(a, b)}});
  const Reading reading = reading_of(text, claims);
  const std::string html = reading_html(reading, 1);
  RC_ASSERT(plain_text(between(html, "dir=\"auto\">", "</p>")) == text);
  for (size_t i = 0; i < std::min(reading.claims.size(), kLights); ++i)
    RC_ASSERT(lit_words(html, i + 1) == reading.claims[i].evidence.quote);
}

TEST(ReadingHtml, LeadsFromEveryMarkToItsClaimAndBack) {
  std::vector<std::pair<ClaimKind, ByteRange>> claims(60, {ClaimKind::kOffice, {0, 7}});  // more than light up
  const std::string html = reading_html(reading_of("Ann Lee was arrested.", claims), 3);
  std::map<std::string, int> ids, links;
  for (const Tag& tag : tags_of(html)) {
    if (tag.attributes.contains("id")) ++ids[tag.attributes.at("id")];
    if (tag.name == "a") ++links[tag.attributes.at("href").substr(1)];  // with an address the keyboard reaches it
  }
  for (int claim = 1; claim <= 60; ++claim)
    for (const char* end : {"d3c", "d3w"}) {
      EXPECT_EQ(ids[end + std::to_string(claim)], 1);
      EXPECT_GE(links[end + std::to_string(claim)], 1);
    }
  for (const auto& [target, count] : links) EXPECT_EQ(ids[target], 1) << target;
}

TEST(ReadingHtml, TellsPartsModalityAndSourcesInWords) {
  Reading reading = sample_reading();
  reading.claims[0].modality = Modality::kAlleged;
  const std::string html = reading_html(reading, 1);
  EXPECT_THAT(html, HasSubstr("<em class=\"modality\">alleged</em>"));
  EXPECT_THAT(html, HasSubstr("according to prosecutors"));
  EXPECT_THAT(html, HasSubstr("<span class=\"part\">speaker</span>"));
  EXPECT_THAT(html, HasSubstr("October 2020"));
  EXPECT_THAT(html, HasSubstr("not the article’s own: teaser"));
}

TEST(ReadingHtml, SaysWhatWasNotRead) {
  Reading reading = sample_reading();
  reading.notes = {{{0, 8}, NoteWhy::kLongSentence}};
  EXPECT_THAT(reading_html(reading, 1),
              HasSubstr("Not read: a sentence of more words than are read as one, “Ana Ruiz”"));
}

TEST(ReadingHtml, ShowsATitleThatClaimsSomethingOnce) {
  Reading reading = reading_of("Lee freed\n\nIt rained.", {{ClaimKind::kProceeding, {0, 9}}});
  reading.document.title = "Lee freed";
  reading.document.blocks = {{BlockRole::kTitle, {0, 9}}, {BlockRole::kBody, {11, 21}}};
  const std::string html = reading_html(reading, 1);
  EXPECT_THAT(html, HasSubstr("<h1 class=\"title\" dir=\"auto\"><mark class=\"proceeding c1\">Lee freed</mark>"));
  EXPECT_EQ(html.find("<h1"), html.rfind("<h1"));
}

}  // namespace
}  // namespace sumario::cli
