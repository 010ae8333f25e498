#include "nlp/transition_actions.h"

#include <gtest/gtest.h>

#include "nlp/msgpack_writer_for_tests.h"

namespace sumario::nlp {
namespace {

std::string moves_file(std::string_view json) { return MsgpackWriter().map(1).text("moves").text(json).bytes(); }

std::vector<std::string> names_of(std::string_view json, ActionRules rules) {
  const auto actions = read_actions(moves_file(json), "parser/moves", rules);
  EXPECT_TRUE(actions) << actions.error().message;
  std::vector<std::string> names;
  for (const auto& action : *actions) names.push_back(std::to_string(action.move) + "-" + action.label);
  return names;
}

const ActionRules kAny{.moves = 6, .without_units = {}, .never_labelled = {}};

TEST(TransitionActions, GoByMoveThenFrequencyThenFallingLabel) {
  EXPECT_EQ(names_of(R"({"2":{"b":5,"a":5,"rare":1,"top":9},"0":{"":3}})", kAny),
            (std::vector<std::string>{"0-", "2-top", "2-b", "2-a", "2-rare"}));
}

TEST(TransitionActions, LabelsOfNegativeFrequencyComeLast) {
  EXPECT_EQ(names_of(R"({"2":{"x":-1,"a":5,"y":-2},"3":{"x":-1,"b":1}})", kAny),
            (std::vector<std::string>{"2-a", "3-b", "2-x", "3-x", "2-y"}));
}

TEST(TransitionActions, SomeMovesHaveNoUnitsOrNoLabels) {
  EXPECT_EQ(names_of(R"({"0":{"":1,"A":1},"5":{"":4,"A":2},"1":{"A":2}})",
                     {.moves = 6, .without_units = {0}, .never_labelled = {5}}),
            (std::vector<std::string>{"1-A", "5-"}));
}

TEST(TransitionActions, DamageIsNamed) {
  const auto message = [](std::string_view json) {
    return read_actions(moves_file(json), "parser/moves", kAny).error().message;
  };
  EXPECT_EQ(message("[1]"), "parser/moves: moves is not a JSON object");
  EXPECT_EQ(message(R"({"9":{}})"), "parser/moves: moves: there is no action number 9");
  EXPECT_EQ(message(R"({"1":{"a":"b"}})"), "parser/moves: moves: action 1 label a has no count");
  EXPECT_EQ(message(R"({"1":4})"), "parser/moves: moves: action 1 is not a JSON object");
}

}  // namespace
}  // namespace sumario::nlp
