#include "page/input/xml_tree.h"

#include <fmt/format.h>
#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include <algorithm>
#include <cctype>
#include <deque>
#include <map>
#include <memory>

#include "base/utf8.h"

namespace sumario::page {
namespace {

constexpr size_t kLongestEntity = 256, kMostEntities = 1024;
constexpr size_t kMostExpanded = size_t{1} << 20;  // bytes that declared entities may add to a document
constexpr size_t kMostAttributes = 1024;           // of one element
constexpr size_t kMostNamespaces = 1024;           // in scope at once

std::string_view view(const xmlChar* text) {
  return text ? std::string_view(reinterpret_cast<const char*>(text)) : std::string_view();
}

// Builds the tree from what libxml2's reader calls out.
class TreeBuilder {
 public:
  XmlNode root;
  bool too_many = false;

  explicit TreeBuilder(xmlParserCtxtPtr context) : context_(context) {}

  // `namespaces` is how many the element declares.
  void open(std::string_view name, std::string_view prefix, std::string_view space, int namespaces, int count,
            const xmlChar** from) {
    namespaces_.push_back((namespaces_.empty() ? 0 : namespaces_.back()) + static_cast<size_t>(namespaces));
    if (namespaces_.back() > kMostNamespaces) stop();
    bool is_item = name == "item" || name == "entry";
    if (is_item) close_open_item(name);
    XmlNode node;
    node.name = name;
    node.space = space.empty() ? prefix : space;
    for (int i = 0; i < count; ++i) {  // local name, prefix, URI, start and end of the value
      const xmlChar** attribute = from + 5 * i;
      std::string key(view(attribute[1]));
      if (!key.empty()) key += ':';
      key += view(attribute[0]);
      std::string_view value(reinterpret_cast<const char*>(attribute[3]),
                             static_cast<size_t>(attribute[4] - attribute[3]));
      node.attributes.emplace_back(std::move(key), repair_utf8(value));
    }
    if (too_many || !counted(1 + node.attributes.size())) return open_.push_back(nullptr);
    XmlNode* parent = innermost();
    if (!parent && has_root_) return open_.push_back(nullptr);  // behind the root
    XmlNode& placed = parent ? parent->children.emplace_back(std::move(node)) : (root = std::move(node));
    has_root_ = true;
    open_.push_back(&placed);
  }

  void close() {
    if (!namespaces_.empty()) namespaces_.pop_back();
    if (open_.empty()) return;
    if (open_.back()) open_.back()->closed = true;
    open_.pop_back();
  }

  void text(std::string_view piece) {
    XmlNode* parent = innermost();
    if (!parent) return;
    if (parent->children.empty() || !parent->children.back().name.empty()) {
      if (!counted(1)) return;
      parent->children.emplace_back();
    }
    parent->children.back().text += piece;
  }

  void declare(std::string_view name, std::string_view value) {
    bool plain = value.size() <= kLongestEntity && value.find_first_of("&<%") == std::string_view::npos;
    if (declared_.size() < kMostEntities) declared_.try_emplace(std::string(name), plain ? value : " ");
  }

  // Always an answer, so that the reader looks for none of its own, which it would expand.
  xmlEntityPtr entity(const xmlChar* name) {
    if (xmlEntityPtr known = xmlGetPredefinedEntity(name)) return known;
    std::string value;
    if (auto at = declared_.find(view(name)); at != declared_.end()) {
      expanded_ += at->second.size();
      value = expanded_ > kMostExpanded ? " " : at->second;
    } else if (const htmlEntityDesc* html = htmlEntityLookup(name)) {
      append_utf8(value, html->value);
    } else {
      value = fmt::format("&{};", view(name));
    }
    // The reader copies the text of a predefined entity and looks no further.
    value_ = std::move(value);
    entity_ = {};
    entity_.type = XML_ENTITY_DECL;
    entity_.name = name;
    entity_.content = reinterpret_cast<xmlChar*>(value_.data());
    entity_.orig = entity_.content;  // else the reader leaves the declaration's text here for us to free
    entity_.length = static_cast<int>(value_.size());
    entity_.etype = XML_INTERNAL_PREDEFINED_ENTITY;
    return &entity_;
  }

