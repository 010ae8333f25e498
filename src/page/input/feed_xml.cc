#include "page/input/feed_xml.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>

#include "base/utf8.h"
#include "page/input/charset.h"
#include "page/input/xml_tree.h"

namespace sumario::page {
namespace {

std::string lowered(std::string_view text) {
  std::string lower(text);
  std::ranges::transform(lower, lower.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return lower;
}

std::string_view stripped(std::string_view text) {
  size_t start = text.find_first_not_of(" \t\r\n");
  return start == std::string_view::npos ? std::string_view()
                                         : text.substr(start, text.find_last_not_of(" \t\r\n") - start + 1);
}

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
  std::string lower = lowered(space);
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
  std::string name = lowered(node.name);
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
    if (lang) {
      place.language = stripped(*lang);
      std::ranges::replace(place.language, '_', '-');
    }
    return place;
  }
};

const XmlNode* child(const XmlNode& node, std::string_view field) {
  for (const XmlNode& inner : node.children) {
    if (field_of(inner) == field) return &inner;
  }
  return nullptr;
}

// The child by the first of these names that has a text.
std::optional<std::string> child_text(const XmlNode& node, std::initializer_list<std::string_view> fields) {
  for (std::string_view field : fields) {
    for (const XmlNode& inner : node.children) {
      if (field_of(inner) != field) continue;
      std::string text = inner.all_text();
      if (!stripped(text).empty()) return std::string(stripped(text));
    }
  }
  return std::nullopt;
}

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
  std::string type = written ? lowered(stripped(*written)) : atom ? "text" : "html";
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

// Turns the elements of one feed into items.
class Feed {
 public:
  Feed(const XmlNode& root, const Declared& declared) : root_(root), declared_(declared) {
    root_place_ = Place{declared.url.value_or(""), declared.language.value_or("")}.inside(root);
    channel_ = child(root, "channel");
    if (!channel_) channel_ = &root;
    atom_ = lowered(root.name) == "feed";
    place_ = channel_ == &root ? root_place_ : root_place_.inside(*channel_);
    if (place_.language.empty()) place_.language = child_text(*channel_, {"language", "dc:language"}).value_or("");
    if (auto title = title_of(*channel_)) outlet_ = *title;
    authors_ = authors_of(*channel_, true);
  }

  bool is_feed() const {
    std::string name = lowered(root_.name);
    return name == "rss" || name == "feed" || name == "rdf" || name == "channel";
  }

  FeedItems items(const std::string& name) const {
    FeedItems found;
    auto take = [&](const XmlNode& parent, const Place& place) {
      for (const XmlNode& node : parent.children) {
        std::string field = field_of(node);
        if (field != "item" && field != "entry") continue;
        if (node.closed)
          found.items.emplace_back(item(node, place.inside(node)));
        else
          found.items.emplace_back(fail(ErrorCode::kDamaged, fmt::format("{}: the feed ends within the item",
                                                                         item_name(name, found.items.size()))));
      }
    };
    for (const XmlNode& node : root_.children) {  // RSS 0.9x may have several channels
      if (field_of(node) == "channel")
        take(node, root_place_.inside(node).language.empty() ? place_ : root_place_.inside(node));
    }
    take(root_, place_);  // of RDF and Atom
    return found;
  }

 private:
  FeedItem item(const XmlNode& node, const Place& place) const {
    FeedItem item;
    Declared& said = item.declared;
    said = declared_;
    said.charset.reset();
    said.url = link_of(node, place);
    said.title = title_of(node);
    said.authors = authors_of(node, false);
    if (said.authors.empty()) said.authors = authors_;
    said.published =
        child_text(node, {"pubdate", "published", "issued", "dcterms:issued", "dc:date", "dcterms:created", "created"});
    said.updated = child_text(node, {"updated", "modified", "dcterms:modified"});
    std::string language = child_text(node, {"language", "dc:language"}).value_or(place.language);
    Place inner = place;
    if (const XmlNode* account = account_of(node)) {
      inner = place.inside(*account);
      if (inner.language != place.language) language = inner.language;
      item.html = html_of(*account, atom_);
    }
    said.language = language.empty() ? std::nullopt : std::optional(std::move(language));
    item.base = inner.base;
    set_outlet(node, said);
    return item;
  }

  // "The fullest account": by kind, and of one kind the first that is a text and not empty.
  static const XmlNode* account_of(const XmlNode& node) {
    for (std::string_view field :
         {"content:encoded", "content", "xhtml:body", "body", "fullitem", "xhtml:div", "description", "dc:description",
          "summary", "tagline", "itunes:summary", "abstract", "media:description", "itunes:subtitle"}) {
      for (const XmlNode& inner : node.children) {
        if (field_of(inner) != field) continue;
        const std::string* type = inner.attribute("type");
        if (type && names_media(lowered(*type))) continue;
        if (has_elements(inner) || !stripped(inner.all_text()).empty()) return &inner;
      }
    }
    return nullptr;
  }

