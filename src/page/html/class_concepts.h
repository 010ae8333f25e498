// What the classes and ids of a page's elements say about their part in it.
#pragma once

#include <string>
#include <unordered_map>

#include "page/html/tree.h"
#include "page/text/page_knowledge.h"

namespace sumario::page {

class ConceptSet {
 public:
  void add(ClassConcept which) { bits_ |= 1u << static_cast<unsigned>(which); }
  bool has(ClassConcept which) const { return (bits_ >> static_cast<unsigned>(which) & 1u) != 0; }
  // Any that says that the part is not the article's own text.
  bool foreign() const { return (bits_ & kForeign) != 0; }
  // Without what can only be said of a small part: that it is foreign, a caption, a credit, a byline.
  ConceptSet of_large() const { return ConceptSet(bits_ & ~kSmall); }
  ConceptSet without(ConceptSet other) const { return ConceptSet(bits_ & ~other.bits_); }
  ConceptSet operator|(ConceptSet other) const { return ConceptSet(bits_ | other.bits_); }
  bool operator==(const ConceptSet&) const = default;

  ConceptSet() = default;

 private:
  static constexpr uint32_t kForeign = ~0u << static_cast<unsigned>(ClassConcept::kPromo);
  static constexpr uint32_t kSmall = ~0u << static_cast<unsigned>(ClassConcept::kCaption);
  explicit ConceptSet(uint32_t bits) : bits_(bits) {}
  uint32_t bits_ = 0;
};

// Reads elements of one tree; remembers attribute values, which repeat. Not thread-safe.
class ClassReader {
 public:
  explicit ClassReader(const PageKnowledge& knowledge) : knowledge_(knowledge) {}
  // What the element itself says, by class, id, role and the like; its ancestors are not asked.
  ConceptSet concepts(const HtmlTree& tree, const HtmlNode& element);

 private:
  ConceptSet of_value(std::string_view value);

  const PageKnowledge& knowledge_;
  std::unordered_map<std::string_view, ConceptSet> seen_;
};

}  // namespace sumario::page