 private:
  XmlNode* innermost() const {
    for (auto at = open_.rbegin(); at != open_.rend(); ++at) {
      if (*at) return *at;
    }
    return nullptr;
  }

  // Items do not nest: the one that is open has lost its end tag.
  void close_open_item(std::string_view name) {
    auto item =
        std::find_if(open_.begin(), open_.end(), [&](const XmlNode* node) { return node && node->name == name; });
    for (auto at = item; at != open_.end(); ++at) {
      if (*at) (*at)->closed = true;
      *at = nullptr;
    }
  }

  bool counted(size_t nodes) {
    count_ += nodes;
    if (count_ > kXmlNodeLimit) stop();
    return !too_many;
  }

  void stop() {
    too_many = true;
    xmlStopParser(context_);
  }

  xmlParserCtxtPtr context_;
  std::vector<XmlNode*> open_;      // null for those closed before their end tag
  std::vector<size_t> namespaces_;  // in scope, for each open element
  bool has_root_ = false;
  size_t count_ = 0, expanded_ = 0;
  std::map<std::string, std::string, std::less<>> declared_;
  std::string value_;  // what entity_ points to
  xmlEntity entity_{};
};

TreeBuilder& builder_of(void* context) {
  return *static_cast<TreeBuilder*>(static_cast<xmlParserCtxtPtr>(context)->_private);
}

xmlSAXHandler handlers() {
  xmlSAXHandler sax{};
  sax.initialized = XML_SAX2_MAGIC;
  sax.startElementNs = [](void* context, const xmlChar* name, const xmlChar* prefix, const xmlChar* space,
                          int namespaces, const xmlChar**, int count, int, const xmlChar** attributes) {
    builder_of(context).open(view(name), view(prefix), view(space), namespaces, count, attributes);
  };
  sax.endElementNs = [](void* context, const xmlChar*, const xmlChar*, const xmlChar*) { builder_of(context).close(); };
  sax.characters = [](void* context, const xmlChar* text, int size) {
    builder_of(context).text({reinterpret_cast<const char*>(text), static_cast<size_t>(size)});
  };
  sax.ignorableWhitespace = sax.characters;
  sax.cdataBlock = sax.characters;
  sax.entityDecl = [](void* context, const xmlChar* name, int type, const xmlChar*, const xmlChar*, xmlChar* content) {
    bool plain = type == XML_INTERNAL_GENERAL_ENTITY;
    builder_of(context).declare(view(name), plain ? view(content) : "&");
  };
  sax.getEntity = [](void* context, const xmlChar* name) { return builder_of(context).entity(name); };
  return sax;
}

struct Parsed {
  XmlNode root;
  bool too_many = false;
  std::optional<std::string> fault;
};

// With `strict`, the reading stops at the first fault.
Parsed parse_once(std::string_view text, bool strict) {
  std::unique_ptr<xmlParserCtxt, void (*)(xmlParserCtxtPtr)> context(
      xmlCreateMemoryParserCtxt(text.data(), static_cast<int>(text.size())), xmlFreeParserCtxt);
  if (!context) return {{}, false, "cannot be parsed"};
  TreeBuilder builder(context.get());
  xmlSAXHandler sax = handlers();
  if (strict) {
    sax.serror = [](void* parser, xmlErrorPtr) {
      auto* stopped = static_cast<xmlParserCtxtPtr>(parser);
      if (!stopped->wellFormed) xmlStopParser(stopped);
    };
  }
  xmlSAXHandler own = *context->sax;
  *context->sax = sax;
  context->_private = &builder;
  xmlCtxtUseOptions(context.get(), XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING |
                                       XML_PARSE_IGNORE_ENC);
  xmlSwitchEncoding(context.get(), XML_CHAR_ENCODING_UTF8);
  xmlParseDocument(context.get());
  Parsed parsed{std::move(builder.root), builder.too_many, std::nullopt};
  if (!context->wellFormed) {
    std::string_view message = context->lastError.message ? context->lastError.message : "not well-formed";
    while (message.ends_with('\n')) message.remove_suffix(1);
    parsed.fault = fmt::format("line {}: {}", context->lastError.line, repair_utf8(message.substr(0, 200)));
  }
  if (context->myDoc) xmlFreeDoc(context->myDoc);
  context->myDoc = nullptr;
  *context->sax = own;
  return parsed;
}

// The most attributes of one tag: the reader takes time with the square of them.
size_t most_attributes(std::string_view text) {
  size_t most = 0;
  for (size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at)) {
    std::string_view rest = text.substr(at);
    std::string_view skipped_to = rest.starts_with("<![CDATA[") ? "]]>" : rest.starts_with("<!--") ? "-->" : "";
    if (!skipped_to.empty()) {
      at = text.find(skipped_to, at);
      continue;
    }
    size_t count = 0;
    char quote = 0;
    for (++at; at < text.size() && text[at] != '<' && (quote || text[at] != '>'); ++at) {
      if (text[at] == quote)
        quote = 0;
      else if (!quote && (text[at] == '"' || text[at] == '\''))
        quote = text[at];
      count += !quote && text[at] == '=';
    }
    most = std::max(most, count);
  }
  return most;
}

// Whether a reference begins at the ampersand: "&#38;", "&#x26;", "&amp;".
bool is_reference(std::string_view text) {
  size_t at = 1;
  if (text.substr(1).starts_with('#')) {
    at = text.substr(2).starts_with('x') ? 3 : 2;
  }
  size_t start = at;
  while (at < text.size() && at < 40 && std::isalnum(static_cast<unsigned char>(text[at]))) ++at;
  return at > start && at < text.size() && text[at] == ';';
}

// The document with what breaks it most often mended: bare "&" and "<" escaped, control characters blanked, entities
// that nobody declares taken for plain text.
std::string mended(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 32);
  for (size_t at = 0; at < text.size(); ++at) {
    char c = text[at];
    if (c == '<' && text.substr(at).starts_with("<![CDATA[")) {
      size_t end = std::min(text.find("]]>", at), text.size());
      for (char inner : text.substr(at, end - at)) {
        out +=
            static_cast<unsigned char>(inner) < 0x20 && !std::isspace(static_cast<unsigned char>(inner)) ? ' ' : inner;
      }
      at = end - 1;
    } else if (c == '&' && !is_reference(text.substr(at))) {
      out += "&amp;";
    } else if (c == '<' && at + 1 < text.size() && !std::isalpha(static_cast<unsigned char>(text[at + 1])) &&
               text[at + 1] != '/' && text[at + 1] != '!' && text[at + 1] != '?' && text[at + 1] != '_') {
      out += "&lt;";
    } else if (static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r') {
      out += ' ';
    } else {
      out += c;
    }
  }
  return out;
}

}  // namespace

