#include "page/metadata/microdata.h"

#include <unordered_map>
#include <unordered_set>

#include "page/metadata/element_text.h"
#include "page/metadata/tokens.h"

namespace sumario::page {
namespace {

// Of all elements' text together; nested properties would else take the same text many times over.
constexpr size_t kTextLimit = size_t{8} << 20;

// The attribute that holds an element's value, where its text does not.
std::string_view value_attribute(Tag tag, std::string_view name) {
  switch (tag) {
    case Tag::kMeta:
      return "content";
    case Tag::kAudio:
    case Tag::kEmbed:
    case Tag::kIframe:
    case Tag::kImg:
    case Tag::kSource:
    case Tag::kVideo:
      return "src";
    case Tag::kA:
    case Tag::kLink:
      return "href";
    case Tag::kObject:
      return "data";
    case Tag::kTime:
      return "datetime";
    default:
      if (name == "area") return "href";
      if (name == "track") return "src";
      if (name == "data" || name == "meter") return "value";
      return "";
  }
}

class Reader {
 public:
  Reader(const HtmlTree& tree, StructuredData& data) : tree_(tree), data_(data), left_(tree.size()) {}

  void run() {
    read(0, tree_.size(), kNoItem);
    // Items found on the way may refer on.
    for (size_t i = 0; i < references_.size(); ++i) {
      auto [item, ids] = references_[i];
      std::unordered_set<size_t> seen;
      for (std::string_view id : tokens_of(ids)) {
        auto target = element_with(id);
        if (!target || !seen.insert(*target).second) continue;
        size_t size = tree_[*target].end - *target;
        if (size > left_) return;
        left_ -= size;
        read(*target, tree_[*target].end, item);
      }
    }
  }

 private:
  struct Open {
    uint32_t item;
    size_t end;
  };

  // Reads a stretch of nodes; properties outside every item found there belong to `owner`.
  void read(size_t from, size_t to, uint32_t owner) {
    std::vector<Open> open;
    for (size_t at = from; at < to; ++at) {
      while (!open.empty() && open.back().end <= at) open.pop_back();
      const HtmlNode& node = tree_[at];
      if (node.attribute_count == 0) continue;
      bool scope = false;
      std::string_view names;
      for (const HtmlAttribute& attribute : tree_.attributes(node)) {
        if (attribute.name.size() != 8 && attribute.name.size() != 9) continue;
        scope |= attribute.name == "itemscope";
        if (attribute.name == "itemprop") names = attribute.value;
      }
      if (!scope && names.empty()) continue;
      uint32_t parent = open.empty() ? owner : open.back().item;
      uint32_t item = scope ? item_at(at) : kNoItem;
      if (!names.empty() && parent != kNoItem) add_property(parent, names, at, item);
      if (scope) open.push_back({item, node.end});
    }
  }

  uint32_t item_at(size_t at) {
    auto known = items_.find(at);
    if (known != items_.end()) return known->second;
    const HtmlNode& node = tree_[at];
    DataItem item{Source::kMicrodata, true, {}, {}, {}};
    for (std::string_view type : tokens_of(tree_.attribute(node, "itemtype").value_or(""))) {
      item.types.emplace_back(type);
    }
    item.id = one_line(tree_.attribute(node, "itemid").value_or(""));
    uint32_t index = data_.add(std::move(item));
    items_.emplace(at, index);
    auto references = tree_.attribute(node, "itemref");
    if (references && index != kNoItem) references_.emplace_back(index, *references);
    return index;
  }

  void add_property(uint32_t to, std::string_view names, size_t at, uint32_t item) {
    DataValue value{{}, item, false, {}, {}};
    if (item == to) return;  // a loop of references
    if (item == kNoItem) {
      const HtmlNode& node = tree_[at];
      std::string_view attribute = value_attribute(node.tag, node.text);
      auto content = tree_.attribute(node, "content");
      auto written = attribute.empty() ? content : tree_.attribute(node, attribute);
      if (!written && node.tag == Tag::kTime) written = content;
      value.is_address = attribute == "href" || attribute == "src" || attribute == "data";
      value.text = written ? one_line(*written) : text_of(at);
    }
    for (std::string_view name : tokens_of(names)) data_.add(to, name, value);
  }

  std::string text_of(size_t at) {
    if (text_taken_ > kTextLimit) return {};
    std::string text = element_text(tree_, at);
    text_taken_ += text.size();
    return text;
  }

  std::optional<size_t> element_with(std::string_view id) {
    if (ids_.empty()) {
      for (size_t at = 0; at < tree_.size(); ++at) {
        if (tree_[at].attribute_count == 0) continue;
        if (auto found = tree_.attribute(tree_[at], "id")) ids_.emplace(*found, at);
      }
    }
    auto found = ids_.find(id);
    return found == ids_.end() ? std::nullopt : std::optional(found->second);
  }

  const HtmlTree& tree_;
  StructuredData& data_;
  size_t text_taken_ = 0;
  size_t left_;  // nodes that may still be read by reference
  std::unordered_map<size_t, uint32_t> items_;
  std::vector<std::pair<uint32_t, std::string_view>> references_;
  std::unordered_map<std::string_view, size_t> ids_;
};

}  // namespace

void add_microdata(const HtmlTree& tree, StructuredData& data) { Reader(tree, data).run(); }

}  // namespace sumario::page
