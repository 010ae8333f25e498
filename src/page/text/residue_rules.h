// The rules behind find_residue: each looks at the page and marks what it is sure of.
#pragma once

#include <string_view>
#include <vector>

#include "page/text/page_knowledge.h"
#include "record/article.h"

namespace sumario::page {

// A block with what the rules ask of it.
struct Line {
  ByteRange range;
  BlockRole role = BlockRole::kBody;
  std::vector<Word> words;
  std::vector<ByteRange> sentences;
  bool ends_sentence = false;
  bool prose = false;   // a paragraph of running text
  bool marked = false;  // residue as a whole
};

struct Page {
  std::string_view text;
  std::vector<Line> lines;
  const PageKnowledge& knowledge;
  std::vector<Residue> found;  // in any order, may overlap

  void mark(Line& line, ResidueWhy why) {
    if (line.marked) return;
    line.marked = true;
    found.push_back({line.range, why});
  }
  void mark(ByteRange range, ResidueWhy why) { found.push_back({range, why}); }
};

// Lines as a whole (residue_lines.cc).
void mark_menus(Page& page);             // runs of short lines with several menu entries
void mark_rest(Page& page);              // "Latest posts" and all behind it
void mark_wording_of_lines(Page& page);  // lines that are, or begin with, a known phrase
void mark_contacts(Page& page);          // telephone numbers and addresses with the names above them
void mark_repeated_title(Page& page);
void mark_capital_teasers(Page& page);  // headlines of other stories in capitals between paragraphs; ">>>"
void mark_ornaments(Page& page);        // "###", "* * *", a lone full stop

// Sentences (residue_sentences.cc).
void mark_wording_of_sentences(Page& page);
void mark_broken(Page& page);  // sentences and blocks that lost a part

// What is glued to the end of a text without line ends (residue_tail.cc).
void mark_glued_tail(Page& page);

}  // namespace sumario::page