const std::string* XmlNode::attribute(std::string_view wanted) const {
  auto at = std::ranges::find_if(attributes, [&](const auto& pair) { return pair.first == wanted; });
  return at == attributes.end() ? nullptr : &at->second;
}

std::string XmlNode::all_text() const {
  if (name.empty()) return text;
  std::string all;
  for (const XmlNode& child : children) all += child.all_text();
  return all;
}

Result<XmlTree> parse_xml(std::string_view text, const std::string& name) {
  text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
  if (most_attributes(text) > kMostAttributes) {
    return fail(ErrorCode::kTooLarge,
                fmt::format("{}: an XML element of more than {} attributes", name, kMostAttributes));
  }
  Parsed parsed = parse_once(text, true);
  if (parsed.fault && !parsed.too_many) parsed = parse_once(mended(text), false);
  if (parsed.too_many) {
    return fail(ErrorCode::kTooLarge,
                fmt::format("{}: XML of more than {} elements or {} namespaces", name, kXmlNodeLimit, kMostNamespaces));
  }
  if (parsed.root.name.empty()) {
    return fail(ErrorCode::kDamaged, fmt::format("{}: {}", name, parsed.fault.value_or("no element")));
  }
  return XmlTree{std::move(parsed.root), std::move(parsed.fault)};
}

}  // namespace sumario::page
