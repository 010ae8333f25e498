#include "page/html/page_blocks.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/utf8.h"
#include "page/text/words.h"

namespace sumario::page {
namespace {

constexpr uint32_t kProseWords = 9;  // of a sentence that counts as running text
constexpr uint32_t kLongWords = 25;  // so many words do so without a full stop
constexpr double kMostLinked = 0.5;  // share of linked words in running text

enum class Flow { kInline, kBlock, kBreak, kNothing };

bool is_break_tag(std::string_view name) { return name == "center" || name == "hgroup" || name == "dir"; }

Flow flow_of(const HtmlNode& node) {
  switch (node.tag) {
    case Tag::kA:
    case Tag::kAbbr:
    case Tag::kB:
    case Tag::kCite:
    case Tag::kCode:
    case Tag::kDel:
    case Tag::kEm:
    case Tag::kFont:
    case Tag::kI:
    case Tag::kIns:
    case Tag::kKbd:
    case Tag::kLabel:
    case Tag::kMark:
    case Tag::kNobr:
    case Tag::kQ:
    case Tag::kS:
    case Tag::kSmall:
    case Tag::kSpan:
    case Tag::kStrong:
    case Tag::kSub:
    case Tag::kSup:
    case Tag::kTime:
    case Tag::kU:
    case Tag::kVar:
    case Tag::kWbr:
    case Tag::kImg:
    case Tag::kPicture:
    case Tag::kSource:
      return Flow::kInline;
    case Tag::kUnknown:
      // Elements with a hyphen are the page's own, mostly parts of it; others are inline ("big", "bdi").
      return is_break_tag(node.text) || node.text.find('-') != std::string_view::npos ? Flow::kBlock : Flow::kInline;
    case Tag::kBr:
      return Flow::kBreak;
    case Tag::kAudio:
    case Tag::kBase:
    case Tag::kButton:
    case Tag::kCanvas:
    case Tag::kDatalist:
    case Tag::kEmbed:
    case Tag::kHead:
    case Tag::kIframe:
    case Tag::kInput:
    case Tag::kLink:
    case Tag::kMap:
    case Tag::kMath:
    case Tag::kMeta:
    case Tag::kNoscript:
    case Tag::kObject:
    case Tag::kOptgroup:
    case Tag::kOption:
    case Tag::kProgress:
    case Tag::kScript:
    case Tag::kSelect:
    case Tag::kStyle:
    case Tag::kSvg:
    case Tag::kTemplate:
    case Tag::kTextarea:
    case Tag::kTitle:
    case Tag::kVideo:
      return Flow::kNothing;
    default:
      return Flow::kBlock;
  }
}

// The value without white space, in lower case, holds `rule` as a declaration.
bool has_rule(std::string_view style, std::string_view rule) {
  std::string folded;
  for (char c : style) {
    if (c != ' ' && c != '\t' && c != '\n') folded += ascii_lower(c);
  }
  size_t at = folded.find(rule);
  return at != std::string::npos && (at == 0 || folded[at - 1] == ';');
}

bool hides(const HtmlTree& tree, const HtmlNode& element) {
  for (const HtmlAttribute& attribute : tree.attributes(element)) {
    if (attribute.name == "hidden") return true;
    if (attribute.name == "style" && attribute.value.size() < 500 &&
        (has_rule(attribute.value, "display:none") || has_rule(attribute.value, "visibility:hidden"))) {
      return true;
    }
  }
  return false;
}

bool is_bold(Tag tag) { return tag == Tag::kB || tag == Tag::kStrong || tag == Tag::kEm || tag == Tag::kI; }

class Walk {
 public:
  Walk(const HtmlTree& tree, const PageKnowledge& knowledge, Visibility visibility)
      : tree_(tree), reader_(knowledge), visibility_(visibility) {
    out_.concepts.resize(tree.size());
  }

  PageBlocks run() {
    for (size_t at = 0; at < tree_.size();) {
      close_to(at);
      at = step(static_cast<uint32_t>(at));
    }
    close_to(tree_.size());
    finish_block();
    return std::move(out_);
  }

 private:
  struct Open {
    uint32_t node = 0;
    uint32_t end = 0;
    Flow flow = Flow::kBlock;
  };

  // The index of the next node to look at.
  size_t step(uint32_t at) {
    const HtmlNode& node = tree_[at];
    if (node.tag == Tag::kText) {
      append(node.text);
      return at + 1;
    }
    Flow flow = flow_of(node);
    if (flow == Flow::kNothing) return node.end;
    if (flow == Flow::kBreak) {
      line_end();
      return at + 1;
    }
    out_.concepts[at] = reader_.concepts(tree_, node);
    if (visibility_.styles && (hides(tree_, node) || out_.concepts[at].has(ClassConcept::kUnseen))) return node.end;
    if (flow == Flow::kBlock) {
      finish_block();
      block_node_ = at;
    }
    if (node.tag == Tag::kA) {
      ++link_depth_;
      ++link_count_;
    }
    if (is_bold(node.tag)) ++bold_depth_;
    if (node.end > at + 1) {
      open_.push_back({at, node.end, flow});
    } else {
      closed({at, node.end, flow});
    }
    return at + 1;
  }

