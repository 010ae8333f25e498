// The grammar of time expressions: recursive descent over pieces, longest match wins, no backtracking beyond a bounded
// number of pieces, so linear in the text. Internal to src/read/time. One object per document; not shared.
//
// Rules return where they end (in pieces) and what they found; an `end` of 0 says that nothing matched.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "read/syntax/tree.h"
#include "read/time/moment.h"
#include "read/time/timex.h"
#include "read/time/words.h"

namespace sumario::read {

class Grammar {
 public:
  Grammar(const Tree& tree, const TimeKnowledge& knowledge, std::optional<Day> published);
  std::vector<Timex> read();

 private:
  struct Term {  // a listed word or a number
    int end = 0;
    int number = 0;
    std::string_view value;
    explicit operator bool() const { return end > 0; }
  };
  struct Count {  // "two", "a few", "an", "3.5"
    int end = 0;
    double amount = 0;
    int least = 0, most = 0;  // differ where the amount is vague
    bool article = false;
    explicit operator bool() const { return end > 0; }
  };
  struct Found {
    int end = 0;
    Moment moment;
    explicit operator bool() const { return end > 0; }
  };
  struct Span {  // a length of time
    int end = 0;
    std::string value;  // "P2Y", "PT1H30M"
    int months = 0, days = 0, minutes = 0;
    int least_units = 0, most_units = 0;  // of its first unit
    int units = 0;
    char unit = 'D';                   // of its first part: Y, M, W, D, and T for less than a day
    bool vague = false, whole = true;  // whole: no halves
    bool article = false;              // "a year"
    explicit operator bool() const { return end > 0; }
  };
  struct Expression {
    int begin = 0, end = 0;
    TimexType type = TimexType::kDate;
    std::string value;
    std::optional<DayInterval> days;
    bool absolute = false;
    explicit operator bool() const { return end > begin; }
  };

  // grammar.cc: the pieces, and one expression at a time.
  const Piece& piece(int i) const { return i >= 0 && i < size() ? list_.pieces[static_cast<size_t>(i)] : nothing_; }
  bool is(int i, std::string_view lower) const { return piece(i).lower == lower; }
  bool joined(int i) const { return !piece(i).spaced; }  // nothing stands between it and the piece before
  bool is_mark(int i, std::string_view marks) const;     // one of these one-byte marks
  bool is_number(int i) const { return piece(i).kind == Piece::Kind::kNumber; }
  bool is_word(int i) const { return piece(i).kind == Piece::Kind::kWord; }
  Term term(int i, TimeWord kind) const;
  bool has(int i, TimeWord kind) const { return static_cast<bool>(term(i, kind)); }
  std::string_view tag(int i) const;  // of the piece's token
  std::string_view tag_or_none(int i) const { return i < size() ? tag(i) : std::string_view(); }
  std::string_view entity(int i) const;
  bool possessive(int i) const;     // "'s" stands at i
  bool plain(int i) const;          // a number of its own: no decimal, money, percentage, part of a code
  bool free_left(int begin) const;  // no hyphen, slash or point ties it to more digits or letters
  bool free_right(int end) const;
  bool isolated(int begin, int end) const { return free_left(begin) && free_right(end); }
  int size() const { return static_cast<int>(list_.pieces.size()); }
  int skip_the(int i) const { return is(i, "the") ? i + 1 : i; }
  Expression expression(int i) const;
  Expression from_moment(int begin, const Found& found) const;
  bool worth_trying(int i) const;
  Timex timex_of(const Expression& e) const;
  bool on_one_line(const Expression& e) const;

  // tense.cc
  enum class Tense : uint8_t { kPast, kUnknown, kAhead };
  Tense tense(int i) const;
  bool ahead(int i) const { return tense(i) == Tense::kAhead; }
  TimeAnchor anchor(int i) const { return {published_, ahead(i)}; }

  // numbers.cc
  Term cardinal(int i) const;
  Term number_words(int i) const;
  Term ordinal(int i) const;
  Term day_number(int i, bool after_month) const;
  Count count(int i) const;
  Term year(int i) const;  // four digits or spelled
  Term spelled_year(int i) const;
  Term unit(int i) const { return term(i, TimeWord::kUnit); }
  std::string_view unit_value(int i) const { return unit(i).value; }
  bool plural(int i) const { return piece(i).lower.ends_with("s"); }
  Term shift(int i) const;  // "last", not the verb

