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

// How a byline was found, the most trusted first.
enum class Found { kMarkedBeside, kLinkedBeside, kLedBeside, kMarked, kLinked, kLed, kDated, kNames, kNothing };

class Finder {
 public:
  Finder(const HtmlTree& tree, const MetadataWords& words) : tree_(tree), words_(words) {}

  Byline run() {
    for (size_t at = 0; at < tree_.size() && heading_ == 0; ++at) {
      if (tree_[at].tag == Tag::kH1) heading_ = at;
    }
    for (size_t at = 0; at < tree_.size() && found_ != Found::kMarkedBeside; ++at) {
      const HtmlNode& node = tree_[at];
      if (node.tag == Tag::kFigure) figure_end_ = node.end;
      if (is_elsewhere(node.tag)) {
        at = node.end - 1;
      } else if (node.tag == Tag::kText) {
        line(at);
      } else if (node.attribute_count > 0) {
        element(at);
      }
    }
    return std::move(byline_);
  }

 private:
  bool is_person(const std::string& name) const { return is_like_person(name, words_); }

  // Who took a picture stands near the heading too, and counts for less.
  bool is_beside(size_t at) const {
    if (at < figure_end_) return false;
    return heading_ == 0 || (at + kNodesBefore > heading_ && at < tree_[heading_].end + kNodesBehind);
  }

  void offer(Found found, size_t at, std::vector<std::string> names) {
    if (names.empty() || found >= found_) return;
    found_ = found;
    byline_ = {std::move(names), is_beside(at)};
  }

  // Parts of a page in which no byline of its article stands.
  static bool is_elsewhere(Tag tag) {
    return tag == Tag::kNav || tag == Tag::kAside || tag == Tag::kFooter || tag == Tag::kHead || tag == Tag::kScript ||
           tag == Tag::kStyle;
  }

  void element(size_t at) {
    const HtmlNode& node = tree_[at];
    if (tried_ < kMostTried && marks_of(tree_, node, words_).byline) {
      ++tried_;
      auto names = names_in(at);
      bool people = std::ranges::any_of(names, [&](const std::string& name) { return is_person(name); });
      if (people)
        offer(is_beside(at) ? Found::kMarkedBeside : Found::kMarked, at, std::move(names));
      else if (names.size() <= 2 && std::ranges::all_of(names, is_short))
        offer(Found::kNames, at, std::move(names));
    } else if (is_author_link(node)) {
      auto names = author_names(element_text(tree_, at), words_);
      bool person = names.size() == 1 && is_person(names.front());
      if (person) offer(is_beside(at) ? Found::kLinkedBeside : Found::kLinked, at, std::move(names));
    }
  }

  // "By Jane Doe" in a line of its own, or a line of date and name beside the heading: "12.11.2020 - Jane Doe".
  void line(size_t at) {
    std::string_view text = tree_[at].text;
    if (text.size() > kLongestByline || text.size() < 3) return;
    std::string own = one_line(text);
    bool led = begins_with_lead(own);
    // "von Jane Doe" begins small; inside a sentence it names the author of something else.
    bool small = starts_lower(own, {0, static_cast<uint32_t>(own.size())});
    if (led && small && !(is_beside(at) && stands_alone(tree_[at].parent))) return;
    if (!led && !(has_year(own) && is_beside(at))) return;
    std::string line = element_text(tree_, tree_[at].parent);
    if (line.size() > kLongestLine || ends_sentence(line)) return;
    auto names = author_names(line, words_);
    if (!std::ranges::all_of(names, [&](const std::string& name) { return is_person(name); })) return;
    if (led)
      offer(is_beside(at) ? Found::kLedBeside : Found::kLed, at, std::move(names));
    else if (names.size() == 1)
      offer(Found::kDated, at, std::move(names));
  }

  static bool is_short(const std::string& name) { return tokens_of(name).size() <= 3 && name != ">"; }

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

  std::vector<std::string> names_in(size_t at) const {
    if (tree_[at].end - at > kNodesInside) return {};
    std::vector<std::string> names;
    for (size_t inner = at + 1; inner < tree_[at].end; ++inner) {
      if (!is_author_link(tree_[inner])) continue;
      for (std::string& name : author_names(element_text(tree_, inner), words_)) {
        if (std::ranges::count(names, name) == 0) names.push_back(std::move(name));
      }
    }
    auto no_person = [&](const std::string& name) { return !is_person(name); };
    if (!std::ranges::all_of(names, no_person)) std::erase_if(names, no_person);
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

  // No words stand beside the element in the one that holds it.
  bool stands_alone(size_t element) const {
    size_t holder = tree_[element].parent;
    for (size_t at = holder + 1; at < std::min<size_t>(tree_[holder].end, holder + kNodesInside); ++at) {
      const HtmlNode& node = tree_[at];
      if (node.tag == Tag::kText && node.parent == holder && !one_line(node.text).empty()) return false;
    }
    return true;
  }

  bool begins_with_lead(std::string_view line) const {
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
  size_t figure_end_ = 0;
  size_t tried_ = 0;
  Found found_ = Found::kNothing;
  Byline byline_;
};

}  // namespace

Byline find_byline(const HtmlTree& tree, const MetadataWords& words) { return Finder(tree, words).run(); }

}  // namespace sumario::page
