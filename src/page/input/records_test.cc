#include "page/input/records.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "page/input/decompress.h"
#include "page/input/records_for_tests.h"

namespace sumario::page {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using namespace std::string_literals;

TEST(Records, APlainTextIsOne) { EXPECT_THAT(records_of("Title\n\nBody."), ElementsAre("f|Title\n\nBody.")); }

TEST(Records, JsonLinesAreOneALine) {
  EXPECT_THAT(records_of("{\"text\":\"a\"}\r\n\n  \n{\"text\":\"b\"}"),
              ElementsAre("f:1|{\"text\":\"a\"}", "f:4|{\"text\":\"b\"}"));
  EXPECT_THAT(records_of("\xEF\xBB\xBF{\"text\":\"a\"}\nno json\n"),
              ElementsAre("f:1|{\"text\":\"a\"}", "f:2|no json"));
}

TEST(Records, ALineTooLongIsSkippedAlone) {
  std::string lines = "{\"a\":1}\n{\"text\":\"" + std::string(300'000, 'x') + "\"}\n{\"b\":2}\n";
  EXPECT_THAT(records_of(lines, 1024), ElementsAre("f:1|{\"a\":1}", "!f:2: a line longer than 1 kB", "f:3|{\"b\":2}"));
  EXPECT_THAT(records_of("{\"a\":\"" + std::string(300'000, 'x'), 1024), ElementsAre("!f:1: a line longer than 1 kB"));
}

TEST(Records, ATextTooLongIsRefused) {
  EXPECT_THAT(records_of(std::string(5000, 'x'), 4096), ElementsAre("!f: a document larger than 4 kB"));
}

TEST(Records, KindsAreToldByContent) {
  EXPECT_THAT(records_of(""), ElementsAre("!f: the file is empty"));
  EXPECT_THAT(records_of("\n \n"), ElementsAre("!f: the file is empty"));
  EXPECT_THAT(records_of("<!DOCTYPE html><html>"), ElementsAre("f|<!DOCTYPE html><html>"));

  EXPECT_THAT(records_of("%PDF-1.7"), ElementsAre("!f: a PDF file is not read"));

  EXPECT_THAT(records_of("\x7F"
                         "ELF\0\0"s),
              ElementsAre(HasSubstr("NUL")));
  EXPECT_THAT(records_of("{sic} he wrote"), ElementsAre("f|{sic} he wrote"));
  EXPECT_THAT(records_of("<10 people came."), ElementsAre("f|<10 people came."));
  EXPECT_THAT(records_of("<!-- c --><!DOCTYPE html [<!ENTITY a 'b'>]><p>x"), ElementsAre(HasSubstr("<p>x")));
  EXPECT_THAT(records_of("<p>no \0 end"s), ElementsAre("f|<p>no \0 end"s));  // browsers pass over NUL in pages
  EXPECT_THAT(records_of("\xFF\xFE<\0r\0s\0s\0/\0>\0"s), ElementsAre());     // a feed without items, in UTF-16
}

TEST(Records, OneJsonValueMayTakeSeveralLines) {
  EXPECT_THAT(records_of("{\n \"text\": \"a\"\n}"), ElementsAre("f|{\n \"text\": \"a\"\n}"));
  EXPECT_THAT(records_of("[{\"text\": \"a\"},\n{\"text\":\"b\"}]"),
              ElementsAre("f:item 1|{\"text\":\"a\"}", "f:item 2|{\"text\":\"b\"}"));
  EXPECT_THAT(records_of("[{\"text\": \"a\"}"), ElementsAre(HasSubstr("!f: no JSON")));
  EXPECT_THAT(records_of("[{\"text\": \"aaaaaaaaaaaaaaaaaaaaaaaa\"}]", 16),
              ElementsAre("!f: JSON larger than 16 bytes"));
}

TEST(Records, CompressedInputsAreUnpacked) {
  std::string lines = "{\"text\":\"a\"}\n{\"text\":\"b\"}\n";
  EXPECT_EQ(records_of(gzip(lines)), records_of(lines));
  EXPECT_EQ(records_of(zstd(lines)), records_of(lines));
  EXPECT_EQ(records_of(gzip(lines) + gzip(lines)), records_of(lines + lines));
  EXPECT_EQ(records_of(zstd(lines) + zstd(lines)), records_of(lines + lines));
}

TEST(Records, ATruncatedStreamGivesWhatCameBefore) {
  std::string lines;
  for (uint32_t i = 0; i < 60'000; ++i) lines += "{\"text\":\"" + std::to_string(i * 2654435761u) + "\"}\n";
  for (auto pack : {gzip, zstd}) {
    std::string packed = pack(lines);
    auto got = records_of(packed.substr(0, packed.size() / 2));
    ASSERT_GT(got.size(), 10u);
    EXPECT_EQ(got[0], "f:1|{\"text\":\"0\"}");
    EXPECT_THAT(got.back(), HasSubstr("the file ends early"));
  }
}

TEST(Records, ABrokenStreamIsNamed) {
  std::string packed = gzip("{\"text\":\"a\"}\n");
  packed[packed.size() - 6] = static_cast<char>(packed[packed.size() - 6] + 1);  // its checksum
  EXPECT_THAT(records_of(packed).back(), HasSubstr("gzip: broken stream"));
}

TEST(Records, ABombIsRefused) {
  auto all_of = [](const std::string& packed, DecompressionLimits limits) -> std::string {
    auto source = decompressed(memory_bytes(packed), "f", limits);
    auto bytes = read_all(**source, "f", size_t{1} << 30);
    return bytes ? "unpacked" : bytes.error().message;
  };
  std::string zeros(32 << 20, '\0');
  EXPECT_EQ(all_of(gzip(zeros), {}), "f: unpacks to more than 300 times its size");
  EXPECT_EQ(all_of(zstd(zeros), {}), "f: unpacks to more than 300 times its size");
  EXPECT_EQ(all_of(gzip(zeros), {.most_bytes = 1 << 20, .most_ratio = 300}), "f: unpacks to more than 1 MB");
  EXPECT_EQ(all_of(gzip(std::string(1 << 20, '\0')), {}), "unpacked");  // small ones may be as dense as they like
}

TEST(Records, StopAtAStopRequest) {
  std::stop_source stop;
  stop.request_stop();
  auto reader = RecordReader::open(SUMARIO_SOURCE_DIR "/CMakeLists.txt", stop.get_token());
  EXPECT_TRUE(!reader || !reader->next());
}

TEST(RecordReader, ADocumentThatIsAllOfTheInputHasWhatItsServerSaid) {
  Declared declared;
  declared.url = "https://example.org/a";
  auto reader = RecordReader::over(memory_bytes("<!doctype html><p>Text"), "f", kRecordLimit, declared);
  ASSERT_TRUE(reader);
  EXPECT_EQ((*reader->next())->declared.url, "https://example.org/a");
}

}  // namespace
}  // namespace sumario::page
