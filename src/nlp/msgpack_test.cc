#include "nlp/msgpack.h"

#include <gtest/gtest.h>

#include "nlp/msgpack_writer_for_tests.h"

namespace sumario::nlp {
namespace {

using std::string_literals::operator""s;

Result<std::unique_ptr<const MsgpackDocument>> decode(const std::string& bytes) {
  return MsgpackDocument::decode(bytes, "some/file");
}

TEST(Msgpack, ReadsEveryTypeThatPipelinesHold) {
  const std::string bytes =
      "\x88\xa1"
      "a\xc0\xa1"
      "b\xc3\xa1"
      "c\x07\xa1"
      "d\xff\xa1"
      "e\xcb\x3f\xf8\0\0\0\0\0\0\xa1"
      "f\xc4\x02xy\xc4\x01g\x92\x01\x02\xcf\0\0\0\0\0\0\0\x09\xa1z"s;
  const auto document = decode(bytes);
  ASSERT_TRUE(document) << document.error().message;
  const MsgpackValue root = (*document)->root();
  EXPECT_EQ(root.size(), 8u);
  EXPECT_TRUE(root.find("a")->is_nil());
  EXPECT_EQ(root.find("b")->boolean().value(), true);
  EXPECT_EQ(root.find("c")->unsigned_number().value(), 7u);
  EXPECT_EQ(root.find("d")->number().value(), -1);
  EXPECT_EQ(root.find("e")->kind(), MsgpackValue::Kind::kFloat);
  EXPECT_EQ(root.find("f")->string().value(), "xy");
  // A key that is a binary is found like a string.
  EXPECT_EQ(root.find("g")->at(1)->unsigned_number().value(), 2u);
  EXPECT_EQ(root.entries()->back().first.unsigned_number().value(), 9u);
  EXPECT_FALSE(root.find("h"));
}

TEST(Msgpack, StringsAreViewsOfTheBytes) {
  const std::string bytes = MsgpackWriter().text("in place").bytes();
  const auto document = decode(bytes);
  ASSERT_TRUE(document);
  const std::string_view text = (*document)->root().string().value();
  EXPECT_EQ(text.data(), bytes.data() + 3);
}

TEST(Msgpack, ErrorsNameFileAndField) {
  const std::string bytes = MsgpackWriter().map(1).text("params").array(2).nil().map(1).text("W").text("x").bytes();
  const auto document = decode(bytes);
  ASSERT_TRUE(document);
  const MsgpackValue w = *(*document)->root().at("params")->at(1)->at("W");
  EXPECT_EQ(w.path(), "params[1].W");
  EXPECT_EQ(w.number().error().message, "some/file: params[1].W is a string where a whole number was expected");
  EXPECT_EQ((*document)->root().at("nodes").error().message, "some/file: the document has no entry nodes");
  EXPECT_EQ((*document)->root().at("params")->at(2).error().message, "some/file: params has no element 2");
}

TEST(Msgpack, RefusesWhatIsNoWholeDocument) {
  const std::string whole = MsgpackWriter().map(1).text("a").array(2).number(1).text("b").bytes();
  ASSERT_TRUE(decode(whole));
  for (size_t size = 0; size < whole.size(); ++size) {
    const auto cut = decode(whole.substr(0, size));
    ASSERT_FALSE(cut) << size;
    EXPECT_EQ(cut.error().code, ErrorCode::kDamaged);
  }
  EXPECT_FALSE(decode(whole + "x"));
  EXPECT_FALSE(decode("\xc1"));
  EXPECT_FALSE(decode("\xd4\x01x"s)) << "extension types are not part of the format";
}

TEST(Msgpack, MemoryFollowsTheBytesAndNotTheClaims) {
  // Arrays that claim 2^32 - 1 elements, one in another.
  std::string bytes;
  for (int i = 0; i < 16; ++i) bytes += "\xdd\xff\xff\xff\xff";
  EXPECT_FALSE(decode(bytes));
  EXPECT_FALSE(
      decode("\xc6\xff\xff\xff\xff"
             "abc"s));
}

TEST(Msgpack, RefusesDeepNesting) {
  EXPECT_TRUE(decode(std::string(30, '\x91') + "\xc0"));
  EXPECT_FALSE(decode(std::string(40, '\x91') + "\xc0"));
  EXPECT_FALSE(decode(std::string(1 << 20, '\x91') + "\xc0"));
}

TEST(Msgpack, DecodesADocumentInsideAnother) {
  const std::string bytes = MsgpackWriter().map(1).text("attr").text(MsgpackWriter().number(5).bytes()).bytes();
  const auto document = decode(bytes);
  ASSERT_TRUE(document);
  const auto inner = MsgpackDocument::decode_nested(*(*document)->root().at("attr"));
  ASSERT_TRUE(inner);
  EXPECT_EQ((*inner)->root().number().value(), 5);
  EXPECT_EQ((*inner)->root().string().error().message,
            "some/file: attr: the document is a number where a string was expected");
}

}  // namespace
}  // namespace sumario::nlp
