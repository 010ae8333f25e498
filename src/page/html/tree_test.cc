#include "page/html/tree.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace sumario::page {
namespace {

HtmlTree parsed(std::string_view html) {
  auto tree = HtmlTree::parse(html, "page");
  EXPECT_TRUE(tree) << tree.error().message;
  return std::move(*tree);
}

// "html(head body(p(Hello b(you))))"
std::string shape(const HtmlTree& tree, size_t index = 0) {
  const HtmlNode& node = tree[index];
  std::string out(node.text);
  if (node.end == index + 1) return out;
  out += "(";
  for (size_t child = index + 1; child < node.end; child = tree[child].end) {
    if (child > index + 1) out += " ";
    EXPECT_EQ(tree[child].parent, index);
    out += shape(tree, child);
  }
  return out + ")";
}

TEST(HtmlTree, IsWhatABrowserMakesOfBrokenMarkup) {
  EXPECT_EQ(shape(parsed("<p>One<p>Two <b>bold<i>both</b>it</i><!-- no -->")),
            "html(head body(p(One) p(Two  b(bold i(both)) i(it))))");
  EXPECT_EQ(shape(parsed("")), "html(head body)");
}

TEST(HtmlTree, ResolvesReferencesInTextAndAttributes) {
  HtmlTree tree = parsed("<a href='/?a=1&amp;b=2' DATA-X=\"caf&eacute;\">R&amp;D</a>");
  const HtmlNode& link = tree[3];
  EXPECT_EQ(link.tag, Tag::kA);
  EXPECT_EQ(tree.attribute(link, "href"), "/?a=1&b=2");
  EXPECT_EQ(tree.attribute(link, "data-x"), "café");
  EXPECT_EQ(tree.attribute(link, "title"), std::nullopt);
  EXPECT_EQ(tree[4].text, "R&D");
}

TEST(HtmlTree, KeepsScriptsAsTextAndLeavesTemplatesOut) {
  EXPECT_EQ(shape(parsed("<body><script>if (a<b) c('<p>')</script><template><p>x</p></template>")),
            "html(head body(script(if (a<b) c('<p>')) template))");
}

TEST(HtmlTree, ViewsOutliveAMove) {
  HtmlTree first = parsed("<p>text</p>");
  HtmlTree second = std::move(first);
  EXPECT_EQ(shape(second), "html(head body(p(text)))");
}

TEST(HtmlTree, NestsNoDeeperThanABrowserAndLosesNoText) {
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<div>";
  HtmlTree tree = parsed(deep + "text</div>after");
  EXPECT_LE(tree.size(), kDepthLimit + 4);
  EXPECT_EQ(tree[tree.size() - 2].text, "text");
  EXPECT_EQ(tree[tree.size() - 1].text, "after");
}

TEST(HtmlTree, RefusesFormattingThatMultiplies) {
  std::string bomb = "<p>";
  for (int i = 0; i < 500; ++i) bomb += "<b id=" + std::to_string(i) + ">";
  for (int i = 0; i < 100'000; ++i) bomb += "<p>x";
  auto tree = HtmlTree::parse(bomb, "bomb.html");
  ASSERT_FALSE(tree);
  EXPECT_THAT(tree.error().message, testing::HasSubstr("bomb.html: a page of more than"));
}

TEST(HtmlTree, AttributesAreBounded) {
  std::string many = "<p";
  for (int i = 0; i < 1000; ++i) many += " a" + std::to_string(i);
  auto tree = HtmlTree::parse(many + ">x", "f");
  ASSERT_TRUE(tree);
  for (const HtmlNode& node : tree->nodes()) EXPECT_LE(node.attribute_count, kAttributeLimit);
  std::string roots;
  for (int i = 0; i < 3000; ++i) roots += "<html b" + std::to_string(i) + "><body b" + std::to_string(i) + ">";
  EXPECT_TRUE(HtmlTree::parse(roots, "f"));
  for (int i = 0; i < 300'000; ++i) many += " b" + std::to_string(i);  // would take minutes
  EXPECT_FALSE(HtmlTree::parse(many + ">x", "f"));
}

}  // namespace
}  // namespace sumario::page
