#include "nlp/parser_state.h"

#include <gtest/gtest.h>

namespace sumario::nlp {
namespace {

TEST(ParserState, ReadsATextFromLeftToRight) {
  // "They left ." as SHIFT, LEFT, SHIFT, RIGHT, REDUCE, REDUCE.
  ParserState state;
  state.reset(3);
  EXPECT_EQ(state.features(), (std::array<int32_t, 8>{0, 1, -1, -1, -1, -1, -1, -1}));
  ASSERT_TRUE(state.can_shift());
  EXPECT_FALSE(state.can_reduce());
  state.shift();
  ASSERT_TRUE(state.can_attach());
  state.attach_left(5);
  EXPECT_EQ(state.last_left(1), 0);
  state.shift();
  EXPECT_EQ(state.features(), (std::array<int32_t, 8>{2, -1, 1, -1, -1, -1, 0, -1}));
  state.attach_right(6);
  EXPECT_EQ(state.last_right(1), 2);
  state.reduce();
  state.reduce();
  EXPECT_TRUE(state.is_final());
  EXPECT_EQ(state.tree.head, (std::vector<int32_t>{1, -1, 1}));
  EXPECT_EQ(state.tree.label, (std::vector<int32_t>{5, -1, 6}));
}

TEST(ParserState, TheLastTokenIsShiftedOnlyOntoAnEmptyStack) {
  ParserState state;
  state.reset(2);
  state.shift();
  EXPECT_FALSE(state.can_shift());
  EXPECT_TRUE(state.can_attach());
}

TEST(ParserState, AHeadlessTokenGoesBackToTheBufferAndMayNotBeShiftedAgain) {
  ParserState state;
  state.reset(4);
  state.shift();
  state.shift();
  state.reduce();  // 1 has no head and 0 is below it
  EXPECT_EQ(state.buffer(0), 1);
  EXPECT_EQ(state.buffer(1), 2);
  EXPECT_EQ(state.buffer_length(), 3);
  EXPECT_FALSE(state.can_shift());
  state.attach_left(1);  // 0 below 1 lifts the ban
  EXPECT_TRUE(state.can_shift());
  EXPECT_EQ(state.tree.head[0], 1);
}

TEST(ParserState, LeftReplacesAnEarlierHead) {
  ParserState state;
  state.reset(3);
  state.shift();
  state.attach_right(1);  // 1 below 0
  state.attach_left(2);   // 1 below 2 instead
  EXPECT_EQ(state.tree.head[1], 2);
  EXPECT_EQ(state.last_right(0), -1);
  EXPECT_EQ(state.last_left(2), 1);
}

TEST(ParserState, ABrokenSentenceEndsBeforeTheNextToken) {
  ParserState state;
  state.reset(4);
  EXPECT_TRUE(state.can_break());
  state.shift();
  EXPECT_TRUE(state.can_break());
  state.break_sentence();  // before 2
  EXPECT_FALSE(state.can_break()) << "once is enough";
  EXPECT_TRUE(state.can_attach());
  state.attach_right(1);
  EXPECT_FALSE(state.can_attach()) << "no arcs across the break";
  EXPECT_FALSE(state.can_shift());
  state.reduce();
  state.reduce();
  EXPECT_TRUE(state.can_shift());
}

}  // namespace
}  // namespace sumario::nlp
