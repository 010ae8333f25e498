// Runs the cases of tests/standings: see the README there.
#include "casefile/standing.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>

namespace sumario::casefile {
namespace {

constexpr const char* kPerson = "the person";
constexpr int kShuffles = 1000;

struct Expectation {
  Day day;
  std::vector<std::string> standings;
};

struct Case {
  std::string name;
  std::vector<KeptClaim> claims;
  std::vector<Expectation> expectations;
};

std::string trimmed(std::string_view text) {
  size_t first = text.find_first_not_of(' ');
  if (first == std::string_view::npos) return "";
  return std::string(text.substr(first, text.find_last_not_of(' ') - first + 1));
}

std::vector<std::string> split(const std::string& text, char mark) {
  std::vector<std::string> parts;
  std::istringstream in(text);
  for (std::string part; std::getline(in, part, mark);) parts.push_back(trimmed(part));
  return parts;
}

// "2020-11-18", "2020-11" or "2020" as the days it covers.
DayInterval days_of(const std::string& text) {
  if (text.empty()) return {};
  if (std::optional<Day> day = parse_day(text)) return {day, day};
  int year = std::stoi(text.substr(0, 4));
  if (text.size() == 4) return {first_of_month(year, 1), last_of_month(year, 12)};
  unsigned month = static_cast<unsigned>(std::stoi(text.substr(5)));
  return {first_of_month(year, month), last_of_month(year, month)};
}

std::optional<ClaimTime> time_of(const std::string& text) {
  if (text == "undated") return std::nullopt;
  size_t dots = text.find("..");
  if (dots == std::string::npos) return ClaimTime{days_of(text), {}, {}};
  return ClaimTime{{days_of(text.substr(0, dots)).from, days_of(text.substr(dots + 2)).to}, {}, {}};
}

Modality modality_named(const std::string& name) {
  for (auto [word, value] : {std::pair{"alleged", Modality::kAlleged},
                             {"denied", Modality::kDenied},
                             {"negated", Modality::kNegated},
                             {"planned", Modality::kPlanned},
                             {"requested", Modality::kRequested},
                             {"possible", Modality::kPossible}})
    if (name == word) return value;
  return Modality::kAsserted;
}

Claim claim_of(const std::string& line) {
  std::vector<std::string> columns = split(line, '|');
  columns.resize(4);
  Claim claim;
  claim.type = columns[0];
  bool allegation = claim.type == "accuse" || claim.type == "exonerate";
  claim.kind = allegation ? ClaimKind::kAllegation : ClaimKind::kProceeding;
  claim.time = time_of(columns[1]);
  claim.roles[allegation ? "accused" : "defendant"] = {Filler{kPerson, "the person", {}, {}}};
  for (const std::string& role : split(columns[2], ';')) {
    if (role.empty()) continue;
    size_t space = role.find(' ');
    claim.roles[role.substr(0, space)] = {Filler{{}, role.substr(space + 1), {}, {}}};
  }
  claim.modality = claim.type == "accuse" ? Modality::kAlleged : Modality::kAsserted;
  if (!columns[3].empty()) claim.modality = modality_named(columns[3]);
  return claim;
}

std::vector<Case> cases_in(const std::filesystem::path& path) {
  std::vector<Case> cases;
  KeptClaim article;
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line[0] == '#') continue;
    if (line.starts_with("== ")) {
      cases.push_back({line.substr(3), {}, {}});
    } else if (line.starts_with("article ")) {
      article.document = line.substr(8, line.find(' ', 8) - 8);
      article.published = parse_day(line.substr(line.rfind(' ') + 1));
    } else if (line.starts_with("on ")) {
      Expectation expectation{*parse_day(line.substr(3, 10)), split(line.substr(14), ';')};
      if (expectation.standings == std::vector<std::string>{"nothing"}) expectation.standings.clear();
      std::sort(expectation.standings.begin(), expectation.standings.end());
      cases.back().expectations.push_back(std::move(expectation));
    } else {
      article.claim = claim_of(line);
      article.id = article.document + std::to_string(cases.back().claims.size());
      cases.back().claims.push_back(article);
    }
  }
  return cases;
}

