#include "page/html/page_blocks.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "page/text/knowledge_for_tests.h"

namespace sumario::page {
namespace {

using testing::ElementsAre;

HtmlTree parsed(std::string_view html) { return std::move(*HtmlTree::parse(html, "a.html")); }

std::vector<std::string> blocks_of(std::string_view html) {
  HtmlTree tree = parsed(html);
  PageBlocks page = page_blocks(tree, test_knowledge());
  std::vector<std::string> texts;
  for (const PageBlock& block : page.blocks) texts.emplace_back(page.text_of(block));
  return texts;
}

TEST(PageBlocks, InlineElementsDoNotDivideWords) {
  EXPECT_THAT(
      blocks_of("<p><span class=drop>T</span>he <b>5<sup>th</sup></b> of H<sub>2</sub>O, <nobr>no break</nobr>"),
      ElementsAre("The 5th of H2O, no break"));
}

TEST(PageBlocks, BlockElementsDivideWords) {
  EXPECT_THAT(
      blocks_of("<div>One<div>two</div>three<p>four</p></div><ul><li>five<li>six</ul><table><td>7<td>8</table>"),
      ElementsAre("One", "two", "three", "four", "five", "six", "7", "8"));
}

TEST(PageBlocks, KeepLineEndsAndDivideAtTwo) {
  EXPECT_THAT(blocks_of("<p>one<br>two <br> three<br><br>four</p>"), ElementsAre("one\ntwo\nthree", "four"));
}

TEST(PageBlocks, KeepTheWordsOfLinks) {
  HtmlTree tree = parsed("<p>Ruiz hit the headlines when <a href=/x>she was <i>charged</i></a>, a clerk said.</p>");
  PageBlocks page = page_blocks(tree, test_knowledge());
  ASSERT_EQ(page.blocks.size(), 1u);
  EXPECT_EQ(page.text, "Ruiz hit the headlines when she was charged, a clerk said.");
  EXPECT_EQ(page.blocks[0].links, 1u);
  EXPECT_EQ(page.blocks[0].link_words, 3u);
  EXPECT_EQ(page.blocks[0].words, 11u);
}

TEST(PageBlocks, ShowNothingThatIsHidden) {
  EXPECT_THAT(blocks_of("<p hidden>a</p><p style='color:red; Display: none'>b</p><p><span class=sr-only>c</span>d</p>"
                        "<noscript>e</noscript><script>f</script><p style='--display:none-ish'>g</p>"),
              ElementsAre("d", "g"));
}

// Trees of text, inline and block elements, with what a browser would show of them.
struct Sample {
  std::string html;
  std::string shown;  // without white space
};

Sample sample(int depth) {
  Sample made;
  int parts = *rc::gen::inRange(1, 5);
  for (int i = 0; i < parts; ++i) {
    int kind = *rc::gen::inRange(0, depth > 0 ? 6 : 2);
    if (kind < 2) {
      std::string word = *rc::gen::container<std::string>(4, rc::gen::inRange('a', 'z'));
      made.html += word + (kind == 0 ? " " : "");
      made.shown += word;
      continue;
    }
    constexpr const char* kNames[] = {"div", "span", "b", "section", "sup", "em"};
    std::string name = kNames[*rc::gen::inRange(0, 6)];
    Sample inner = sample(depth - 1);
    made.html += "<" + name + ">" + inner.html + "</" + name + ">";
    made.shown += inner.shown;
  }
  return made;
}

TEST(PageBlocks, HoldAllVisibleTextInOrder) {
  EXPECT_TRUE(rc::check([] {
    Sample made = sample(4);
    std::string all;
    for (const std::string& text : blocks_of("<body>" + made.html)) all += text;
    std::erase_if(all, [](char c) { return c == ' ' || c == '\n'; });
    RC_ASSERT(all == made.shown);
  }));
}

}  // namespace
}  // namespace sumario::page
