#include "page/metadata/element_text.h"

#include <vector>

#include "base/utf8.h"

namespace sumario::page {
namespace {

constexpr char32_t kSoftHyphen = 0xAD;

bool is_space(char32_t c) {
  return c <= 0x20 || (c >= 0x7F && c <= 0xA0) || c == 0x1680 || (c >= 0x2000 && c <= 0x200B) || c == 0x2028 ||
         c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000 || c == 0xFEFF || c == 0x200E || c == 0x200F;
}

bool parts_words(Tag tag) {
  switch (tag) {
    case Tag::kAddress:
    case Tag::kArticle:
    case Tag::kAside:
    case Tag::kBlockquote:
    case Tag::kBr:
    case Tag::kCaption:
    case Tag::kDd:
    case Tag::kDiv:
    case Tag::kDl:
    case Tag::kDt:
    case Tag::kFieldset:
    case Tag::kFigcaption:
    case Tag::kFigure:
    case Tag::kFooter:
    case Tag::kForm:
    case Tag::kH1:
    case Tag::kH2:
    case Tag::kH3:
    case Tag::kH4:
    case Tag::kH5:
    case Tag::kH6:
    case Tag::kHeader:
    case Tag::kHr:
    case Tag::kLi:
    case Tag::kMain:
    case Tag::kMenu:
    case Tag::kNav:
    case Tag::kOl:
    case Tag::kP:
    case Tag::kPre:
    case Tag::kSection:
    case Tag::kTable:
    case Tag::kTd:
    case Tag::kTh:
    case Tag::kTr:
    case Tag::kUl:
      return true;
    default:
      return false;
  }
}

}  // namespace

std::string one_line(std::string_view text) {
  std::string line;
  line.reserve(text.size());
  bool space = false;
  for (size_t at = 0; at < text.size();) {
    CodePoint point = code_point_at(text, at);
    if (is_space(point.value)) {
      space = true;
    } else if (point.value != kSoftHyphen) {
      if (space && !line.empty()) line += ' ';
      space = false;
      append_utf8(line, point.value);
    }
    at += point.size;
  }
  return line;
}

std::string element_text(const HtmlTree& tree, size_t index) {
  std::string text;
  std::vector<uint32_t> ends;  // of the open elements that part words
  for (size_t at = index + 1; at < tree[index].end && text.size() < kElementTextLimit;) {
    const HtmlNode& node = tree[at];
    for (; !ends.empty() && ends.back() <= at; ends.pop_back()) text += ' ';
    if (node.tag == Tag::kScript || node.tag == Tag::kStyle) {
      at = node.end;
      continue;
    }
    if (node.tag == Tag::kText) text += node.text;
    if (parts_words(node.tag)) {
      text += ' ';
      ends.push_back(node.end);
    }
    ++at;
  }
  if (text.size() > kElementTextLimit) text.resize(boundary_before(text, kElementTextLimit));
  return one_line(text);
}

}  // namespace sumario::page
