// Text in styles, wrapped to a width: what every command's text output is made of.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/terminal.h"

namespace sumario::cli {

enum class Style {
  kPlain,
  kStrong,    // headings, names
  kDim,       // where it comes from
  kEvidence,  // the words that prove a line; «…» without colour
  kOpen,      // a standing still open
  kEnded,     // a standing that has ended
  kWarning,
};

// Columns the text takes on a terminal: combining marks none, wide East Asian characters two.
int columns_of(std::string_view text);

// A paragraph under construction. Line breaks in what is added count as spaces.
class Paragraph {
 public:
  Paragraph& add(std::string_view text, Style style = Style::kPlain);
  bool empty() const { return words_.empty(); }

  // The paragraph as lines, each ended: the first indented by `first` columns, the others by `rest`. A word longer than
  // a line stands on one of its own.
  std::string lines(const Look& look, int first, int rest) const;

 private:
  struct Word {
    std::string text;
    Style style;
    bool space_before;
  };
  std::vector<Word> words_;
  bool space_pending_ = false;
};

// `text` in `style`, unwrapped.
std::string styled(std::string_view text, Style style, const Look& look);

}  // namespace sumario::cli
