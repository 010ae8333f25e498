#include "read/time/timex.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "nlp/model_for_tests.h"
#include "nlp/pipeline.h"

namespace sumario::read {
namespace {

const std::filesystem::path kKnowledge = std::filesystem::path(SUMARIO_SOURCE_DIR) / "knowledge";

const TimeReader& reader() {
  static const TimeReader loaded = *TimeReader::load(kKnowledge);
  return loaded;
}

// Thursday.
const std::optional<Day> kPublished = parse_day("2020-11-19");

// "2020-11-18", "2020-10-01..2020-10-31", "2012-01-01..", "-" for no days.
std::string shown(const std::optional<DayInterval>& days) {
  if (!days) return "-";
  auto bound = [](const std::optional<Day>& day) { return day ? to_string(*day) : std::string(); };
  return days->from == days->to ? bound(days->from) : bound(days->from) + ".." + bound(days->to);
}

const char* name_of(TimexType type) {
  constexpr const char* kNames[] = {"date", "time", "duration", "set", "age"};
  return kNames[static_cast<size_t>(type)];
}

// All expressions of a text as "words = type value days", one a line.
std::string read(const nlp::Analysis& analysis, std::optional<Day> published) {
  Tree tree(analysis);
  std::string out;
  for (const Timex& e : reader().read(tree, published)) {
    if (!out.empty()) out += "; ";
    out += std::string(words_of(analysis.text, e.range)) + " = " + name_of(e.type) + " " + e.value;
    if (e.type == TimexType::kDate || e.type == TimexType::kTime) out += " " + shown(e.days);
  }
  return out;
}

// Cuts at white space and before closing marks, without tags: what is read from the words alone.
std::string read_words(const std::string& text, std::optional<Day> published = kPublished) {
  nlp::Analysis analysis;
  analysis.text = text;
  bool fresh = true;
  for (size_t at = 0; at < text.size();) {
    if (text[at] == ' ') {
      ++at;
      continue;
    }
    size_t stop = std::min(text.find(' ', at), text.size());
    bool marked = text[stop - 1] == ',' || (stop == text.size() && text[stop - 1] == '.');
    if (stop - at > 1 && marked) --stop;
    nlp::Token token;
    token.range = {static_cast<uint32_t>(at), static_cast<uint32_t>(stop)};
    token.space_after = stop < text.size() && text[stop] == ' ';
    token.head = static_cast<int32_t>(analysis.tokens.size());
    token.sentence_start = fresh;
    if (fresh) analysis.sentences.push_back(token.head);
    fresh = false;
    analysis.tokens.push_back(token);
    at = stop;
  }
  return read(analysis, published);
}

const nlp::Pipeline* pipeline() {
  static const auto loaded = nlp::Pipeline::load(nlp::model_path_for_tests());
  return loaded ? loaded->get() : nullptr;
}

std::string read_text(const std::string& text, std::optional<Day> published = kPublished) {
  nlp::Scratch scratch;
  return read(pipeline()->analyse(text, scratch), published);
}

TEST(Timex, ReadsCalendarDatesInEveryForm) {
  EXPECT_EQ(read_words("on November 18, 2020"), "November 18, 2020 = date 2020-11-18 2020-11-18");
  EXPECT_EQ(read_words("on Nov. 18th 2020"), "Nov. 18th 2020 = date 2020-11-18 2020-11-18");
  EXPECT_EQ(read_words("on 18 November 2020"), "18 November 2020 = date 2020-11-18 2020-11-18");
  EXPECT_EQ(read_words("on the 18th of November, 2020"), "the 18th of November, 2020 = date 2020-11-18 2020-11-18");
  EXPECT_EQ(read_words("on Wednesday, Nov 18, 2020"), "Wednesday, Nov 18, 2020 = date 2020-11-18 2020-11-18");
  EXPECT_EQ(read_words("dated 2020-11-18"), "2020-11-18 = date 2020-11-18 2020-11-18");
  EXPECT_EQ(read_words("dated 11/18/2020"), "11/18/2020 = date 2020-11-18 2020-11-18");
  EXPECT_EQ(read_words("dated 18.11.2020"), "18.11.2020 = date 2020-11-18 2020-11-18");
  EXPECT_EQ(read_words("in November 2020"), "November 2020 = date 2020-11 2020-11-01..2020-11-30");
  EXPECT_EQ(read_words("on February 30, 2019"), "February 30, 2019 = date 2019-02-30 -");
}

TEST(Timex, ReadsYearsDecadesAndCenturies) {
  EXPECT_EQ(read_words("in 2006"), "2006 = date 2006 2006-01-01..2006-12-31");
  EXPECT_EQ(read_words("in the 1990s"), "the 1990s = date 199 1990-01-01..1999-12-31");
  EXPECT_EQ(read_words("in the early 1990s"), "early 1990s = date 199 1990-01-01..1993-04-30");
  EXPECT_EQ(read_words("in the 21st century"), "the 21st century = date 20 2000-01-01..2099-12-31");
  EXPECT_EQ(read_words("in nineteen ninety six"), "nineteen ninety six = date 1996 1996-01-01..1996-12-31");
}

TEST(Timex, TakesApartWhatTokenizersLeaveTogether) {
  EXPECT_EQ(read_words("until Oct2"), "until Oct2 = date 2020-10-02 ..2020-10-02");
  EXPECT_EQ(read_words("he served 2012-18"), "2012-18 = date 2012/2018 2012-01-01..2018-12-31");
}

TEST(Timex, CutsMonthsAndYearsIntoThirds) {
  EXPECT_EQ(read_words("in early November"), "early November = date 2020-11 2020-11-01..2020-11-10");
  EXPECT_EQ(read_words("in mid-October"), "mid-October = date 2020-10 2020-10-11..2020-10-20");
  EXPECT_EQ(read_words("in late 2019"), "late 2019 = date 2019 2019-09-01..2019-12-31");
  EXPECT_EQ(read_words("at the end of March 2019"), "end of March 2019 = date 2019-03 2019-03-21..2019-03-31");
  EXPECT_EQ(read_words("in the first half of 2018"), "the first half of 2018 = date 2018-H1 2018-01-01..2018-06-30");
}

TEST(Timex, ReadsRangesAndCarriesYearsAcrossThem) {
  EXPECT_EQ(read_words("from 2012 to 2018"), "from 2012 to 2018 = date 2012/2018 2012-01-01..2018-12-31");
  EXPECT_EQ(read_words("between May and July"), "between May and July = date 2020-05/2020-07 2020-05-01..2020-07-31");
  EXPECT_EQ(read_words("from Nov. 3 to Feb. 9, 2016"),
            "from Nov. 3 to Feb. 9, 2016 = date 2015-11-03/2016-02-09 2015-11-03..2016-02-09");
  EXPECT_EQ(read_words("on November 19-20, 2015"),
            "November 19-20, 2015 = date 2015-11-19/2015-11-20 2015-11-19..2015-11-20");
  EXPECT_EQ(read_words("on Nov. 12 and Nov. 13, 2018"),
            "Nov. 12 = date 2018-11-12 2018-11-12; Nov. 13, 2018 = date 2018-11-13 2018-11-13");
}

TEST(Timex, LeavesOpenWhatTheWordsLeaveOpen) {
  EXPECT_EQ(read_words("since 2012"), "since 2012 = date 2012 2012-01-01..");
  EXPECT_EQ(read_words("until March 2018"), "until March 2018 = date 2018-03 ..2018-03-31");
  EXPECT_EQ(read_words("before 2018"), "before 2018 = date 2018 ..2017-12-31");
  EXPECT_EQ(read_words("after May 5, 2018"), "after May 5, 2018 = date 2018-05-05 2018-05-06..");
  EXPECT_EQ(read_words("by the end of 2018"), "by the end of 2018 = date 2018 ..2018-12-31");
}

TEST(Timex, CountsBackFromPublication) {
  EXPECT_EQ(read_words("last month"), "last month = date 2020-10 2020-10-01..2020-10-31");
  EXPECT_EQ(read_words("yesterday"), "yesterday = date 2020-11-18 2020-11-18");
  EXPECT_EQ(read_words("last week"),
            "last week = date 2020-W46 2020-11-08..2020-11-15");  // Sunday weeks and Monday weeks
  EXPECT_EQ(read_words("earlier this year"), "earlier this year = date 2020 2020-01-01..2020-11-19");
  EXPECT_EQ(read_words("overnight"), "overnight = time 2020-11-18TNI 2020-11-18..2020-11-19");
  EXPECT_EQ(read_words("over the past six months"),
            "past six months = date 2020-05-19/2020-11-19 2020-05-19..2020-11-19");
}

TEST(Timex, WidensDistancesByTheirUnit) {
  EXPECT_EQ(read_words("three days ago"), "three days ago = date 2020-11-16 2020-11-16");
  EXPECT_EQ(read_words("two weeks ago"), "two weeks ago = date 2020-11-05 2020-11-02..2020-11-08");
  EXPECT_EQ(read_words("two months ago"), "two months ago = date 2020-09-19 2020-09-01..2020-09-30");
  EXPECT_EQ(read_words("two years ago"), "two years ago = date 2018-11-19 2018-01-01..2019-01-31");
  EXPECT_EQ(read_words("a few years ago"), "a few years ago = date 2017-11-19 2014-11-19..2018-11-19");
}

TEST(Timex, CountsFromTheExpressionBeforeOnlyWhereItIsADay) {
  EXPECT_EQ(read_words("held on May 3, 2019 and freed three days later"),
            "May 3, 2019 = date 2019-05-03 2019-05-03; three days later = date 2019-05-06 2019-05-06");
  EXPECT_EQ(read_words("held in May 2019 and freed the next day"),
            "May 2019 = date 2019-05 2019-05-01..2019-05-31; the next day = date XXXX -");
  EXPECT_EQ(read_words("freed three days later"), "three days later = date XXXX-XX-XX -");
}

TEST(Timex, ReadsPartsOfTheDayThatFollow) {
  EXPECT_EQ(read_words("held on May 3, 2019 and freed the next morning"),
            "May 3, 2019 = date 2019-05-03 2019-05-03; the next morning = time 2019-05-04TMO 2019-05-04");
  EXPECT_EQ(read_words("freed the next morning"), "the next morning = time XXXX-XX-XXTMO -");
}

TEST(Timex, ReadsAWeekdayAndADistanceAsOne) {
  EXPECT_EQ(read_words("on Monday, two weeks from now"), "Monday, two weeks from now = date 2020-11-30 2020-11-30");
  EXPECT_EQ(read_words("freed 3 days after May 4, 2019 on Tuesday"),
            "3 days after May 4, 2019 on Tuesday = date 2019-05-07 2019-05-07");
  EXPECT_EQ(read_words("on Monday, two weeks in prison"),
            "Monday = date 2020-11-16 2020-11-16; two weeks = duration P2W");
}

TEST(Timex, ReadsTheFirstDayOfAPair) {
  EXPECT_EQ(read_words("on 18 and 19 June 2019"),
            "18 = date 2019-06-18 2019-06-18; 19 June 2019 = date 2019-06-19 2019-06-19");
  EXPECT_EQ(read_words("with 18 and 19 June"), "19 June = date 2020-06-19 2020-06-19");
}

TEST(Timex, ReadsPointedDatesOnlyBehindAWeekday) {
  EXPECT_EQ(read_words("on Friday 7.6 with him"), "Friday 7.6 = date 2020-07-06 2020-07-06");
  EXPECT_EQ(read_words("Sunday 7.30 for 7.6 miles"), "Sunday = date 2020-11-15 2020-11-15");
}

TEST(Timex, ReadsUnitsOfTheStoryOnlyWhereNoneWasTold) {
  EXPECT_EQ(read_words("the best of the year"), "the year = date 2020 2020-01-01..2020-12-31");
  EXPECT_EQ(read_words("in 2012 the best of the year"),
            "2012 = date 2012 2012-01-01..2012-12-31; the year = date XXXX -");
}

TEST(Timex, ResolvesOnlyAbsoluteDatesWithoutPublication) {
  EXPECT_EQ(read_words("in 2012 and last month and on May 3", std::nullopt),
            "2012 = date 2012 2012-01-01..2012-12-31; last month = date XXXX-XX -; May 3 = date XXXX-05-03 -");
}

TEST(Timex, ReadsLengthsSetsAndAges) {
  EXPECT_EQ(read_words("for eight years and two months"), "eight years and two months = duration P8Y2M");
  EXPECT_EQ(read_words("a 52-month sentence"), "52-month = duration P52M");
  EXPECT_EQ(read_words("every Monday"), "every Monday = set XXXX-WXX-1");
  EXPECT_EQ(read_words("a 72-year-old man"), "72-year-old = age P72Y");
  EXPECT_EQ(read_words("she was aged 31"), "aged 31 = age P31Y");
}

TEST(Timex, JoinsTimesToTheirDay) {
  EXPECT_EQ(read_words("at 3 p.m. on May 3, 2019"), "3 p.m. on May 3, 2019 = time 2019-05-03T15:00 2019-05-03");
  EXPECT_EQ(read_words("on May 3, 2019 at 10:30 a.m. sharp"),
            "May 3, 2019 at 10:30 a.m. = time 2019-05-03T10:30 2019-05-03");
  EXPECT_EQ(read_words("Tuesday night"), "Tuesday night = time 2020-11-17TNI 2020-11-17");
}

TEST(Timex, KnowsHolidaysByTheirRule) {
  EXPECT_EQ(read_words("on Easter Monday 2019"), "Easter Monday 2019 = date 2019-04-22 2019-04-22");
  EXPECT_EQ(read_words("on Thanksgiving 2019"), "Thanksgiving 2019 = date 2019-11-28 2019-11-28");
  EXPECT_EQ(read_words("before 9/11"), "before 9/11 = date 2001-09-11 ..2001-09-10");
}

TEST(Timex, LeavesNumbersAlone) {
  for (const char* text :
       {"1984 counts", "2,000 people", "Section 1983 of the code", "a score of 4-2", "the vote was 51-49",
        "it cost $2015", "5.5 percent in 3.2019", "the second suspect", "on the 20th anniversary", "tel. 138-2010-2015",
        "the 27th floor", "version 1.2020.3", "2015-32"})
    EXPECT_EQ(read_words(text), "") << text;
}

TEST(Timex, EndsBeforeTheSentencesPoint) {
  EXPECT_EQ(read_words("He left in Oct."), "Oct = date 2020-10 2020-10-01..2020-10-31");
}

TEST(Timex, StaysWithinTheCalendarWhateverIsAsked) {
  EXPECT_EQ(read_words("99999999 years ago"), "");
  EXPECT_EQ(read_words("4999 centuries ago").substr(0, 18), "4999 centuries ago");
}

class TimexWithPipeline : public testing::Test {
  void SetUp() override {
    if (!pipeline()) GTEST_SKIP() << "no language model in models/en_core_web_md: make setup";
  }
};

TEST_F(TimexWithPipeline, TakesTheTenseOfTheClause) {
  EXPECT_EQ(read_text("Lee was arrested on Thursday."), "Thursday = date 2020-11-19 2020-11-19");
  EXPECT_EQ(read_text("Lee was arrested on Wednesday."), "Wednesday = date 2020-11-18 2020-11-18");
  EXPECT_EQ(read_text("Lee will appear in court on Wednesday."), "Wednesday = date 2020-11-25 2020-11-25");
  EXPECT_EQ(read_text("Lee was arrested Tuesday and is due in court Friday."),
            "Tuesday = date 2020-11-17 2020-11-17; Friday = date 2020-11-20 2020-11-20");
  EXPECT_EQ(read_text("Lee was ordered to return to court on January 12."), "January 12 = date 2021-01-12 2021-01-12");
  EXPECT_EQ(read_text("Lee is to stand trial in January."), "January = date 2021-01 2021-01-01..2021-01-31");
  EXPECT_EQ(read_text("Lee resigned in January."), "January = date 2020-01 2020-01-01..2020-01-31");
  EXPECT_EQ(read_text("The trial begins on Dec. 2."), "Dec. 2 = date 2020-12-02 2020-12-02");
  EXPECT_EQ(read_text("On Monday, prosecutors said Lee will plead guilty on Wednesday."),
            "Monday = date 2020-11-16 2020-11-16; Wednesday = date 2020-11-25 2020-11-25");
}

TEST_F(TimexWithPipeline, TellsMonthsFromModalsVerbsAndPeople) {
  EXPECT_EQ(read_text("The minister may resign in May."), "May = date 2021-05 2021-05-01..2021-05-31");
  EXPECT_EQ(read_text("Protesters march on the capital."), "");
  EXPECT_EQ(read_text("Theresa May met April Jones."), "");
  EXPECT_EQ(read_text("The Sun reported that he sat down."), "");
}

TEST_F(TimexWithPipeline, LeavesABoundToTheNounItGoverns) {
  EXPECT_EQ(read_text("He left before the 2016 election."), "2016 = date 2016 2016-01-01..2016-12-31");
  EXPECT_EQ(read_text("After Wednesday's hearing he was freed."), "Wednesday = date 2020-11-18 2020-11-18");
}

TEST_F(TimexWithPipeline, ReadsAgesBesideNames) {
  EXPECT_EQ(read_text("Ann Lee, 44, and Robert Ray (51) were held."), "44 = age P44Y; 51 = age P51Y");
  EXPECT_EQ(read_text("The general, now 72, retired."), "now = date PRESENT_REF 2020-11-19; 72 = age P72Y");
}

TEST_F(TimexWithPipeline, CountsFromTheSentenceBefore) {
  EXPECT_EQ(read_text("Lee was charged on Nov. 2. The following day he fled."),
            "Nov. 2 = date 2020-11-02 2020-11-02; following day = date 2020-11-03 2020-11-03");
  EXPECT_EQ(read_text("He pleaded guilty in October 2019 to charges filed that August."),
            "October 2019 = date 2019-10 2019-10-01..2019-10-31; that August = date 2019-08 2019-08-01..2019-08-31");
}

TEST(TimeReader, NamesTheFileThatItMisses) {
  auto missing = TimeReader::load("/nonexistent");
  ASSERT_FALSE(missing);
  EXPECT_NE(missing.error().message.find("months.txt"), std::string::npos);
}

}  // namespace
}  // namespace sumario::read
