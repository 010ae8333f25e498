// Quotation marks paired up, on characters alone: it needs no tree, so a misparse inside a quotation cannot hurt it.
#pragma once

#include <string_view>
#include <vector>

#include "base/byte_range.h"

namespace sumario::read {

// One stretch between quotation marks, within one paragraph. A quotation that runs over several paragraphs (each opens
// with a mark, only the last one closes) is several of them, chained by `continues`.
struct Quotation {
  ByteRange range;      // marks and all
  ByteRange inside;     // without the marks
  int outer = -1;       // index of the quotation around it
  int continues = -1;   // index of the unclosed quotation of the paragraph before that goes on here
  bool closed = true;   // false: the closing mark is missing; the range then ends with the paragraph
  bool single = false;  // 'such marks'
};

// Marks: straight and curly, double and single, low-9, guillemets, `` and ''. A mark is told to open or to close by its
// form and by its neighbours; apostrophes, inches and years ('90s) are no marks. A paragraph ends at a line break.
// A single mark without its partner in the paragraph is taken for an apostrophe. In text order; linear in the text.
std::vector<Quotation> find_quotations(std::string_view text);

}  // namespace sumario::read
