#include "cli/paragraph.h"

#include <unicode/uchar.h>

#include "base/utf8.h"

namespace sumario::cli {
namespace {

// SGR sequences (ECMA-48).
std::string_view code_of(Style style) {
  switch (style) {
    case Style::kStrong:
      return "\x1b[1m";
    case Style::kDim:
      return "\x1b[2m";
    case Style::kEvidence:
      return "\x1b[4m";
    case Style::kOpen:
      return "\x1b[1;33m";
    case Style::kEnded:
      return "\x1b[1;32m";
    case Style::kWarning:
      return "\x1b[31m";
    case Style::kPlain:
      break;
  }
  return "";
}

constexpr std::string_view kReset = "\x1b[0m";

int columns_of_code_point(char32_t c) {
  auto point = static_cast<UChar32>(c);
  int8_t category = u_charType(point);
  if (category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK || category == U_FORMAT_CHAR) return 0;
  int width = u_getIntPropertyValue(point, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

bool is_break(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

// Outside text may hold control characters; a terminal must not see them.
bool is_control(std::string_view word, size_t at) {
  auto c = static_cast<unsigned char>(word[at]);
  bool c1 = c == 0xC2 && at + 1 < word.size() && static_cast<unsigned char>(word[at + 1]) < 0xA0;
  return c < 0x20 || c == 0x7F || c1;
}

}  // namespace

int columns_of(std::string_view text) {
  int columns = 0;
  for (size_t at = 0; at < text.size();) {
    CodePoint point = code_point_at(text, at);
    columns += columns_of_code_point(point.value);
    at += point.size;
  }
  return columns;
}

Paragraph& Paragraph::add(std::string_view text, Style style) {
  // Without colour the marks belong to the words, so that they never stand alone at the end of a line.
  std::string word;
  auto end_word = [&] {
    if (word.empty()) return;
    words_.push_back({std::move(word), style, space_pending_});
    word.clear();
    space_pending_ = false;
  };
  for (size_t i = 0; i < text.size(); ++i) {
    if (is_break(text[i])) {
      end_word();
      space_pending_ = true;
    } else if (is_control(text, i)) {
      if (static_cast<unsigned char>(text[i]) == 0xC2) ++i;
    } else {
      word.push_back(text[i]);
    }
  }
  end_word();
  return *this;
}

std::string Paragraph::lines(const Look& look, int first, int rest) const {
  std::string out(static_cast<size_t>(first), ' ');
  int column = first;
  bool line_begins = true;
  Style now = Style::kPlain;
  auto turn_to = [&](Style style) {
    if (!look.colour || style == now) return;
    if (now != Style::kPlain) out += kReset;
    out += code_of(style);
    now = style;
  };
  for (size_t i = 0; i < words_.size(); ++i) {
    const Word& word = words_[i];
    bool evidence = word.style == Style::kEvidence;
    bool opens = evidence && (i == 0 || words_[i - 1].style != Style::kEvidence);
    bool closes = evidence && (i + 1 == words_.size() || words_[i + 1].style != Style::kEvidence);
    std::string text = word.text;
    if (!look.colour && opens) text.insert(0, "«");
    if (!look.colour && closes) text += "»";
    // Words that touch (a mark inside a word) move to the next line together.
    int together = columns_of(text);
    for (size_t j = i + 1; j < words_.size() && !words_[j].space_before; ++j) together += columns_of(words_[j].text);
    if (word.space_before && !line_begins) {
      if (column + 1 + together > look.width) {
        turn_to(Style::kPlain);
        out += "\n" + std::string(static_cast<size_t>(rest), ' ');
        column = rest;
      } else {
        if (opens || !evidence) turn_to(Style::kPlain);
        out += ' ';
        ++column;
      }
    }
    turn_to(word.style);
    out += text;
    column += columns_of(text);
    line_begins = false;
  }
  turn_to(Style::kPlain);
  return out + "\n";
}

std::string styled(std::string_view text, Style style, const Look& look) {
  std::string_view code = code_of(style);
  if (!look.colour || code.empty()) return std::string(text);
  return std::string(code) + std::string(text) + std::string(kReset);
}

}  // namespace sumario::cli