  std::optional<std::string> title_of(const XmlNode& node) const {
    for (std::string_view field : {"title", "dc:title", "media:title", "itunes:title"}) {
      const XmlNode* written = child(node, field);
      if (!written) continue;
      if (std::string line = text_of_html(html_of(*written, atom_)); !line.empty()) return line;
    }
    return std::nullopt;
  }

  static std::optional<std::string> link_of(const XmlNode& node, const Place& place) {
    std::optional<std::string> link;
    for (const XmlNode& inner : node.children) {
      if (field_of(inner) != "link") continue;
      const std::string* href = inner.attribute("href");
      const std::string* rel = inner.attribute("rel");
      std::string text = inner.all_text();
      if (rel && *rel != "alternate") continue;
      if (!stripped(text).empty() && !href) return resolved(text, place.inside(inner).base);
      if (href && !link) link = resolved(*href, place.inside(inner).base);
    }
    if (link) return link;
    if (const XmlNode* guid = child(node, "guid")) {
      const std::string* permanent = guid->attribute("isPermaLink");
      std::string text = guid->all_text();
      if ((!permanent || lowered(*permanent) == "true") && !stripped(text).empty()) {
        return resolved(text, place.inside(*guid).base);
      }
    }
    const std::string* about = node.attribute("rdf:about");
    if (about && about->find("://") != std::string::npos) return resolved(*about, place.base);
    return std::nullopt;
  }

  std::vector<std::string> authors_of(const XmlNode& node, bool of_feed) const {
    std::vector<std::string> authors;
    auto add = [&](std::string_view written) {
      std::string name = name_in(text_of_html(written));
      if (!name.empty() && std::ranges::find(authors, name) == authors.end()) authors.push_back(std::move(name));
    };
    for (std::string_view field : {"author", "dc:creator", "dc:author", "itunes:author"}) {
      if (of_feed && !atom_ && field != "author" && field != "dc:creator") continue;
      for (const XmlNode& inner : node.children) {
        if (field_of(inner) != field) continue;
        if (const XmlNode* name = child(inner, "name"))
          add(name->all_text());
        else if (!has_elements(inner))
          add(inner.all_text());
      }
      if (!authors.empty()) break;
    }
    return authors;
  }

  // "editor@post.example (Eva Moss)", "Eva Moss <editor@post.example>", "Eva Moss (editor@post.example)": the name.
  static std::string name_in(std::string_view written) {
    size_t open = written.find_first_of("(<");
    if (written.find('@') == std::string_view::npos || open == std::string_view::npos) return std::string(written);
    size_t close = written.find_first_of(")>", open);
    std::string_view outside = stripped(written.substr(0, open));
    std::string_view inside = written.substr(open + 1, std::min(close, written.size()) - open - 1);
    return std::string(outside.find('@') != std::string_view::npos || outside.empty() ? stripped(inside) : outside);
  }

  // An item that a feed took from elsewhere names its source.
  void set_outlet(const XmlNode& node, Declared& said) const {
    if (!outlet_.empty()) said.outlet = outlet_;
    if (const XmlNode* source = child(node, "source")) {
      auto title = has_elements(*source) ? title_of(*source) : std::optional(text_of_html(source->all_text()));
      if (title && !title->empty()) said.outlet = title;
    }
  }

  const XmlNode& root_;
  const Declared& declared_;
  const XmlNode* channel_ = nullptr;
  bool atom_ = false;
  Place root_place_, place_;
  std::string outlet_;
  std::vector<std::string> authors_;
};

}  // namespace

std::string item_name(const std::string& feed, size_t index) { return fmt::format("{}:item {}", feed, index + 1); }

Result<FeedItems> parse_feed(std::string_view bytes, const Declared& declared, const std::string& name) {
  auto tree = parse_xml(decode_markup(bytes, Markup::kXml, declared.charset), name);
  if (!tree) return tl::unexpected(std::move(tree.error()));
  Feed feed(tree->root, declared);
  if (!feed.is_feed()) {
    return fail(ErrorCode::kDamaged, fmt::format("{}: XML, but no feed: its root is <{}>", name,
                                                 tree->root.name.substr(0, boundary_before(tree->root.name, 40))));
  }
  FeedItems items = feed.items(name);
  if (!tree->root.closed && (items.items.empty() || items.items.back())) {
    items.items.emplace_back(fail(ErrorCode::kDamaged, name + ": the feed ends early"));
  }
  return items;
}

}  // namespace sumario::page
