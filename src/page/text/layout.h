// Title, paragraphs and headings of a plain text.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "page/text/page_knowledge.h"
#include "record/article.h"

namespace sumario::page {

struct Layout {
  std::string text;           // final: offsets point into it
  std::vector<Block> blocks;  // cover all of the text but the white space between them
  std::optional<std::string> title;
};

// Lays out a clean text (see clean_text). Paragraphs stand apart by blank lines, or are lines of their own; lines
// broken to a width, and lines that only go on a sentence, are joined by turning the line end into a space, so that the
// text keeps its length. A first line alone before a blank line is the title; so is the first of many lines without
// blank ones if it is no sentence. A `title` from metadata goes before the text unless the text begins with it already.
Layout lay_out(std::string clean, std::optional<std::string> title);

}  // namespace sumario::page
