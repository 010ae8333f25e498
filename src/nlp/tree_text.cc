#include "nlp/tree_text.h"

#include <algorithm>
#include <array>
#include <map>

#include "nlp/display_text.h"

namespace sumario::nlp {
namespace {

constexpr size_t kDeepest = 48;

// What a cell of the drawing connects to.
enum Side : uint8_t { kUp = 1, kDown = 2, kLeft = 4, kRight = 8 };

std::string_view box(uint8_t sides) {
  constexpr std::array<std::string_view, 16> kBoxes = {" ", "╵", "╷", "│", "╴", "╯", "╮", "┤",
                                                       "╶", "╰", "╭", "├", "─", "┴", "┬", "┼"};
  return kBoxes[sides];
}

// The branches of one sentence. Every word with dependants has a column in which a line runs along the rows of all of
// them; columns are chosen from the root outwards so that no two lines overlap, whatever the tree.
class Branches {
 public:
  explicit Branches(std::span<const Token> tokens, int32_t first) : count_(tokens.size()) {
    heads_.resize(count_);
    low_.resize(count_);
    high_.resize(count_);
    columns_.assign(count_, 0);
    std::vector<std::vector<uint32_t>> children(count_);
    std::vector<uint32_t> order;
    for (uint32_t i = 0; i < count_; ++i) {
      int64_t head = int64_t{tokens[i].head} - first;
      bool inside = head >= 0 && head < static_cast<int64_t>(count_);
      heads_[i] = inside ? static_cast<uint32_t>(head) : i;
      low_[i] = high_[i] = i;
      (heads_[i] == i ? order : children[heads_[i]]).push_back(i);
    }
    for (uint32_t i = 0; i < count_; ++i) {
      low_[heads_[i]] = std::min(low_[heads_[i]], i);
      high_[heads_[i]] = std::max(high_[heads_[i]], i);
    }
    for (size_t next = 0; next < order.size(); ++next) {
      uint32_t word = order[next];
      size_t from = heads_[word] == word ? 0 : columns_[heads_[word]] + 1;
      columns_[word] = low_[word] == high_[word] ? std::min(from, kDeepest) : free_column(word, from);
      width_ = std::max(width_, columns_[word] + 1);
      order.insert(order.end(), children[word].begin(), children[word].end());
    }
    draw();
  }

  std::string row(uint32_t i) const {
    std::string out = " ";
    for (size_t column = 0; column < width_; ++column) {
      uint8_t sides = cells_[i * width_ + column];
      out += box(sides);
      out += column >= start_of(i) ? "─" : " ";
    }
    return out;
  }

 private:
  // The first column from `from` on in which the word's rows are free.
  size_t free_column(uint32_t word, size_t from) {
    size_t column = std::min(from, kDeepest);
    for (; column < kDeepest; ++column) {
      auto& taken = taken_[column];
      auto after = taken.upper_bound(high_[word]);
      if (after == taken.begin() || std::prev(after)->second < low_[word]) break;
    }
    taken_[column].insert_or_assign(low_[word], high_[word]);
    return column;
  }

  // Where the row of a word begins to run right: at its head's line, or at the edge for a root.
  size_t start_of(uint32_t word) const { return heads_[word] == word ? 0 : columns_[heads_[word]]; }

  void draw() {
    cells_.assign(count_ * width_, 0);
    for (uint32_t word = 0; word < count_; ++word)
      for (uint32_t row = low_[word]; row <= high_[word]; ++row) {
        uint8_t& cell = cells_[row * width_ + columns_[word]];
        if (row > low_[word]) cell |= kUp;
        if (row < high_[word]) cell |= kDown;
      }
    for (uint32_t word = 0; word < count_; ++word) {
      for (size_t column = start_of(word); column < width_; ++column) {
        uint8_t& cell = cells_[word * width_ + column];
        bool own = column == columns_[word] && low_[word] < high_[word];
        bool joins = own || column == start_of(word);
        if (cell != 0 && !joins) continue;  // another word's line passes in front
        cell |= kRight;
        if (column > start_of(word) || heads_[word] == word) cell |= kLeft;
      }
    }
  }

  size_t count_, width_ = 1;
  std::vector<uint32_t> heads_, low_, high_;  // of a word: its head, first and last row of its line
  std::vector<size_t> columns_;
  std::array<std::map<uint32_t, uint32_t>, kDeepest + 1> taken_;  // by column: first to last row of its lines
  std::vector<uint8_t> cells_;
};

using Row = std::array<std::string, 5>;  // word, coarse tag, fine tag, label, entity

Row row_of(const Analysis& analysis, const Token& token) {
  std::string entity(token.iob == Iob::kBegin ? token.entity : std::string_view());
  if (token.iob == Iob::kInside) entity = "·";
  return {visible(analysis.words(token), false), std::string(name_of(token.pos)), visible(token.tag, true),
          visible(token.dep, true), entity};
}

void draw_sentence(const Analysis& analysis, size_t begin, size_t end, std::string& out) {
  std::span<const Token> tokens(analysis.tokens.data() + begin, end - begin);
  ByteRange range{tokens.front().range.start, tokens.back().range.end};
  out += visible(words_of(analysis.text, range), true) + "\n\n";
  std::vector<Row> rows;
  std::array<size_t, 5> widths{};
  for (const Token& token : tokens) {
    rows.push_back(row_of(analysis, token));
    for (size_t i = 0; i < widths.size(); ++i) widths[i] = std::max(widths[i], display_width(rows.back()[i]));
  }
  Branches branches(tokens, static_cast<int32_t>(begin));
  for (uint32_t i = 0; i < rows.size(); ++i) {
    std::string line = branches.row(i);
    for (size_t column = 0; column < rows[i].size(); ++column) {
      line += column == 0 ? " " : "  ";
      line += rows[i][column];
      line.append(widths[column] - display_width(rows[i][column]), ' ');
    }
    line.erase(line.find_last_not_of(' ') + 1);
    out += line + "\n";
  }
  out += "\n";
}

}  // namespace

std::string tree_text(const Analysis& analysis) {
  std::string out;
  for (size_t i = 0; i < analysis.sentences.size(); ++i) {
    size_t end =
        i + 1 < analysis.sentences.size() ? static_cast<size_t>(analysis.sentences[i + 1]) : analysis.tokens.size();
    draw_sentence(analysis, static_cast<size_t>(analysis.sentences[i]), end, out);
  }
  return out;
}

}  // namespace sumario::nlp
