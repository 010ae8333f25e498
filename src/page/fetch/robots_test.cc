#include "page/fetch/robots.h"

#include <gtest/gtest.h>

namespace sumario::page {
namespace {

bool allows(std::string_view text, std::string_view target) {
  return RobotsRules::parse(text, "sumario").allows(target);
}

// The rules alone, for everybody.
bool under(std::string_view rules, std::string_view target) {
  return allows("User-agent: *\n" + std::string(rules), target);
}

TEST(Robots, WithoutRulesAllIsAllowed) {
  EXPECT_TRUE(RobotsRules().allows("/"));
  for (std::string_view text :
       {"", "no rules at all", "User-agent: *\nDisallow:", "Disallow: /", "User-agent: other\nDisallow: /"})
    EXPECT_TRUE(allows(text, "/a")) << text;
}

TEST(Robots, TheGroupThatNamesTheProgramIsTheOneThatCounts) {
  constexpr std::string_view kText = "User-agent: *\nDisallow: /\n\nUser-agent: SUMARIO/2.0\nDisallow: /private\n";
  EXPECT_TRUE(allows(kText, "/news"));
  EXPECT_FALSE(allows(kText, "/private/a"));
  EXPECT_FALSE(RobotsRules::parse(kText, "else").allows("/news"));
  EXPECT_TRUE(allows("User-agent: sumariobot\nDisallow: /\n", "/news"));              // another program
  EXPECT_TRUE(allows("User-agent: *\nDisallow: /\nUser-agent: sumario\n", "/news"));  // named, and nothing asked of it
}

TEST(Robots, GroupsOfOneNameAreReadTogether) {
  constexpr std::string_view kText =
      "User-agent: sumario\nDisallow: /a\n\nUser-agent: other\nDisallow: /b\n\nUser-agent: sumario\nDisallow: /c\n";
  EXPECT_FALSE(allows(kText, "/a"));
  EXPECT_TRUE(allows(kText, "/b"));
  EXPECT_FALSE(allows(kText, "/c"));
}

TEST(Robots, SeveralNamesShareTheRulesBehindThem) {
  constexpr std::string_view kText =
      "User-agent: other\nUser-agent: sumario\nSitemap: https://e/s.xml\n\nDisallow: /a\n";
  EXPECT_FALSE(allows(kText, "/a"));
  EXPECT_FALSE(RobotsRules::parse(kText, "other").allows("/a"));
}

TEST(Robots, TheLongestRuleDecidesAndAllowAmongEquals) {
  EXPECT_TRUE(under("Disallow: /a\nAllow: /a/b", "/a/b/c"));
  EXPECT_TRUE(under("Allow: /a/b\nDisallow: /a", "/a/b/c"));
  EXPECT_FALSE(under("Allow: /a\nDisallow: /a/b", "/a/b/c"));
  EXPECT_TRUE(under("Disallow: /a\nAllow: /a", "/a"));
  EXPECT_TRUE(under("Allow: /a\nDisallow: /a", "/a"));
}

TEST(Robots, RulesMatchTheStartOfThePathInItsCase) {
  EXPECT_FALSE(under("Disallow: /fish", "/fish"));
  EXPECT_FALSE(under("Disallow: /fish", "/fishing/rods?x=1"));
  EXPECT_TRUE(under("Disallow: /fish", "/Fish"));
  EXPECT_TRUE(under("Disallow: /fish/", "/fish"));
  EXPECT_TRUE(under("Disallow: fish", "/fish"));
  EXPECT_FALSE(under("Disallow: /", "/"));
  EXPECT_TRUE(under("Disallow: /", "/robots.txt"));
}

TEST(Robots, StarsAndTheEnd) {
  EXPECT_FALSE(under("Disallow: *.pdf$", "/a/b.pdf"));
  EXPECT_TRUE(under("Disallow: *.pdf$", "/a/b.pdf?x"));
  EXPECT_FALSE(under("Disallow: /*.pdf", "/a/b.pdf?x"));
  EXPECT_FALSE(under("Disallow: /a*b*c", "/a-bb-x-c-d"));
  EXPECT_TRUE(under("Disallow: /a*b*c", "/a-c-b"));
  EXPECT_TRUE(under("Disallow: /a$", "/ab"));
  EXPECT_FALSE(under("Disallow: /a$", "/a"));
  EXPECT_FALSE(under("Disallow: /a*$", "/abc"));
  EXPECT_FALSE(under("Disallow: /*aab$", "/aaab"));  // the last piece ends the path, wherever it first fits
  EXPECT_FALSE(under("Disallow: /a**b", "/ab"));
}

TEST(Robots, PathsCompareHoweverTheyAreEncoded) {
  EXPECT_FALSE(under("Disallow: /caf%C3%A9", "/caf\xC3\xA9"));
  EXPECT_FALSE(under("Disallow: /caf\xC3\xA9", "/caf%c3%a9"));
  EXPECT_FALSE(under("Disallow: /%7Ea", "/~a"));
  EXPECT_TRUE(under("Disallow: /a%2Fb", "/a/b"));  // an encoded slash divides no path
  EXPECT_FALSE(under("Disallow: /a%2A", "/a*"));
  EXPECT_TRUE(under("Disallow: /a%2A", "/ab"));
  EXPECT_FALSE(under("Disallow: /a%24", "/a$"));
  EXPECT_FALSE(under("Disallow: /%", "/%"));
}

TEST(Robots, LinesAreReadWithLeniency) {
  EXPECT_FALSE(allows("\xEF\xBB\xBFuser-AGENT:*\r\n  DISALLOW :\t/a  # why\r\n", "/a"));
  EXPECT_FALSE(allows("User-agent: * \rDisallow: /a\r", "/a"));
  EXPECT_TRUE(under("Disallow: # all", "/a"));
  EXPECT_FALSE(under("<html>\nDisallow: /a", "/a"));
}

TEST(Robots, CrawlDelayIsKeptWithinAMinute) {
  auto delay = [](std::string_view rules) {
    return RobotsRules::parse("User-agent: *\n" + std::string(rules), "sumario").delay().count();
  };
  EXPECT_EQ(delay("Crawl-delay: 2.5"), 2500);
  EXPECT_EQ(delay("Crawl-delay: 86400"), 60'000);
  EXPECT_EQ(delay("Crawl-delay: -1"), 0);
  EXPECT_EQ(delay("Crawl-delay: soon"), 0);
  EXPECT_EQ(delay("Crawl-delay: nan"), 0);
}

TEST(Robots, WhatIsTooLongIsBounded) {
  std::string long_text = "User-agent: *\nDisallow: /a\n" + std::string(kRobotsLimit, '\n') + "Disallow: /b\n";
  EXPECT_FALSE(allows(long_text, "/a"));
  EXPECT_TRUE(allows(long_text, "/b"));
  EXPECT_FALSE(under("Disallow: /a", "/b" + std::string(kTargetLimit, 'b')));
  std::string stars = "Disallow: /";
  for (int i = 0; i < 100'000; ++i) stars += "*a";
  EXPECT_TRUE(under(stars + "b", "/" + std::string(8000, 'a')));
}

}  // namespace
}  // namespace sumario::page
