#include "page/metadata/bylines.h"

#include <algorithm>
#include <cctype>

#include "page/metadata/author_names.h"
#include "page/metadata/element_marks.h"
#include "page/metadata/element_text.h"
#include "page/metadata/tokens.h"
#include "page/text/words.h"

namespace sumario::page {
namespace {

constexpr size_t kLongestByline = 300;  // bytes of an element's text
constexpr size_t kNodesInside = 120;    // nodes of a byline's element
constexpr size_t kNodesBefore = 100;    // a byline beside the heading stands so near before it,
constexpr size_t kNodesBehind = 200;    // or behind it
constexpr size_t kLongestLine = 120;    // bytes of a line that begins with "By"
constexpr size_t kMostTried = 40;       // elements marked as bylines that are looked into

class Finder {
 public:
  Finder(const HtmlTree& tree, const MetadataWords& words) : tree_(tree), words_(words) {}

  Byline run() {
    for (size_t at = 0; at < tree_.size() && heading_ == 0; ++at) {
      if (tree_[at].tag == Tag::kH1) heading_ = at;
    }
    Byline first;  // names that may be nobody's
    Byline byline = marked(first);
    if (byline.names.empty()) byline = linked();
    if (byline.names.empty()) byline = spoken();
    return byline.names.empty() ? first : byline;
  }

 private:
  bool is_person(const std::string& name) const { return is_like_person(name, words_); }

  // The names of the first byline that has a person's; `first` are those of the first that has any.
  Byline marked(Byline& first) const {
    size_t tried = 0;
    for (size_t at = 0; at < tree_.size() && tried < kMostTried; ++at) {
      const HtmlNode& node = tree_[at];
      if (is_elsewhere(node)) {
        at = node.end - 1;
        continue;
      }
      if (node.attribute_count == 0 || !marks_of(tree_, node, words_).byline) continue;
      ++tried;
      auto names = names_in(at);
      if (std::ranges::any_of(names, [&](const std::string& name) { return is_person(name); }))
        return byline_at(at, std::move(names));
      if (first.names.empty()) first = byline_at(at, std::move(names));
    }
    return {};
  }

  Byline byline_at(size_t at, std::vector<std::string> names) const {
    bool beside = heading_ == 0 || (at + kNodesBefore > heading_ && at < tree_[heading_].end + kNodesBehind);
    return {std::move(names), beside};
  }

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

  bool is_author_link(const HtmlNode& node) const {
    if (node.tag != Tag::kA) return false;
    std::string_view href = tree_.attribute(node, "href").value_or("");
    for (size_t from = 0; from < href.size();) {
      size_t end = std::min(href.find('/', from), href.size());
      ElementMarks marks = marks_in(href.substr(from, end - from), words_);
      if (marks.byline && !marks.other) return true;
      from = end + 1;
    }
    return false;
  }

  // The first link to an author's page.
  Byline linked() const {
    for (size_t at = 0; at < tree_.size(); ++at) {
      const HtmlNode& node = tree_[at];
      if (is_elsewhere(node)) {
        at = node.end - 1;
        continue;
      }
      if (!is_author_link(node)) continue;
      auto names = author_names(element_text(tree_, at), words_);
      if (names.size() == 1 && is_person(names.front())) return byline_at(at, std::move(names));
    }
    return {};
  }

  std::vector<std::string> names_in(size_t at) const {
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

  // "By Jane Doe" in a line of its own, or a line of date and name beside the heading: "12.11.2020 - Jane Doe".
  Byline spoken() const {
    Byline dated_line;
    for (size_t at = 0; at < tree_.size(); ++at) {
      const HtmlNode& node = tree_[at];
      if (is_elsewhere(node)) {
        at = node.end - 1;
        continue;
      }
      if (node.tag != Tag::kText || node.text.size() > kLongestByline || node.text.size() < 3) continue;
      std::string own = one_line(node.text);
      bool led = begins_with_lead(own);
      bool dated = !led && dated_line.names.empty() && has_year(own) && byline_at(at, {}).beside_heading;
      if (!led && !dated) continue;
      std::string line = element_text(tree_, node.parent);
      if (line.size() > kLongestLine || ends_sentence(line)) continue;
      auto names = author_names(line, words_);
      bool people =
          !names.empty() && std::ranges::all_of(names, [&](const std::string& name) { return is_person(name); });
      if (people && led) return byline_at(at, std::move(names));
      if (people && names.size() == 1) dated_line = byline_at(at, std::move(names));
    }
    return dated_line;
  }

  bool begins_with_lead(std::string_view line) const {
    if (starts_lower(line, {0, static_cast<uint32_t>(line.size())})) return false;
    size_t end = 0;
    for (int words = 0; words < 3 && end < line.size(); ++words) {
      end = std::min(line.find_first_of(" :", end + 1), line.size());
      if (words_.byline_word(folded(line.substr(0, end))) == BylineWord::kLead) return true;
    }
    return false;
  }

  static bool has_year(std::string_view line) {
    for (size_t at = 0; at + 4 <= line.size(); ++at) {
      bool year = line.substr(at).starts_with("20") || line.substr(at).starts_with("19");
      if (year && std::isdigit(static_cast<unsigned char>(line[at + 2])) &&
          std::isdigit(static_cast<unsigned char>(line[at + 3])))
        return true;
    }
    return false;
  }

  const HtmlTree& tree_;
  const MetadataWords& words_;
  size_t heading_ = 0;  // of the first <h1>; 0 where there is none
};

}  // namespace

Byline find_byline(const HtmlTree& tree, const MetadataWords& words) { return Finder(tree, words).run(); }

}  // namespace sumario::page
