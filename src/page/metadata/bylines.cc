#include "page/metadata/bylines.h"

#include <algorithm>

#include "page/metadata/author_names.h"
#include "page/metadata/element_text.h"
#include "page/metadata/tokens.h"
#include "page/text/words.h"

namespace sumario::page {
namespace {

constexpr size_t kLongestByline = 300;  // bytes of an element's text
constexpr size_t kNodesInside = 120;    // nodes of a byline's element
constexpr size_t kMostTried = 40;       // elements marked as bylines that are looked into

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

enum class Mark { kNone, kByline, kOther };

// What the parts of a class name say: "article__bylineName" is article, byline, name.
Mark mark_of(std::string_view value, const MetadataWords& words) {
  Mark mark = Mark::kNone;
  std::string part;
  auto end_part = [&] {
    if (part.size() > 2 && words.unmarks_byline(part)) mark = Mark::kOther;
    if (part.size() > 4 && mark == Mark::kNone && words.marks_byline(part)) mark = Mark::kByline;
    part.clear();
  };
  for (size_t i = 0; i < value.size(); ++i) {
    char c = value[i];
    bool upper = c >= 'A' && c <= 'Z';
    if (!is_letter(c) || (upper && i > 0 && value[i - 1] >= 'a' && value[i - 1] <= 'z')) end_part();
    if (is_letter(c)) part += static_cast<char>(upper ? c + 32 : c);
  }
  end_part();
  return mark;
}

class Finder {
 public:
  Finder(const HtmlTree& tree, const MetadataWords& words) : tree_(tree), words_(words) {}

  std::vector<std::string> run() {
    for (size_t at = 0; at < tree_.size() && tried_ < kMostTried; ++at) {
      const HtmlNode& node = tree_[at];
      if (is_elsewhere(node)) {
        at = node.end - 1;
        continue;
      }
      if (node.attribute_count == 0 || !is_marked(node)) continue;
      ++tried_;
      auto names = names_in(at);
      if (!names.empty()) return names;
    }
    auto names = linked();
    return names.empty() ? spoken() : names;
  }

 private:
  // Parts of a page in which no byline of its article stands.
  bool is_elsewhere(const HtmlNode& node) const {
    switch (node.tag) {
      case Tag::kNav:
      case Tag::kAside:
      case Tag::kFooter:
      case Tag::kHead:
      case Tag::kScript:
      case Tag::kStyle:
      case Tag::kForm:
        return node.end - 1 < tree_.size();
      default:
        return false;
    }
  }

  bool is_marked(const HtmlNode& node) const {
    for (const HtmlAttribute& attribute : tree_.attributes(node)) {
      if (attribute.name == "rel") {
        for (std::string_view rel : tokens_of(attribute.value)) {
          if (rel == "author") return true;
        }
      }
      if (attribute.name != "class" && attribute.name != "id" && attribute.name != "itemprop" &&
          attribute.name != "data-testid" && attribute.name != "data-qa") {
        continue;
      }
      for (std::string_view name : tokens_of(attribute.value)) {
        if (mark_of(name, words_) == Mark::kByline) return true;
      }
    }
    return false;
  }

  bool is_author_link(const HtmlNode& node) const {
    if (node.tag != Tag::kA) return false;
    std::string_view href = tree_.attribute(node, "href").value_or("");
    for (size_t from = 0; from < href.size();) {
      size_t end = std::min(href.find('/', from), href.size());
      if (mark_of(href.substr(from, end - from), words_) == Mark::kByline) return true;
      from = end + 1;
    }
    return false;
  }

  // The first link to an author's page.
  std::vector<std::string> linked() {
    for (size_t at = 0; at < tree_.size(); ++at) {
      const HtmlNode& node = tree_[at];
      if (is_elsewhere(node)) {
        at = node.end - 1;
        continue;
      }
      if (!is_author_link(node)) continue;
      auto names = author_names(element_text(tree_, at), words_);
      if (names.size() == 1 && is_like_person(names.front(), words_)) return names;
    }
    return {};
  }

  std::vector<std::string> names_in(size_t at) {
    if (tree_[at].end - at > kNodesInside) return {};
    std::vector<std::string> names;
    for (size_t inner = at + 1; inner < tree_[at].end; ++inner) {
      if (!is_author_link(tree_[inner])) continue;
      for (std::string& name : author_names(element_text(tree_, inner), words_)) {
        if (std::ranges::count(names, name) == 0) names.push_back(std::move(name));
      }
    }
    if (!names.empty()) return names;
    std::string text = parts_text(at);
    if (text.empty() || text.size() > kLongestByline) return {};
    return author_names(text, words_);
  }

  // The element's text, elements that follow each other without words between them apart by bars: pages write the
  // names of authors, and what they are, each into an element of its own.
  std::string parts_text(size_t at) const {
    std::string text;
    bool bar = false;
    for (size_t inner = at + 1; inner < tree_[at].end; ++inner) {
      const HtmlNode& node = tree_[inner];
      if (node.tag == Tag::kScript || node.tag == Tag::kStyle) {
        inner = node.end - 1;
        continue;
      }
      if (node.tag != Tag::kText) {
        bar = true;
        continue;
      }
      std::string words = one_line(node.text);
      if (words.empty()) continue;
      bool follows = inner > 0 && tree_[node.parent].tag != Tag::kText && node.parent != at;
      text += bar && follows && !text.empty() && !ends_in_joint(text) ? " | " : " ";
      text += words;
      bar = false;
    }
    return one_line(text);
  }

  // True behind a word or a mark that joins what follows to what was: "by", "and", ",".
  bool ends_in_joint(std::string_view text) const {
    size_t space = text.rfind(' ');
    std::string last = folded(text.substr(space == std::string_view::npos ? 0 : space + 1));
    auto word = words_.byline_word(last);
    return word == BylineWord::kLead || word == BylineWord::kJoin || last.ends_with(':') || last.ends_with(',') ||
           last == "&";
  }

  // "By Jane Doe" in a line of its own.
  std::vector<std::string> spoken() const {
    for (size_t at = 0; at < tree_.size(); ++at) {
      const HtmlNode& node = tree_[at];
      if (node.tag != Tag::kText || node.text.size() > kLongestByline || node.text.size() < 3) continue;
      Tag parent = tree_[node.parent].tag;
      if (parent == Tag::kScript || parent == Tag::kStyle || parent == Tag::kTitle) continue;
      size_t start = node.text.find_first_not_of(" \n\t\r");
      if (start == std::string_view::npos) continue;
      size_t end = std::min(node.text.find_first_of(" \n\t\r:", start), node.text.size());
      if (end - start > 6 || starts_lower(node.text, {static_cast<uint32_t>(start), static_cast<uint32_t>(end)}))
        continue;
      if (words_.byline_word(folded(node.text.substr(start, end - start))) != BylineWord::kLead) continue;
      std::string line = element_text(tree_, node.parent);
      if (line.size() > 120 || ends_sentence(line)) continue;
      auto names = author_names(line, words_);
      if (!names.empty() &&
          std::ranges::all_of(names, [&](const std::string& name) { return is_like_person(name, words_); }))
        return names;
    }
    return {};
  }

  const HtmlTree& tree_;
  const MetadataWords& words_;
  size_t tried_ = 0;
};

}  // namespace

std::vector<std::string> byline_names(const HtmlTree& tree, const MetadataWords& words) {
  return Finder(tree, words).run();
}

}  // namespace sumario::page