  void close_to(size_t at) {
    while (!open_.empty() && open_.back().end <= at) {
      Open last = open_.back();
      open_.pop_back();
      closed(last);
    }
  }

  void closed(const Open& element) {
    Tag tag = tree_[element.node].tag;
    if (tag == Tag::kA) --link_depth_;
    if (is_bold(tag)) --bold_depth_;
    if (element.flow != Flow::kBlock) return;
    finish_block();
    block_node_ = 0;
    for (size_t i = open_.size(); i-- > 0 && block_node_ == 0;) {
      if (open_[i].flow == Flow::kBlock) block_node_ = open_[i].node;
    }
  }

  void line_end() {
    if (block_.words == 0 && !in_word_) return;
    ++line_ends_;
    in_word_ = false;
    if (line_ends_ > 1) finish_block();
  }

  void append(std::string_view raw) {
    for (size_t at = 0; at < raw.size();) {
      auto c = static_cast<unsigned char>(raw[at]);
      if (c <= ' ' || c == 0x7F) {
        space();
        ++at;
        continue;
      }
      if (c < 0x80) {
        visible(raw.substr(at, 1), false);
        ++at;
        continue;
      }
      CodePoint point = code_point_at(raw, at);
      std::string_view bytes = raw.substr(at, point.size);
      at += point.size;
      if (point.value == 0xA0 || (point.value >= 0x2000 && point.value <= 0x200A) || point.value == 0x202F ||
          point.value == 0x3000 || point.value == 0x2028 || point.value == 0x2029 || point.value == 0x85) {
        space();
      } else if (point.value < 0xA0 || point.value == 0xAD || point.value == 0xFEFF || point.value == 0x200B ||
                 point.value == 0x2060) {
        // Shows nothing, divides nothing.
      } else {
        visible(bytes, point.value >= 0x3040 && point.value < 0xD7B0);
      }
    }
  }

  void space() {
    in_word_ = false;
    pending_space_ = block_.range.start < out_.text.size();
  }

  // `ideographic`: scripts without spaces, where two characters count as a word.
  void visible(std::string_view bytes, bool ideographic) {
    if (block_.range.start == out_.text.size()) {
      block_.node = block_node_;
      link_count_ = link_depth_ > 0 ? 1 : link_count_;
      line_ends_ = 0;
      pending_space_ = false;
    }
    if (line_ends_ > 0) {
      out_.text += '\n';
    } else if (pending_space_) {
      out_.text += ' ';
    }
    if (!in_word_ || (ideographic && (++ideographs_ & 1u) != 0)) {
      ++block_.words;
      if (link_depth_ > 0) ++block_.link_words;
      if (bold_depth_ > 0) ++block_.strong_words;
    }
    in_word_ = true;
    pending_space_ = false;
    line_ends_ = 0;
    out_.text += bytes;
  }

  void finish_block() {
    auto end = static_cast<uint32_t>(out_.text.size());
    if (block_.range.start < end) {
      block_.range.end = end;
      block_.links = link_count_;
      block_.tag = tree_[block_.node].tag;
      std::string_view text = out_.text_of(block_);
      block_.sentence = ends_sentence(text) || text.ends_with("。") || text.ends_with("」");
      block_.prose = ((block_.words >= kProseWords && block_.sentence) || block_.words >= kLongWords) &&
                     block_.link_words < kMostLinked * block_.words;
      out_.blocks.push_back(block_);
    }
    block_ = {};
    block_.range = {end, end};
    link_count_ = link_depth_;
    in_word_ = pending_space_ = false;
    line_ends_ = 0;
  }

  const HtmlTree& tree_;
  ClassReader reader_;
  Visibility visibility_;
  PageBlocks out_;
  PageBlock block_;          // being built
  std::vector<Open> open_;   // elements around the place, outermost first
  uint32_t block_node_ = 0;  // innermost block element
  uint32_t link_depth_ = 0, bold_depth_ = 0, link_count_ = 0, line_ends_ = 0, ideographs_ = 0;
  bool in_word_ = false, pending_space_ = false;
};

}  // namespace

PageBlocks page_blocks(const HtmlTree& tree, const PageKnowledge& knowledge, Visibility visibility) {
  return Walk(tree, knowledge, visibility).run();
}

}  // namespace sumario::page
