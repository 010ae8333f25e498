#include "read/dateline.h"

#include <gtest/gtest.h>

#include <string>

namespace sumario::read {
namespace {

std::string kept(std::string_view text) {
  return std::string(words_of(text, without_frame(text, {0, static_cast<uint32_t>(text.size())})));
}

TEST(Dateline, IsCutFromTheFrontOfAParagraph) {
  EXPECT_EQ(kept("GRAZ - A man was arrested."), "A man was arrested.");
  EXPECT_EQ(kept("SAN MARINO \u2013 A man was arrested."), "A man was arrested.");
  EXPECT_EQ(kept("LYON, Nov 19 (Agency) \u2014 A man was arrested."), "A man was arrested.");
}

TEST(Dateline, OrdinarySentencesAndHeadlinesInCapitalsStay) {
  for (const char* text : {"The mayor - who resigned - denied it.", "MAN HELD - POLICE SEEK WITNESSES", "A man was arrested.",
                           "Ann Lee - a baker from Lyon - was acquitted on Friday."})
    EXPECT_EQ(kept(text), text);
}

TEST(Dateline, ASitesNameIsCutFromTheEndOfAHeadline) {
  EXPECT_EQ(kept("Three people indicted for fraud - The Graz Prosecutor's Office"), "Three people indicted for fraud");
  EXPECT_EQ(kept("Bank director acquitted after trial | Lyon Evening Post"), "Bank director acquitted after trial");
}

}  // namespace
}  // namespace sumario::read
