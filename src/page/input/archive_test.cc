#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "page/input/coding.h"
#include "page/input/records_for_tests.h"

namespace sumario::page {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;
using testing::StartsWith;

std::string warc(std::string_view type, std::string_view media, std::string_view block, std::string_view more = "") {
  return "WARC/1.0\r\nWARC-Type: " + std::string(type) +
         "\r\nWARC-Target-URI: <https://post.example/1>\r\nContent-Type: " + std::string(media) + "\r\n" +
         std::string(more) + "Content-Length: " + std::to_string(block.size()) + "\r\n\r\n" + std::string(block) +
         "\r\n\r\n";
}

std::string response(std::string_view body, std::string_view fields = "Content-Type: text/html; charset=utf-8\r\n",
                     std::string_view status = "200 OK") {
  return warc("response", "application/http; msgtype=response",
              "HTTP/1.1 " + std::string(status) + "\r\n" + std::string(fields) + "\r\n" + std::string(body));
}

std::string body_of(const std::string& archive) {
  auto records = records_of(archive);
  if (records.size() != 1) return std::to_string(records.size()) + " records";
  return records[0].substr(records[0].find('|') + 1);
}

const std::string kHtmlField = "Content-Type: text/html\r\n";

TEST(Archive, PagesThatWereFetchedWellAreDocuments) {
  std::string archive = warc("warcinfo", "application/warc-fields", "software: x") + response("<p>One.") +
                        warc("request", "application/http; msgtype=request", "GET / HTTP/1.1\r\n\r\n") +
                        response("<p>Gone.", kHtmlField, "404 Not Found") +
                        response("GIF89a", "Content-Type: image/gif\r\n") + warc("resource", "text/html", "<p>Two.") +
                        warc("conversion", "text/plain", "Three.") +
                        warc("revisit", "application/http", "HTTP/1.1 200 OK\r\n\r\n");
  EXPECT_THAT(records_of(archive), ElementsAre(HasSubstr("|<p>One."), HasSubstr("|<p>Two."), HasSubstr("|Three.")));
  auto reader = RecordReader::over(memory_bytes(archive), "f");
  Record one = **reader->next();
  EXPECT_EQ(one.declared.url, "https://post.example/1");
  EXPECT_EQ(one.declared.charset, "utf-8");
  EXPECT_EQ(one.name, "f:byte " + std::to_string(archive.find("WARC/", 8)));
}

TEST(Archive, BodiesAreJoinedAndUnpacked) {
  const std::string page = "<p>The mayor was charged.";
  auto coded = [&](std::string_view coding, const std::string& packed) {
    return body_of(response(packed, kHtmlField + "Content-Encoding: " + std::string(coding) + "\r\n"));
  };
  EXPECT_EQ(coded("gzip", gzip(page)), page);
  EXPECT_EQ(coded("br", brotli(page)), page);
  EXPECT_EQ(coded("zstd", zstd(page)), page);
  EXPECT_EQ(coded("deflate", deflated(page, MAX_WBITS)), page);
  EXPECT_EQ(coded("deflate", deflated(page, -MAX_WBITS)), page);
  EXPECT_EQ(coded("gzip, br", brotli(gzip(page))), page);
  EXPECT_EQ(coded("gzip", page), page);  // unpacked by whoever stored it
  EXPECT_EQ(coded("br", page), page);
  EXPECT_THAT(coded("gzip", gzip(page).substr(0, 30)), HasSubstr("ends early"));
  EXPECT_THAT(coded("rot13", page), HasSubstr("content coding 'rot13'"));
  const std::string chunked = kHtmlField + "Transfer-Encoding: chunked\r\n";
  EXPECT_EQ(body_of(response("4\r\n<p>T\r\n5;x=y\r\nhe en\r\n1\r\nd\r\n0\r\n\r\n", chunked)), "<p>The end");
  EXPECT_EQ(body_of(response(page, chunked)), page);
  EXPECT_EQ(body_of(response("4\r\n<p>T\r\nrest", chunked)), "<p>Trest");
}

TEST(Archive, EachWayOfPackingAnArchiveIsUndone) {
  std::string one = response("<p>One."), two = response("<p>Two.");
  auto expected = ElementsAre(HasSubstr("|<p>One."), HasSubstr("|<p>Two."));
  EXPECT_THAT(records_of(one + two), expected);
  EXPECT_THAT(records_of(gzip(one) + gzip(two)), expected);
  EXPECT_THAT(records_of(gzip(one + two)), expected);
  EXPECT_THAT(records_of(zstd(one) + zstd(two)), expected);
  EXPECT_THAT(records_of(zstd(one + two)), expected);
  EXPECT_THAT(records_of(std::string("\x50\x2A\x4D\x18\x02\0\0\0xx", 10) + zstd(one + two)),
              expected);  // a skippable frame
}

TEST(Archive, DamageIsNamedAndPassed) {
  std::string good = response("<p>One.");
  std::string wrong = response("<p>Two.");
  wrong.replace(wrong.find("Content-Length: ") + 16, 1, "x");
  EXPECT_THAT(records_of(good + wrong + good),
              ElementsAre(HasSubstr("One."), HasSubstr(": no record begins here"), HasSubstr("One.")));
  std::string too_long = response("<p>Two.");
  too_long.replace(too_long.find("Content-Length: ") + 16, 2, "99");
  EXPECT_THAT(records_of(good + too_long + good + good),
              ElementsAre(HasSubstr("One."), HasSubstr(": its length is wrong"), HasSubstr("One."), HasSubstr("One.")));
  EXPECT_THAT(records_of(good + "junk" + good), ElementsAre(HasSubstr("its length is wrong"), HasSubstr("One.")));
  EXPECT_THAT(records_of(good + good.substr(0, good.size() - 9)),
              ElementsAre(HasSubstr("One."), HasSubstr("the file ends within the record")));
  std::string packed = gzip(response("<p>Two. " + std::string(200, 'x')));
  packed[packed.size() / 2] ^= 0x55;
  packed[packed.size() / 2 + 1] ^= 0x55;
  EXPECT_THAT(records_of(gzip(good) + packed + gzip(good)),
              ElementsAre(HasSubstr("One."), HasSubstr("broken stream"), HasSubstr("One.")));
}

TEST(Archive, ARecordTooLargeIsSkippedAlone) {
  EXPECT_THAT(records_of(response(std::string(9000, 'x')) + response("<p>One."), 4096),
              ElementsAre(HasSubstr("!f:byte 0: a record larger than 4 kB"), HasSubstr("One.")));
}

TEST(Archive, ABombInARecordIsRefusedAlone) {
  std::string zeros(8 << 20, ' ');
  for (auto& [coding, packed] :
       {std::pair<std::string, std::string>{"gzip", gzip(zeros)}, {"br", brotli(zeros)}, {"zstd", zstd(zeros)}}) {
    EXPECT_THAT(records_of(response(packed, kHtmlField + "Content-Encoding: " + coding + "\r\n") + response("<p>One."),
                           1 << 20),
                ElementsAre(HasSubstr("unpacks to more than 1 MB"), HasSubstr("One.")));
  }
  std::string huge = gzip(response(std::string(40 << 20, ' ')));
  EXPECT_THAT(records_of(huge + gzip(response("<p>One."))),
              ElementsAre(HasSubstr("more than 300 times"), HasSubstr("One.")));
}

TEST(Archive, ArcFilesAreReadToo) {
  std::string page = "HTTP/1.0 200 OK\nContent-Type: text/html\n\n<p>One.";
  std::string v1 =
      "filedesc://a.arc 0.0.0.0 20140216050221 text/plain 4\n1 0\n\n"
      "http://post.example/a b 192.0.2.1 20140216050221 text/html " +
      std::to_string(page.size()) + "\n" + page + "\n";
  EXPECT_THAT(records_of(v1), ElementsAre(HasSubstr("|<p>One.")));
  std::string v2 =
      "filedesc://a.arc 0.0.0.0 20140216050221 text/plain 200 - - 0 a.arc 4\n2 0\n\n"
      "https://post.example/ 192.0.2.1 20140216050221 text/html 200 sum - 90 a.arc " +
      std::to_string(page.size()) + "\n" + page + "\n";
  EXPECT_THAT(records_of(v2), ElementsAre(HasSubstr("|<p>One.")));
  EXPECT_THAT(records_of("filedesc://a.arc 0.0.0.0 20140216050221 text/plain -1\nx\n" + v1.substr(v1.find("http:"))),
              ElementsAre("!f:byte 0: no record begins here", HasSubstr("|<p>One.")));
}

// An archive much larger than the window: memory does not grow with it.
TEST(Archive, StreamsFlat) {
  class Endless final : public ByteSource {
   public:
    explicit Endless(std::string unit, size_t times) : unit_(std::move(unit)), left_(times) {}
    Result<size_t> read(std::span<char> buffer) override {
      if (at_ == unit_.size()) {
        at_ = 0;
        if (left_ > 0) --left_;
      }
      if (left_ == 0) return size_t{0};
      size_t count = std::min(buffer.size(), unit_.size() - at_);
      std::copy_n(unit_.data() + at_, count, buffer.data());
      at_ += count;
      return count;
    }

   private:
    std::string unit_;
    size_t at_ = 0, left_;
  };
  std::string unit = response("<p>One.") + response(std::string(1 << 20, 'x'), "Content-Type: video/mp4\r\n");
  auto reader = RecordReader::over(std::make_unique<Endless>(unit, 512), "f");
  size_t pages = 0;
  while (auto record = reader->next()) pages += record->has_value();
  EXPECT_EQ(pages, 512u);
}

}  // namespace
}  // namespace sumario::page
