#include "nlp/regex.h"

#include <gtest/gtest.h>

#include "nlp/python_pattern.h"

namespace sumario::nlp {
namespace {

Regex compiled(std::string_view pattern) {
  auto regex = Regex::compile(pattern);
  if (!regex) throw std::runtime_error(regex.error().message);
  return std::move(*regex);
}

std::vector<RegexMatch> all(std::string_view pattern, std::string_view subject) {
  RegexScratch scratch;
  std::vector<RegexMatch> matches;
  compiled(pattern).find_all(subject, scratch, matches);
  return matches;
}

TEST(PythonPattern, BecomesPcre2) {
  EXPECT_EQ(pcre2_pattern_of("(?u)^\\u00e9"), "^\\x{e9}");
  EXPECT_EQ(pcre2_pattern_of("(?iu)a"), "(?i)a");
  EXPECT_EQ(pcre2_pattern_of("[\\u0000-\\U0001F600]"), "[\\x{0}-\\x{1F600}]");
  EXPECT_EQ(pcre2_pattern_of("[(?:'[:alpha:]]"), "[(?:'\\[:alpha:]]");
  EXPECT_EQ(pcre2_pattern_of("[]a]"), "[\\]a]");
  EXPECT_EQ(pcre2_pattern_of("\\\\u00e9\\Z"), "\\\\u00e9\\z");  // an escaped backslash before a u
}

TEST(Regex, MatchesByCodePoint) {
  RegexScratch scratch;
  Regex regex = compiled("[\\u00e9\\U0001F600].$");
  EXPECT_EQ(regex.search("x\xC3\xA9\xE4\xB8\xAD", 0, scratch), (RegexMatch{1, 6}));
  EXPECT_FALSE(regex.search("abc", 0, scratch));
}

TEST(Regex, LooksBehindTheStart) {
  RegexScratch scratch;
  Regex regex = compiled("(?<=[0-9])km$");
  EXPECT_EQ(regex.search("10km", 2, scratch), (RegexMatch{2, 4}));
  EXPECT_FALSE(regex.search("km", 0, scratch));
}

TEST(Regex, AnchorsMatchesAtTheStart) {
  RegexScratch scratch;
  Regex regex = compiled("b");
  EXPECT_FALSE(regex.matches_at_start("ab", scratch));
  EXPECT_TRUE(regex.matches_at_start("ba", scratch));
}

TEST(Regex, FindsEmptyMatchesAsPythonDoes) {
  EXPECT_EQ(all("x*", "axb"), (std::vector<RegexMatch>{{0, 0}, {1, 2}, {2, 2}, {3, 3}}));
  EXPECT_EQ(all("(?<=a)(?=b)|-", "ab-ab"), (std::vector<RegexMatch>{{1, 1}, {2, 3}, {4, 4}}));
  EXPECT_EQ(all("a", ""), (std::vector<RegexMatch>{}));
}

TEST(Regex, CompilesAlternationsBeyondTheLimitInParts) {
  std::string pattern = "(?iu)";
  for (int i = 0; i < 3000; ++i)
    pattern +=
        (i ? "|(?:^word" : "(?:^word") + std::to_string(i) + "[a-z\\u00DF-\\u00F6\\u0101\\u0103\\u0105\\u0107]+$)";
  Regex regex = compiled(pattern);
  RegexScratch scratch;
  EXPECT_TRUE(regex.matches_at_start("WORD0abc", scratch));
  EXPECT_TRUE(regex.matches_at_start("word2999\xC4\x81", scratch));
  EXPECT_FALSE(regex.matches_at_start("word3000x", scratch));
}

TEST(Regex, SaysWhereAPatternIsBroken) {
  auto regex = Regex::compile("a(b");
  ASSERT_FALSE(regex);
  EXPECT_EQ(regex.error().code, ErrorCode::kDamaged);
  EXPECT_NE(regex.error().message.find("at byte 3"), std::string::npos) << regex.error().message;
}

TEST(Regex, GivesUpOnHostileSubjects) {
  RegexScratch scratch;
  Regex regex = compiled("^(a+)+$");
  EXPECT_FALSE(regex.search(std::string(64, 'a') + "b", 0, scratch));  // 2^64 ways to fail
  EXPECT_TRUE(regex.search("aaaa", 0, scratch));
}

}  // namespace
}  // namespace sumario::nlp