  // dates.cc
  Found numeric_date(int i) const;
  Found year_month_numbers(int i) const;
  Found day_month_numbers(int i) const;
  Term month(int i) const;
  bool month_name_stands_alone(int i, const Term& name) const;
  Found month_first(int i) const;
  Found day_first(int i) const;
  Found year_first(int i) const;
  Found weekday(int i) const;
  Found weekday_and_offset(int i) const;  // "Monday, two weeks from now"
  Found day_of_pair(int i) const;         // the "18" of "on 18 and 19 June"
  Found nth_weekday(int i) const;
  Found holiday(int i) const;
  Found day_of_month(int i) const;  // "the 18th", "the 20th of next month"
  void share_year(int i, Moment& moment) const;
  int year_after(int i, Moment& moment) const;  // reads ", 2020", "of last year"; returns where it ends, or i

  // periods.cc
  Found named_quarter(int i) const;
  Found season(int i) const;
  Found week_of(int i) const;
  Found decade(int i) const;
  Found century(int i) const;
  Found bare_year(int i) const;
  bool year_context(int i) const;

  // relative.cc
  Found deictic(int i) const;
  Found decades_from_now(int i) const;  // "the next decade", "the past two decades"
  Found shifted(int i) const;
  Found shifted_unit(int i, int shift, const Term& unit) const;
  Found shifted_weekday(int i, int shift, const Term& name, bool past) const;
  Found shifted_named(Found named, int i, int shift) const;
  Found part_so_far(int i) const;             // "earlier this year", "the rest of the week"
  Found rolling(int i) const;                 // "the last two years"
  Found weekdays_away(int i) const;           // "two Sundays ago"
  Found first_units(int i) const;             // "the first two weeks of 2021"
  Found offset(int i, int depth) const;       // "two years ago"
  Found in_future(int i) const;               // "in two weeks"
  Found unit_beside(int i, int depth) const;  // "the year before 2015", "the week after next"
  Found story(int i) const;                   // "the following day"
  Found unit_of_the_story(int i, const Term& unit) const;
  Found moved(const Span& span, Day from, bool from_exact, int direction) const;
  Moment interval(std::optional<Day> from, std::optional<Day> to, Grain grain) const;
  std::optional<int> earlier_year(int i) const;
  std::optional<Day> earlier_day(int i) const;  // the day of the expression just before, if it is a day for certain

  // ranges.cc
  Found core(int i, int depth = 0) const;
  Found longest_core(int i, int depth) const;
  Found when(int i, int depth = 0, bool article = false) const;  // a core, perhaps a part of one ("early next year")
  Expression range(int i) const;
  Expression range_within(int i) const;  // "November between 19 and 20"
  Expression slash_range(int i) const;   // "10/1-11/7/2018"
  Expression year_pair(int i) const;     // "2012-18", "2012/13", "2012-2018"
  Expression starting(int i) const;      // "three days starting Monday"
  Expression from_pair(int begin, Found a, Found b) const;
  Found endpoint(int i, bool bare_numbers) const;
  int range_joint(int i, bool between, bool opened) const;
  Expression bound(int i) const;
  Expression bounded(int begin, std::string_view how, const Found& found) const;
  Expression offset_bound(int i) const;  // "more than two weeks before today"
  Expression bound_after(int begin, const Found& found) const;
  bool governs_noun(int begin, int end) const;  // "before the 2016 election": the bound is not the date's

  // spans.cc
  Span span(int i) const;  // "two years and a month"
  Span span_of(const Count& n, const Term& unit) const;
  void add_part(Span& span, const Count& n, const Term& unit) const;
  Expression duration(int i) const;
  Expression set(int i) const;
  Expression age(int i) const;
  Expression age_in_apposition(int i) const;

  // clock.cc
  struct Clock {
    int end = 0;
    std::string value;  // "T15:00", "TMO"
    explicit operator bool() const { return end > 0; }
  };
  Clock clock(int i) const;
  int clock_range(int i) const;                   // "from 2 to 4 p.m.", "before 5pm"; returns where it ends, or 0
  int half_of_day(int i, bool& afternoon) const;  // "p.m."
  Expression time_of_day(int i) const;
  Expression with_time(Expression date, int i) const;

  const Tree& tree_;
  const TimeKnowledge& knowledge_;
  std::optional<Day> published_;
  PieceList list_;
  mutable int asked_ = -1;  // the place of the last core, and the core
  mutable Found answer_;
  const Piece nothing_;  // what stands before the first piece and behind the last
  std::vector<Timex> out_;
};

}  // namespace sumario::read
