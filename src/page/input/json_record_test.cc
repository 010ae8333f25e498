#include "page/input/json_record.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sumario::page {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::string refusal(std::string_view line) {
  auto record = parse_json_record(line, "f:3");
  return record ? "accepted" : record.error().message;
}

TEST(JsonRecord, ReadsTheFieldsItKnows) {
  auto record = parse_json_record(
      R"({"id":7,"text":"A \u201cB\u201d","title":null,"url":"https://x.org","authors":["Eva Moss","Tom Hale"],"outlet":"Post"})",
      "f:3");
  ASSERT_TRUE(record) << record.error().message;
  EXPECT_EQ(record->text, "A “B”");
  EXPECT_FALSE(record->title);
  EXPECT_EQ(record->url, "https://x.org");
  EXPECT_EQ(record->outlet, "Post");
  EXPECT_THAT(record->authors, ElementsAre("Eva Moss", "Tom Hale"));
  EXPECT_THAT(parse_json_record(R"({"authors":"Eva Moss"})", "f")->authors, ElementsAre("Eva Moss"));
  EXPECT_FALSE(parse_json_record(R"({"text":""})", "f")->text);
}

TEST(JsonRecord, NamesLineAndReason) {
  EXPECT_THAT(refusal("{\"text\":"), HasSubstr("f:3: no JSON: "));
  EXPECT_EQ(refusal("[1]"), "f:3: no JSON object");
  EXPECT_EQ(refusal("{\"text\":7}"), "f:3: text: a text is needed");
  EXPECT_EQ(refusal("{\"authors\":[7]}"), "f:3: authors: a list of texts is needed");
  EXPECT_EQ(refusal("{\"text\":\"\xFF\"}"), "f:3: broken UTF-8 at byte 9 of the line");
  EXPECT_THAT(refusal("{\"text\":\"\\ud800\"}"), HasSubstr("f:3: no JSON: "));  // half a surrogate pair
  EXPECT_THAT(refusal("{\"a\":" + std::string(5000, '[')), HasSubstr("f:3: no JSON: "));
}

}  // namespace
}  // namespace sumario::page
