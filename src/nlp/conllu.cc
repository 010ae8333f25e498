#include "nlp/conllu.h"

#include <fmt/format.h>

namespace sumario::nlp {
namespace {

// White space as CoNLL-U's MISC column writes it.
std::string escaped_spaces(std::string_view spaces) {
  std::string out;
  for (char c : spaces) {
    switch (c) {
      case ' ':
        out += "\\s";
        break;
      case '\t':
        out += "\\t";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      default:
        out += c;
    }
  }
  return out;
}

// A value in one line and one column; an underscore where there is nothing.
std::string cell(std::string_view value) {
  if (value.empty()) return "_";
  std::string out(value);
  for (char& c : out)
    if (c == '\t' || c == '\n' || c == '\r') c = ' ';
  return out;
}

// One sentence: tokens [begin, end) of the analysis.
class Sentence {
 public:
  Sentence(const Analysis& analysis, size_t begin, size_t end) : analysis_(analysis), begin_(begin), end_(end) {
    numbers_.assign(end - begin, 0);
    for (size_t i = begin; i < end; ++i)
      if (!is_space(i)) numbers_[i - begin] = ++count_;
  }

  bool empty() const { return count_ == 0; }

  std::string text() const {
    size_t first = begin_, last = end_ - 1;
    while (is_space(first)) ++first;
    while (is_space(last)) --last;
    ByteRange range{analysis_.tokens[first].range.start, analysis_.tokens[last].range.end};
    return cell(words_of(analysis_.text, range));
  }

  void write_rows(std::string& out) const {
    for (size_t i = begin_; i < end_; ++i)
      if (!is_space(i)) write_row(i, out);
  }

 private:
  bool is_space(size_t i) const { return analysis_.tokens[i].pos == Pos::kSpace; }

  // The number of the nearest word above token i; 0 for none.
  uint32_t head_number(size_t i) const {
    size_t head = static_cast<size_t>(analysis_.tokens[i].head);
    for (size_t at = i; head != at; at = head, head = static_cast<size_t>(analysis_.tokens[at].head)) {
      if (head < begin_ || head >= end_) return 0;
      if (!is_space(head)) return numbers_[head - begin_];
    }
    return 0;
  }

  std::string misc(size_t i) const {
    const Token& token = analysis_.tokens[i];
    std::string out;
    if (token.iob != Iob::kOutside) out = fmt::format("NER={}-{}", token.iob == Iob::kBegin ? 'B' : 'I', token.entity);
    size_t next = i + 1;
    while (next < end_ && is_space(next)) ++next;
    if (next > i + 1) {
      uint32_t end = next < end_ ? analysis_.tokens[next].range.start : analysis_.tokens[next - 1].range.end;
      out += (out.empty() ? "" : "|") + std::string("SpacesAfter=") +
             escaped_spaces(words_of(analysis_.text, {token.range.end, end}));
    } else if (!token.space_after) {
      out += out.empty() ? "SpaceAfter=No" : "|SpaceAfter=No";
    }
    return cell(out);
  }

  void write_row(size_t i, std::string& out) const {
    const Token& token = analysis_.tokens[i];
    uint32_t head = head_number(i);
    fmt::format_to(std::back_inserter(out), "{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t_\t{}\n", numbers_[i - begin_],
                   cell(analysis_.words(token)), cell(token.lemma), cell(name_of(token.pos)), cell(token.tag),
                   cell(token.morph), head, head == 0 ? "root" : cell(token.dep), misc(i));
  }

  const Analysis& analysis_;
  size_t begin_, end_;
  uint32_t count_ = 0;
  std::vector<uint32_t> numbers_;  // 1 and on for words, 0 for white space
};

}  // namespace

std::string conllu(const Analysis& analysis, std::string_view name) {
  std::string out;
  size_t number = 0;
  for (size_t i = 0; i < analysis.sentences.size(); ++i) {
    size_t end =
        i + 1 < analysis.sentences.size() ? static_cast<size_t>(analysis.sentences[i + 1]) : analysis.tokens.size();
    Sentence sentence(analysis, static_cast<size_t>(analysis.sentences[i]), end);
    if (sentence.empty()) continue;
    fmt::format_to(std::back_inserter(out), "# sent_id = {}-{}\n# text = {}\n", name, ++number, sentence.text());
    sentence.write_rows(out);
    out += '\n';
  }
  return out;
}

}  // namespace sumario::nlp
