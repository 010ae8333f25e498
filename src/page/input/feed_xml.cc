#include "page/input/feed_xml.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/utf8.h"
#include "page/input/charset.h"
#include "page/input/xml_tree.h"

namespace sumario::page {
namespace {

constexpr size_t kLongestLanguage = 64, kMostAuthors = 32;

std::string_view stripped(std::string_view text) { return sumario::stripped(text, " \t\r\n"); }

// The prefix by which feeds know a namespace; "" for the languages of feeds themselves.
std::string_view prefix_of(std::string_view space) {
  struct Known {
    std::string_view start, prefix;
  };
  constexpr std::array<Known, 14> kKnown = {{{"http://purl.org/dc/elements/", "dc"},
                                             {"http://purl.org/dc/terms/", "dcterms"},
                                             {"http://purl.org/rss/1.0/modules/content/", "content"},
                                             {"http://www.w3.org/1999/xhtml", "xhtml"},
                                             {"http://www.itunes.com/", "itunes"},
                                             {"http://example.com/dtds/podcast", "itunes"},
                                             {"http://search.yahoo.com/mrss", "media"},
                                             {"dcterms", "dcterms"},
                                             {"dc", "dc"},
                                             {"content", "content"},
                                             {"xhtml", "xhtml"},
                                             {"itunes", "itunes"},
                                             {"media", "media"},
                                             {"http://purl.org/rss/1.0/modules/", "other"}}};
  std::string lower = ascii_lowered(space);
  for (const Known& known : kKnown) {
    bool uri = known.start.starts_with("http");
    if (uri ? lower.starts_with(known.start) : lower == known.start) return known.prefix;
  }
  for (std::string_view own :
       {"http://purl.org/", "http://www.w3.org/2005/atom", "http://my.netscape.com/", "http://channel.netscape.com/",
        "http://backend.userland.com/", "http://blogs.law.harvard", "http://www.w3.org/1999/02/22-rdf",
        "http://cyber.law.harvard"}) {
    if (lower.starts_with(own)) return "";
  }
  return lower.empty() || lower == "atom" || lower == "rdf" || lower == "rss" || lower.starts_with("http://hacks.")
             ? ""
             : "other";
}

std::string field_of(const XmlNode& node) {
  if (node.name.empty()) return "";
  std::string_view prefix = prefix_of(node.space);
  std::string name = ascii_lowered(node.name);
  return prefix.empty() ? name : fmt::format("{}:{}", prefix, name);
}

// Where an element stands: what xml:base and xml:lang make of it.
struct Place {
  std::string base, language;

  Place inside(const XmlNode& node) const {
    Place place = *this;
    if (const std::string* own = node.attribute("xml:base")) place.base = resolved(*own, base);
    const std::string* lang = node.attribute("xml:lang");
    if (!lang) lang = node.attribute("lang");
    if (lang && lang->size() <= kLongestLanguage) {
      place.language = stripped(*lang);
      std::ranges::replace(place.language, '_', '-');
    }
    return place;
  }
};

// The children of an element by what feeds call them.
class Fields {
 public:
  explicit Fields(const XmlNode& node) {
    for (const XmlNode& child : node.children) {
      if (!child.name.empty()) fields_.emplace_back(field_of(child), &child);
    }
  }
  auto begin() const { return fields_.begin(); }
  auto end() const { return fields_.end(); }

  const XmlNode* first(std::string_view field) const {
    auto at = std::ranges::find(fields_, field, [](const auto& pair) { return std::string_view(pair.first); });
    return at == fields_.end() ? nullptr : at->second;
  }
  // The text of the first child by the first of these names that has one.
  std::optional<std::string> text(std::initializer_list<std::string_view> names) const {
    for (std::string_view name : names) {
      for (const auto& [field, node] : fields_) {
        if (field != name) continue;
        std::string text = node->all_text();
        if (!stripped(text).empty()) return std::string(stripped(text));
      }
    }
    return std::nullopt;
  }

