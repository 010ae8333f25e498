// An XML document as a tree of plain values, read as far as it can be read.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace sumario::page {

// How large a document may be. Deeper elements end the reading of it, as do texts of more than 10 MB in one piece.
inline constexpr size_t kXmlNodeLimit = size_t{1} << 20;
inline constexpr size_t kXmlDepthLimit = 256;

// An element, or a run of text where `name` is empty.
struct XmlNode {
  std::string space, name;  // the namespace's URI (or the bare prefix, where none is declared), the name without prefix
  std::string text;
  std::vector<std::pair<std::string, std::string>> attributes;  // names as written ("xml:base"), values
  std::vector<XmlNode> children;
  bool closed = false;  // its end was seen: false where the document breaks off inside

  // The value of an attribute, or null.
  const std::string* attribute(std::string_view wanted) const;
  // All text below, in order.
  std::string all_text() const;
};

struct XmlTree {
  XmlNode root;
  std::optional<std::string> fault;  // what is wrong with the document, where something is
};

// Reads a document that is UTF-8 (an encoding declaration is passed over; see decode_markup). Broken documents are read
// as far as possible: bare ampersands are taken for themselves, tags that do not match are closed by what encloses
// them, and an <item> or <entry> inside another ends that one. Of entities, those of HTML
// and those a document declares as plain text of at most 256 bytes are resolved; others that it declares become a
// space, and those that nobody declares stand as written. Nothing outside is ever loaded. Linear in time; memory
// at most 200 bytes a node and three times the text. Errors, naming `name`: kDamaged where there is no element at all,
// kTooLarge past kXmlNodeLimit nodes and attributes, 1024 attributes of one element, or 1024 namespaces in scope.
// Thread-safe.
Result<XmlTree> parse_xml(std::string_view text, const std::string& name);

}  // namespace sumario::page
