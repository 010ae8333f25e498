#include "read/frames/frame.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sumario::read {
namespace {

using testing::HasSubstr;

constexpr const char* kSound = R"(kind = "proceeding"
type = "arrest"
[[pattern]]
verbs = ["arrest", "take into custody"]
needs = ["defendant | authority"]
carriers = ["make: authority = subject"]
[pattern.roles]
defendant = "object"
[[example]]
text = "Two officers arrested Ann Lee."
gives = "arrest defendant=Ann Lee"
)";

TEST(Frame, ReadsAFile) {
  auto frame = parse_frame(kSound, "frames/arrest.toml");
  ASSERT_TRUE(frame) << frame.error().message;
  EXPECT_EQ(frame->name, "arrest");
  ASSERT_EQ(frame->patterns.size(), 1u);
  EXPECT_EQ(frame->patterns[0].triggers[1].words, (std::vector<std::string>{"take", "into", "custody"}));
  EXPECT_EQ(frame->patterns[0].needs[0], (std::vector<std::string>{"defendant", "authority"}));
  EXPECT_EQ(frame->patterns[0].carriers[0].verbs, std::vector<std::string>{"make"});
  EXPECT_EQ(frame->examples[0].gives, std::vector<std::string>{"arrest defendant=Ann Lee"});
}

std::string error_of(std::string text) {
  auto frame = parse_frame(text, "frames/bad.toml");
  return frame ? "no error" : frame.error().message;
}

std::string with(std::string from, std::string to) {
  std::string text = kSound;
  text.replace(text.find(from), from.size(), to);
  return text;
}

TEST(Frame, EveryMistakeNamesFileAndLine) {
  EXPECT_THAT(error_of(with("needs =", "nedes =")), HasSubstr("frames/bad.toml:5: unknown key \"nedes\""));
  EXPECT_THAT(error_of(with("\"proceeding\"", "\"procedure\"")), HasSubstr("kind must be one of the contract's"));
  EXPECT_THAT(error_of(with("\"arrest\"\n[[", "\"arest\"\n[[")), HasSubstr("\"arest\" is no type of proceeding"));
  EXPECT_THAT(error_of(with("defendant = \"object\"", "defendent = \"object\"")),
              HasSubstr("bad.toml:8: \"defendent\" is no role"));
  EXPECT_THAT(error_of(with("\"object\"", "\"object |\"")), HasSubstr("a path is wanted"));
  EXPECT_THAT(error_of(with("[\"arrest\", ", "[\"arrest\", \"arrest\", ")), HasSubstr("stands here twice"));
  EXPECT_THAT(error_of(with("make: authority", "make authority")), HasSubstr("a carrier is written"));
  EXPECT_THAT(error_of(with("gives = \"arrest defendant=Ann Lee\"", "")), HasSubstr("an example says what it gives"));
  EXPECT_THAT(error_of("kind = \"proceeding\"\ntype = \"arrest\"\n"), HasSubstr("needs a [[pattern]]"));
  EXPECT_THAT(error_of("kind = "), HasSubstr("frames/bad.toml:1: "));
}

}  // namespace
}  // namespace sumario::read
