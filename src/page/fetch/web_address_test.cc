#include "page/fetch/web_address.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sumario::page {
namespace {

using testing::HasSubstr;

WebAddress address(std::string_view text) {
  auto read = web_address(text);
  EXPECT_TRUE(read) << read.error().message;
  return read.value_or(WebAddress{});
}

std::string refusal(std::string_view text) {
  auto read = web_address(text);
  return read ? "read as " + read->text : read.error().message;
}

TEST(WebAddress, HasANormalForm) {
  WebAddress read = address("HTTPS://Example.ORG/a/../b c?q=1#part");
  EXPECT_EQ(read.text, "https://Example.ORG/b%20c?q=1");
  EXPECT_EQ(read.origin, "https://Example.ORG:443");
  EXPECT_EQ(read.target, "/b%20c?q=1");
  EXPECT_EQ(address("http://example.org").target, "/");
  EXPECT_EQ(address("http://example.org:8080/").origin, "http://example.org:8080");
  EXPECT_EQ(address("http://[::1]:80/a").origin, "http://[::1]:80");
}

TEST(WebAddress, ReadsWhatARedirectNames) {
  WebAddress base = address("https://example.org/news/today?x=1");
  auto to = [&](std::string_view reference) {
    auto read = web_address(reference, base);
    return read ? read->text : read.error().message;
  };
  EXPECT_EQ(to("tomorrow"), "https://example.org/news/tomorrow");
  EXPECT_EQ(to("/a"), "https://example.org/a");
  EXPECT_EQ(to("//other.org/a"), "https://other.org/a");
  EXPECT_EQ(to("?y=2"), "https://example.org/news/today?y=2");
  EXPECT_EQ(to("http://other.org:81/a"), "http://other.org:81/a");
  EXPECT_THAT(to("file:///etc/hostname"), HasSubstr("only http and https"));
}

TEST(WebAddress, RefusesWhatIsNotFetched) {
  for (std::string_view scheme : {"ftp", "file", "gopher", "dict", "ldap", "smb", "tftp", "ws"})
    EXPECT_THAT(refusal(std::string(scheme) + "://example.org/a"), HasSubstr("only http and https")) << scheme;
  EXPECT_THAT(refusal("http://ann:secret@example.org/"), HasSubstr("a name or a password"));
  EXPECT_THAT(refusal("http://ann@example.org/"), HasSubstr("a name or a password"));
  for (std::string_view text : {"http://", "https://exa mple.org/", "http://example.org:99999/",
                                "http://ex%7Fample.org/", "http://12%33/", "http://ex%0d%0aample.org/", "://a", ""})
    EXPECT_THAT(refusal(text), HasSubstr("address")) << text;
  EXPECT_THAT(refusal(std::string_view("http://example.org/\0a", 21)), HasSubstr("no address"));
  EXPECT_THAT(refusal("http://example.org/" + std::string(9000, 'a')), HasSubstr("longer than 8 kB"));
}

TEST(WebAddress, IsTellableFromAFileName) {
  EXPECT_TRUE(is_address("https://example.org"));
  EXPECT_TRUE(is_address("FTP://example.org"));
  EXPECT_TRUE(is_address("file:///etc/hostname"));
  for (std::string_view name : {"-", "a.txt", "/a/b", "./http://x", "://", "a b://c", ""})
    EXPECT_FALSE(is_address(name)) << name;
}

TEST(WebAddress, IsShownInOnePlainLine) {
  EXPECT_EQ(shown_address("http://a/\x1b[31m\nb"), "http://a/?[31m?b");
  EXPECT_EQ(shown_address(std::string(1000, 'a')), std::string(300, 'a') + "…");
  EXPECT_EQ(shown_address("caf\xC3"), "caf\xEF\xBF\xBD");
}

}  // namespace
}  // namespace sumario::page
