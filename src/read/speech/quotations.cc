#include "read/speech/quotations.h"

#include <algorithm>
#include <cstring>

namespace sumario::read {
namespace {

enum class Glyph { kStraight, kOpen, kClose };

struct Mark {
  uint32_t at = 0;
  uint32_t size = 0;
  bool single = false;
  bool may_open = false;
  bool may_close = false;
  bool word_before = false;  // a letter stands right before it
};

struct MarkForm {
  std::string_view bytes;
  Glyph glyph;
  bool single;
};

// Guillemets open either way round: French «so», German »so«.
constexpr MarkForm kForms[] = {
    {"\"", Glyph::kStraight, false}, {"“", Glyph::kOpen, false},     {"”", Glyph::kClose, false},
    {"„", Glyph::kOpen, false},      {"‟", Glyph::kOpen, false},     {"″", Glyph::kStraight, false},
    {"«", Glyph::kStraight, false},  {"»", Glyph::kStraight, false}, {"``", Glyph::kOpen, false},
    {"''", Glyph::kClose, false},    {"'", Glyph::kStraight, true},  {"‘", Glyph::kOpen, true},
    {"’", Glyph::kClose, true},      {"‹", Glyph::kStraight, true},  {"›", Glyph::kStraight, true},
};

bool is_space(unsigned char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool is_wordy(unsigned char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

const MarkForm* form_at(std::string_view text, size_t at) {
  for (const MarkForm& form : kForms)
    if (text.compare(at, form.bytes.size(), form.bytes) == 0) return &form;
  return nullptr;
}

// The character before or after a position, as far as it matters here: a space, a word character, punctuation.
enum class Side { kSpace, kWord, kOpening, kOther };

// A character of more than one byte: a letter, unless it is a space, a dash, an ellipsis or another mark.
Side wide_side(std::string_view text, size_t at) {
  std::string_view rest = text.substr(at, 3);
  if (rest.substr(0, 2) == "\xC2\xA0") return Side::kSpace;
  if (rest == "—" || rest == "–") return Side::kOpening;
  if (rest == "…") return Side::kOther;
  if (form_at(text, at)) return Side::kOther;
  return Side::kWord;
}

Side before(std::string_view text, size_t at) {
  if (at == 0) return Side::kSpace;
  auto c = static_cast<unsigned char>(text[at - 1]);
  if (is_space(c)) return Side::kSpace;
  if (is_wordy(c)) return Side::kWord;
  if (c == '(' || c == '[' || c == '{' || c == '/' || c == '-') return Side::kOpening;
  if (c < 0x80) return Side::kOther;
  size_t start = at - 1;
  while (start > 0 && (static_cast<unsigned char>(text[start]) & 0xC0) == 0x80) --start;
  return wide_side(text, start);
}

Side after(std::string_view text, size_t at) {
  if (at >= text.size()) return Side::kSpace;
  auto c = static_cast<unsigned char>(text[at]);
  if (is_space(c)) return Side::kSpace;
  if (is_wordy(c) || c == '$' || c == '#' || c == '@') return Side::kWord;
  if (c == '(' || c == '[') return Side::kOpening;
  return c < 0x80 ? Side::kOther : wide_side(text, at);
}

// "[Mark" and "(Mark", "...Mark" may follow an opening mark; a mark before a space or a comma closes.
Mark mark_at(std::string_view text, size_t at, const MarkForm& form) {
  Mark mark{static_cast<uint32_t>(at), static_cast<uint32_t>(form.bytes.size()), form.single};
  Side left = before(text, at), right = after(text, at + form.bytes.size());
  bool free_left = left == Side::kSpace || left == Side::kOpening || (left == Side::kOther && form_at(text, at - 1));
  mark.word_before = left == Side::kWord;
  bool opens = (free_left || (left == Side::kOther && right == Side::kWord)) && right != Side::kSpace;
  // 'Never,' "  with a space between the marks.
  bool after_single = at > 1 && text[at - 1] == ' ' && (text[at - 2] == '\'' || text.substr(0, at - 1).ends_with("’"));
  bool closes = (left != Side::kSpace || after_single) && right != Side::kWord;
  if (form.single) {
    mark.may_open = form.glyph != Glyph::kClose && left != Side::kWord && opens;
    if (form.glyph == Glyph::kStraight && right == Side::kWord && text[at + form.bytes.size()] >= '0' &&
        text[at + form.bytes.size()] <= '9')
      mark.may_open = false;  // '90s
    mark.may_close = form.glyph != Glyph::kOpen && closes;
    return mark;
  }
  switch (form.glyph) {
    case Glyph::kStraight:
      if (left == Side::kWord && text[at - 1] >= '0' && text[at - 1] <= '9' && form.bytes == "″") return mark;  // 6″
      mark.may_open = opens || (left == Side::kSpace && right == Side::kSpace && !after_single);
      mark.may_close = closes || !opens;
      break;
    case Glyph::kOpen:
      mark.may_open = true;
      mark.may_close = closes && !free_left;  // “so“
      break;
    case Glyph::kClose:
      mark.may_close = true;
      mark.may_open = left == Side::kSpace && right == Side::kWord;  // ”so”
      break;
  }
  return mark;
}

// The quotations of one paragraph: a stack of open marks, at most two deep in practice.
class Paragraph {
 public:
  Paragraph(std::string_view text, uint32_t begin, uint32_t end, std::vector<Quotation>& out)
      : text_(text), begin_(begin), end_(end), out_(out) {}

  void read() {
    for (uint32_t at = begin_; at < end_;) {
      const MarkForm* form = starts_mark(at) ? form_at(text_, at) : nullptr;
      if (!form) {
        ++at;
        continue;
      }
      take(mark_at(text_, at, *form));
      at += static_cast<uint32_t>(form->bytes.size());
    }
    while (!open_.empty()) close_unfinished();
  }

 private:
  struct Open {
    Mark mark;
    size_t slot;        // its place in out_, kept so that outer ones come first
    Mark possessive{};  // a closing single mark after an s ("boys'"): used only if nothing better comes
    bool has_possessive = false;
  };

  bool starts_mark(uint32_t at) const {
    auto c = static_cast<unsigned char>(text_[at]);
    return c == '"' || c == '\'' || c == '`' || c == 0xE2 || c == 0xC2;
  }

  void take(const Mark& mark) {
    if (mark.single)
      take_single(mark);
    else
      take_double(mark);
  }

  void take_double(const Mark& mark) {
    int top = innermost(false);
    bool opens = mark.may_open && (top < 0 || !mark.may_close);
    if (top >= 0 && mark.may_close && !(mark.may_open && text_[mark.at - 1] == ' ')) {
      while (static_cast<int>(open_.size()) - 1 > top) close_unfinished();
      close(mark);
    } else if (opens || (top < 0 && mark.may_open)) {
      open(mark);
    }
  }

  void take_single(const Mark& mark) {
    int top = innermost(true);
    if (top >= 0 && static_cast<size_t>(top) + 1 == open_.size() && mark.may_close) {
      bool after_s = mark.word_before && text_[mark.at - 1] == 's' && after(text_, mark.at + mark.size) == Side::kSpace;
      if (after_s) {
        open_.back().possessive = mark, open_.back().has_possessive = true;
      } else {
        close(mark);
      }
    } else if (mark.may_open && top < 0) {
      open(mark);
    }
  }

  int innermost(bool single) const {
    for (size_t i = open_.size(); i-- > 0;)
      if (open_[i].mark.single == single) return static_cast<int>(i);
    return -1;
  }

  void open(const Mark& mark) {
    if (open_.size() >= kDeepest) return;
    open_.push_back({mark, out_.size()});
    Quotation quotation;
    quotation.single = mark.single;
    if (open_.size() > 1) quotation.outer = static_cast<int>(open_[open_.size() - 2].slot);
    out_.push_back(quotation);
  }

  void close(const Mark& mark) {
    Open opened = open_.back();
    open_.pop_back();
    Quotation& quotation = out_[opened.slot];
    quotation.range = {opened.mark.at, mark.at + mark.size};
    quotation.inside = {opened.mark.at + opened.mark.size, std::max(mark.at, opened.mark.at + opened.mark.size)};
  }

  // A single mark that nothing closes was an apostrophe; a double one runs to the end of the paragraph.
  void close_unfinished() {
    Open& top = open_.back();
    if (top.has_possessive) return close(Mark(top.possessive));
    size_t slot = top.slot;
    if (top.mark.single) {
      open_.pop_back();
      out_[slot].inside = out_[slot].range = {};  // dropped below
      return;
    }
    uint32_t from = top.mark.at, size = top.mark.size;
    open_.pop_back();
    out_[slot].range = {from, end_};
    out_[slot].inside = {from + size, std::max(end_, from + size)};
    out_[slot].closed = false;
  }

  static constexpr size_t kDeepest = 8;
  std::string_view text_;
  uint32_t begin_, end_;
  std::vector<Quotation>& out_;
  std::vector<Open> open_;
};

// Takes out the dropped ones and sets the indices right.
void compact(std::vector<Quotation>& quotations) {
  std::vector<int> moved(quotations.size(), -1);
  std::vector<Quotation> kept;
  for (size_t i = 0; i < quotations.size(); ++i) {
    Quotation quotation = quotations[i];
    // What stood in a dropped one now stands in what was around that, which has been moved already.
    if (quotation.outer >= 0) quotation.outer = moved[static_cast<size_t>(quotation.outer)];
    moved[i] = quotation.outer;
    if (quotation.range.empty()) continue;
    moved[i] = static_cast<int>(kept.size());
    kept.push_back(quotation);
  }
  quotations = std::move(kept);
}

// An unclosed quotation goes on in the next paragraph where that opens with a mark of the same kind.
void chain(std::string_view text, std::vector<Quotation>& quotations) {
  for (size_t i = 1; i < quotations.size(); ++i) {
    Quotation& here = quotations[i];
    if (here.outer >= 0) continue;
    size_t last = i - 1;
    while (quotations[last].outer >= 0) last = static_cast<size_t>(quotations[last].outer);
    const Quotation& earlier = quotations[last];
    if (earlier.closed || earlier.single != here.single) continue;
    std::string_view gap = text.substr(earlier.range.end, here.range.start - earlier.range.end);
    if (std::all_of(gap.begin(), gap.end(), [](char c) { return is_space(static_cast<unsigned char>(c)); }))
      here.continues = static_cast<int>(last);
  }
}

}  // namespace

std::vector<Quotation> find_quotations(std::string_view text) {
  std::vector<Quotation> quotations;
  for (size_t begin = 0; begin < text.size();) {
    size_t stop = std::min(text.find('\n', begin), text.size());
    size_t end = stop;
    while (end > begin && is_space(static_cast<unsigned char>(text[end - 1]))) --end;
    Paragraph(text, static_cast<uint32_t>(begin), static_cast<uint32_t>(end), quotations).read();
    begin = stop + 1;
  }
  compact(quotations);
  chain(text, quotations);
  return quotations;
}

}  // namespace sumario::read