 private:
  std::vector<std::pair<std::string, const XmlNode*>> fields_;
};

void serialise(const XmlNode& node, std::string& html) {
  if (node.name.empty()) {
    html += escaped_html(node.text);
    return;
  }
  html += '<' + node.name;
  for (const auto& [name, value] : node.attributes) html += fmt::format(" {}=\"{}\"", name, escaped_html(value));
  html += '>';
  for (const XmlNode& inner : node.children) serialise(inner, html);
  constexpr std::array<std::string_view, 8> kVoid = {"br", "hr", "img", "input", "wbr", "embed", "source", "link"};
  if (std::ranges::find(kVoid, node.name) == kVoid.end()) html += "</" + node.name + ">";
}

std::string from_base64(std::string_view text) {
  std::string bytes;
  uint32_t bits = 0;
  int held = 0;
  for (char c : text) {
    int value = c >= 'A' && c <= 'Z'   ? c - 'A'
                : c >= 'a' && c <= 'z' ? c - 'a' + 26
                : c >= '0' && c <= '9' ? c - '0' + 52
                : c == '+' || c == '-' ? 62
                : c == '/' || c == '_' ? 63
                                       : -1;
    if (value < 0) continue;
    bits = bits << 6 | static_cast<uint32_t>(value);
    if ((held += 6) >= 8) bytes += static_cast<char>(bits >> (held -= 8) & 0xFF);
  }
  return bytes;
}

bool has_elements(const XmlNode& node) {
  return std::ranges::any_of(node.children, [](const XmlNode& inner) { return !inner.name.empty(); });
}

// A text construct as HTML. RSS writes escaped HTML; Atom says what it writes: type, and in 0.3 mode.
std::string html_of(const XmlNode& node, bool atom) {
  const std::string* written = node.attribute("type");
  const std::string* mode = node.attribute("mode");
  std::string type = written ? ascii_lowered(stripped(*written)) : atom ? "text" : "html";
  std::string inner;
  if (has_elements(node) && (!mode || *mode != "escaped")) {
    for (const XmlNode& part : node.children) serialise(part, inner);
    return inner;
  }
  inner = node.all_text();
  bool is_text = type == "text" || type.starts_with("text/");
  bool is_markup =
      type == "html" || type == "xhtml" || type.ends_with("html") || type.ends_with("+xml") || type.ends_with("/xml");
  if ((mode && *mode == "base64") || (!is_text && !is_markup && type.find('/') != std::string::npos)) {
    inner = decode_markup(from_base64(inner), Markup::kHtml, std::nullopt);
    is_markup = is_markup || !type.starts_with("text/plain");
  }
  bool plain = is_text && !is_markup && !(mode && *mode == "escaped" && type != "text/plain");
  return plain ? escaped_html(inner) : inner;
}

bool names_media(std::string_view type) {
  return type.starts_with("image/") || type.starts_with("audio/") || type.starts_with("video/") ||
         type.starts_with("application/x-");
}

// "editor@post.example (Eva Moss)", "Eva Moss <editor@post.example>", "Eva Moss (editor@post.example)": the name.
std::string name_in(std::string_view written) {
  size_t open = written.find_first_of("(<");
  if (written.find('@') == std::string_view::npos || open == std::string_view::npos) return std::string(written);
  size_t close = written.find_first_of(")>", open);
  std::string_view outside = stripped(written.substr(0, open));
  std::string_view inside = written.substr(open + 1, std::min(close, written.size()) - open - 1);
  return std::string(outside.find('@') != std::string_view::npos || outside.empty() ? stripped(inside) : outside);
}

std::optional<std::string> title_of(const Fields& fields, bool atom) {
  for (std::string_view name : {"title", "dc:title", "media:title", "itunes:title"}) {
    const XmlNode* written = fields.first(name);
    if (!written) continue;
    if (std::string line = text_of_html(html_of(*written, atom)); !line.empty()) return line;
  }
  return std::nullopt;
}

std::vector<std::string> authors_of(const Fields& fields) {
  std::vector<std::string> authors;
  auto add = [&](std::string_view written) {
    std::string name = name_in(text_of_html(written));
    if (!name.empty() && std::ranges::find(authors, name) == authors.end()) authors.push_back(std::move(name));
  };
  for (std::string_view wanted : {"author", "dc:creator", "dc:author", "itunes:author"}) {
    for (const auto& [field, node] : fields) {
      if (field != wanted || authors.size() >= kMostAuthors) continue;
      const XmlNode* name = Fields(*node).first("name");
      if (name || !has_elements(*node)) add(name ? name->all_text() : node->all_text());
    }
    if (!authors.empty()) break;
  }
  return authors;
}

std::optional<std::string> link_of(const XmlNode& item, const Fields& fields, const Place& place) {
  std::optional<std::string> link;
  for (const auto& [field, node] : fields) {
    if (field != "link" || link) continue;
    const std::string* href = node->attribute("href");
    const std::string* rel = node->attribute("rel");
    if (rel && *rel != "alternate") continue;
    std::string text = href ? *href : node->all_text();
    if (!stripped(text).empty()) link = resolved(text, place.inside(*node).base);
  }
  if (link) return link;
  if (const XmlNode* guid = fields.first("guid")) {
    const std::string* permanent = guid->attribute("isPermaLink");
    std::string text = guid->all_text();
    if ((!permanent || ascii_lowered(*permanent) == "true") && !stripped(text).empty()) {
      return resolved(text, place.inside(*guid).base);
    }
  }
  const std::string* about = item.attribute("rdf:about");
  if (about && about->find("://") != std::string::npos) return resolved(*about, place.base);
  return std::nullopt;
}

// The fullest account: by kind, and of one kind the first that is a text and not empty.
const XmlNode* account_of(const Fields& fields) {
  for (std::string_view wanted :
       {"content:encoded", "content", "xhtml:body", "body", "fullitem", "xhtml:div", "description", "dc:description",
        "summary", "tagline", "itunes:summary", "abstract", "media:description", "itunes:subtitle"}) {
    for (const auto& [field, node] : fields) {
      if (field != wanted) continue;
      const std::string* type = node->attribute("type");
      if (type && names_media(ascii_lowered(*type))) continue;
      if (has_elements(*node) || !stripped(node->all_text()).empty()) return node;
    }
  }
  return nullptr;
}

bool is_item(const XmlNode& node) {
  std::string field = field_of(node);
  return field == "item" || field == "entry";
}

}  // namespace

struct Feed::Parsed {
  struct Item {
    const XmlNode *node, *channel;
  };

