// An HTML page as a flat tree: nodes in document order, each knowing its parent and where its subtree ends. Parsed as
// the WHATWG standard says, so that broken pages give the tree a browser would show.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace sumario::page {

// The elements that the page stage tells apart; every other one is kUnknown.
enum class Tag : uint8_t {
  kText,  // no element: a run of character data, also that inside script and style
  kUnknown,
  kA,
  kAbbr,
  kAddress,
  kArticle,
  kAside,
  kAudio,
  kB,
  kBase,
  kBlockquote,
  kBody,
  kBr,
  kButton,
  kCanvas,
  kCaption,
  kCite,
  kCode,
  kDatalist,
  kDd,
  kDel,
  kDetails,
  kDialog,
  kDiv,
  kDl,
  kDt,
  kEm,
  kEmbed,
  kFieldset,
  kFigcaption,
  kFigure,
  kFont,
  kFooter,
  kForm,
  kH1,
  kH2,
  kH3,
  kH4,
  kH5,
  kH6,
  kHead,
  kHeader,
  kHr,
  kHtml,
  kI,
  kIframe,
  kImg,
  kInput,
  kIns,
  kKbd,
  kLabel,
  kLegend,
  kLi,
  kLink,
  kMain,
  kMap,
  kMark,
  kMath,
  kMenu,
  kMeta,
  kNav,
  kNobr,
  kNoscript,
  kObject,
  kOl,
  kOptgroup,
  kOption,
  kP,
  kPicture,
  kPre,
  kProgress,
  kQ,
  kS,
  kScript,
  kSection,
  kSelect,
  kSmall,
  kSource,
  kSpan,
  kStrong,
  kStyle,
  kSub,
  kSummary,
  kSup,
  kSvg,
  kTable,
  kTbody,
  kTd,
  kTemplate,
  kTextarea,
  kTfoot,
  kTh,
  kThead,
  kTime,
  kTitle,
  kTr,
  kU,
  kUl,
  kVar,
  kVideo,
  kWbr,
};

struct HtmlAttribute {
  std::string_view name;   // lower case
  std::string_view value;  // character references resolved
};

struct HtmlNode {
  Tag tag = Tag::kUnknown;
  uint32_t parent = 0;           // index of the parent; the root is its own
  uint32_t end = 0;              // one past the last node of its subtree
  std::string_view text;         // of kText: the characters, references resolved; of an element: its name
  uint32_t first_attribute = 0;  // into HtmlTree's attributes
  uint32_t attribute_count = 0;
};

// How large a tree may be. Elements nested deeper than a browser would nest them are taken out, their text stays.
inline constexpr size_t kDepthLimit = 512;
inline constexpr size_t kNodeLimit = size_t{1} << 20;
inline constexpr size_t kNameLimit = size_t{1} << 12;  // different ones, of elements and attributes
inline constexpr size_t kAttributeLimit = 256;         // of one element; further ones are left out

// Immutable; movable. Views stay valid as long as the tree lives, wherever it is moved.
class HtmlTree {
 public:
  // Parses a whole page or a fragment. Precondition: UTF-8 (decode_markup and repair_utf8 give it). Comments and the
  // contents of <template> are left out. Linear in time and memory. Errors, naming `name`: kTooLarge past kNodeLimit
  // nodes or kNameLimit names.
  static Result<HtmlTree> parse(std::string_view html, std::string_view name);

  HtmlTree(HtmlTree&&) noexcept;
  HtmlTree& operator=(HtmlTree&&) noexcept;
  ~HtmlTree();

  // In document order; [0] is <html>.
  std::span<const HtmlNode> nodes() const { return nodes_; }
  const HtmlNode& operator[](size_t index) const { return nodes_[index]; }
  size_t size() const { return nodes_.size(); }

  std::span<const HtmlAttribute> attributes(const HtmlNode& node) const {
    return std::span(attributes_).subspan(node.first_attribute, node.attribute_count);
  }
  // The value of an attribute; empty optional when the element has none of that (lower-case) name.
  std::optional<std::string_view> attribute(const HtmlNode& node, std::string_view name) const;

 private:
  struct Memory;  // the parser's, which the views point into
  HtmlTree();
  void flatten(const void* document_element);
  void add(const void* dom_node, uint32_t parent);

  std::unique_ptr<Memory> memory_;
  std::vector<HtmlNode> nodes_;
  std::vector<HtmlAttribute> attributes_;
};

}  // namespace sumario::page