std::string in_words(const Standing& standing) {
  return (standing.forum.empty() ? "(no forum)" : standing.forum) + " " + standing.status + " since " +
         (standing.since ? to_string(*standing.since) : "unknown");
}

std::vector<std::string> in_words(const std::vector<Standing>& standings) {
  std::vector<std::string> words;
  for (const Standing& standing : standings) words.push_back(in_words(standing));
  return words;
}

void check_case(const Case& scenario) {
  SCOPED_TRACE(scenario.name);
  ASSERT_FALSE(scenario.claims.empty());
  ASSERT_FALSE(scenario.expectations.empty());
  std::mt19937 random(20201119);
  for (const Expectation& expectation : scenario.expectations) {
    std::vector<KeptClaim> claims = scenario.claims;
    std::vector<std::string> given = in_words(standings_of(kPerson, claims, expectation.day));
    std::vector<std::string> sorted = given;
    std::sort(sorted.begin(), sorted.end());
    EXPECT_EQ(sorted, expectation.standings) << "on " << to_string(expectation.day);
    for (int i = 0; i < kShuffles; ++i) {
      std::shuffle(claims.begin(), claims.end(), random);
      ASSERT_EQ(in_words(standings_of(kPerson, claims, expectation.day)), given) << "in another order";
    }
  }
}

TEST(Standing, EveryWrittenCaseHolds) {
  int cases = 0;
  for (const auto& entry : std::filesystem::directory_iterator(SUMARIO_SOURCE_DIR "/tests/standings")) {
    if (entry.path().extension() != ".txt") continue;
    SCOPED_TRACE(entry.path().filename().string());
    for (const Case& scenario : cases_in(entry.path())) {
      check_case(scenario);
      ++cases;
    }
  }
  EXPECT_GE(cases, 40);
}

// Any claims at all, in any order.
TEST(Standing, TheOrderOfClaimsNeverMatters) {
  const std::vector<std::string> types = {"accuse",  "investigate", "warrant",  "arrest", "charge",  "plea",
                                          "trial",   "convict",     "sentence", "appeal", "release", "acquit",
                                          "dismiss", "overturn",    "pardon",   "settle", "sue",     "exonerate"};
  const std::vector<std::string> days = {"undated",    "2020",         "2020-03",      "2020-03-09",
                                         "2020-07-01", "..2020-05-05", "2020-05-05..", "2021-01-01"};
  const std::vector<std::string> roles = {
      "", "forum Spain", "forum United States; charge fraud", "place Texas", "charge murder", "authority Texas police"};
  const std::vector<std::optional<Day>> published = {
      {}, parse_day("2020-04-01"), parse_day("2020-12-01"), parse_day("2022-01-01")};
  std::mt19937 random(7);
  auto any = [&](const auto& list) { return list[random() % list.size()]; };
  for (int round = 0; round < 2000; ++round) {
    std::vector<KeptClaim> claims(1 + random() % 9);
    for (size_t i = 0; i < claims.size(); ++i) {
      size_t document = random() % 3;
      claims[i] = {"c" + std::to_string(i),
                   "d" + std::to_string(document),
                   {},
                   {},
                   {},
                   published[(document + round) % 4],
                   claim_of(any(types) + " | " + any(days) + " | " + any(roles))};
    }
    Day as_of = *parse_day(any(std::vector<std::string>{"2020-03-31", "2020-08-01", "2022-06-01"}));
    std::vector<std::string> given = in_words(standings_of(kPerson, claims, as_of));
    for (int i = 0; i < 5; ++i) {
      std::shuffle(claims.begin(), claims.end(), random);
      ASSERT_EQ(in_words(standings_of(kPerson, claims, as_of)), given) << "round " << round;
    }
  }
}

}  // namespace
}  // namespace sumario::casefile