  std::string name;
  Declared declared;
  XmlNode root;
  bool atom = false, cut = false;
  std::vector<Item> items;
  std::string outlet, language;
  std::vector<std::string> authors;

  // What the channel says of all its items.
  void read_channel(const XmlNode& channel) {
    Fields fields(channel);
    outlet = title_of(fields, atom).value_or("");
    language = fields.text({"language", "dc:language"}).value_or("");
    if (language.size() > kLongestLanguage) language.clear();
    authors = authors_of(fields);
  }

  void find_items() {
    const XmlNode* only = nullptr;
    for (const XmlNode& channel : root.children) {
      if (field_of(channel) != "channel") continue;
      if (!only) only = &channel;
      for (const XmlNode& node : channel.children) {
        if (is_item(node)) items.push_back({&node, &channel});
      }
    }
    read_channel(only ? *only : root);
    for (const XmlNode& node : root.children) {  // of RDF and Atom
      if (is_item(node)) items.push_back({&node, only ? only : &root});
    }
    cut = !root.closed && (items.empty() || items.back().node->closed);
  }

  FeedItem item(const Item& at) const {
    Place place = Place{declared.url.value_or(""), declared.language.value_or("")}.inside(root);
    if (at.channel != &root) place = place.inside(*at.channel);
    if (place.language.empty()) place.language = language;
    place = place.inside(*at.node);

    Fields fields(*at.node);
    FeedItem item;
    item.declared = said_by(*at.node, fields, place);
    Place inner = place;
    std::string spoken = fields.text({"language", "dc:language"}).value_or(place.language);
    if (const XmlNode* account = account_of(fields)) {
      inner = place.inside(*account);
      if (inner.language != place.language) spoken = inner.language;
      item.html = html_of(*account, atom);
    }
    if (!spoken.empty() && spoken.size() <= kLongestLanguage) item.declared.language = std::move(spoken);
    item.base = inner.base;
    return item;
  }

  Declared said_by(const XmlNode& node, const Fields& fields, const Place& place) const {
    Declared said;
    said.url = link_of(node, fields, place);
    said.title = title_of(fields, atom);
    said.authors = authors_of(fields);
    if (said.authors.empty()) said.authors = authors;
    said.published =
        fields.text({"pubdate", "published", "issued", "dcterms:issued", "dc:date", "dcterms:created", "created"});
    said.updated = fields.text({"updated", "modified", "dcterms:modified"});
    if (!outlet.empty()) said.outlet = outlet;
    if (const XmlNode* source = fields.first("source")) {  // of an item that the feed took from elsewhere
      auto title = has_elements(*source) ? title_of(Fields(*source), atom) : text_of_html(source->all_text());
      if (title && !title->empty()) said.outlet = std::move(title);
    }
    return said;
  }
};

Feed::Feed(std::unique_ptr<Parsed> parsed) : parsed_(std::move(parsed)) {}
Feed::Feed(Feed&&) noexcept = default;
Feed& Feed::operator=(Feed&&) noexcept = default;
Feed::~Feed() = default;

Result<Feed> Feed::parse(std::string_view bytes, const Declared& declared, const std::string& name) {
  auto tree = parse_xml(decode_markup(bytes, Markup::kXml, declared.charset), name);
  if (!tree) return tl::unexpected(std::move(tree.error()));
  std::string root = ascii_lowered(tree->root.name);
  if (root != "rss" && root != "feed" && root != "rdf" && root != "channel") {
    return fail(ErrorCode::kDamaged,
                fmt::format("{}: XML, but no feed: its root is <{}>", name, root.substr(0, boundary_before(root, 40))));
  }
  auto parsed = std::make_unique<Parsed>();
  parsed->name = name;
  parsed->declared = declared;
  parsed->root = std::move(tree->root);
  parsed->atom = root == "feed";
  parsed->find_items();
  return Feed(std::move(parsed));
}

size_t Feed::size() const { return parsed_->items.size() + (parsed_->cut ? 1 : 0); }

Result<FeedItem> Feed::item(size_t index) const {
  if (index == parsed_->items.size()) return fail(ErrorCode::kDamaged, parsed_->name + ": the feed ends early");
  const Parsed::Item& at = parsed_->items[index];
  if (at.node->closed) return parsed_->item(at);
  return fail(ErrorCode::kDamaged, fmt::format("{}: the feed ends within the item", item_name(parsed_->name, index)));
}

std::string item_name(const std::string& feed, size_t index) { return fmt::format("{}:item {}", feed, index + 1); }

}  // namespace sumario::page
