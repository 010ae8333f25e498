#include "page/metadata/json_ld.h"

#include <simdjson.h>

#include "base/utf8.h"

namespace sumario::page {
namespace {

using simdjson::dom::element;
using simdjson::dom::element_type;

std::string scalar_text(element value) {
  if (value.is_string()) return std::string(std::string_view(value));
  return simdjson::minify(value);
}

class Reader {
 public:
  explicit Reader(StructuredData& data) : data_(data) {}

  void top(element value) {
    if (value.is_array()) {
      for (element inner : simdjson::dom::array(value)) top(inner);
    } else if (value.is_object()) {
      read(value);
    }
  }

 private:
  uint32_t read(element object) {
    uint32_t index = data_.add(DataItem{Source::kJsonLd, true, {}, {}, {}});
    if (index == kNoItem) return index;
    for (auto [key, value] : simdjson::dom::object(object)) {
      if (key == "@context") continue;
      if (key == "@graph") {
        top(value);
      } else if (key == "@type" || key == "type") {
        add_types(index, value);
      } else if (key == "@id" && value.is_string()) {
        data_.items[index].id = std::string(std::string_view(value));
      } else {
        add(index, key, value);
      }
    }
    return index;
  }

  void add_types(uint32_t index, element value) {
    if (value.is_string()) data_.items[index].types.emplace_back(std::string_view(value));
    if (!value.is_array()) return;
    for (element type : simdjson::dom::array(value)) {
      if (type.is_string()) data_.items[index].types.emplace_back(std::string_view(type));
    }
  }

  void add(uint32_t index, std::string_view name, element value) {
    switch (value.type()) {
      case element_type::NULL_VALUE:
        return;
      case element_type::ARRAY:
        for (element inner : simdjson::dom::array(value)) add(index, name, inner);
        return;
      case element_type::OBJECT: {
        simdjson::dom::object object(value);
        element literal;
        if (object["@value"].get(literal) == simdjson::SUCCESS) return add(index, name, literal);
        element list;
        if (object["@list"].get(list) == simdjson::SUCCESS) return add(index, name, list);
        uint32_t inner = read(value);
        if (inner != kNoItem) data_.add(index, name, {.text = {}, .item = inner, .language = {}, .datatype = {}});
        return;
      }
      default:
        data_.add(index, name, {.text = scalar_text(value), .language = {}, .datatype = {}});
    }
  }

  StructuredData& data_;
};

bool parse(simdjson::dom::parser& parser, const std::string& json, StructuredData& data) {
  element root;
  if (parser.allocate(json.size(), kJsonDepth) != simdjson::SUCCESS) return false;
  if (parser.parse(simdjson::padded_string(json)).get(root) != simdjson::SUCCESS) return false;
  Reader(data).top(root);
  return true;
}

// One pass over a script, copying it without what breaks it.
class Repair {
 public:
  explicit Repair(std::string_view script) : in_(script) {}

  std::string run() {
    while (at_ < in_.size()) {
      if (quoted_) {
        in_string();
      } else if (!skip_comment()) {
        between();
      }
    }
    if (quoted_) out_ += '"';
    while (!open_.empty()) close();
    return std::move(out_);
  }

 private:
  void in_string() {
    char c = in_[at_++];
    if (c == '\\') {
      char next = at_ < in_.size() ? in_[at_++] : ' ';
      if (std::string_view("\"\\/bfnrtu").find(next) == std::string_view::npos) {
        if (next != '\'') out_ += "\\\\";
      } else {
        out_ += c;
      }
      out_ += static_cast<unsigned char>(next) < 0x20 ? ' ' : next;
    } else if (c == '\n') {
      out_ += "\\n";
    } else if (static_cast<unsigned char>(c) < 0x20) {
      out_ += ' ';
    } else {
      quoted_ = c != '"';
      put(c);
    }
  }

  bool skip_to(std::string_view opening, std::string_view closing) {
    if (!in_.substr(at_).starts_with(opening)) return false;
    size_t end = in_.find(closing, at_ + opening.size());
    at_ = end == std::string_view::npos ? in_.size() : end + closing.size();
    return true;
  }

  bool skip_word(std::string_view word) {
    if (!in_.substr(at_).starts_with(word)) return false;
    at_ += word.size();
    return true;
  }

  // Comments of HTML and JavaScript, the marks of CDATA.
  bool skip_comment() {
    switch (in_[at_]) {
      case '/':
        return skip_word("//<![CDATA[") || skip_word("//]]>") || skip_to("/*", "*/") || skip_to("//", "\n");
      case '<':
        return skip_word("<![CDATA[") || skip_html_comment();
      case ']':
        return skip_word("]]>");
      case '-':
        return skip_word("-->");
      default:
        return false;
    }
  }

  // A "<!--" that is never closed, or behind which values begin, is but a mark.
  bool skip_html_comment() {
    if (!in_.substr(at_).starts_with("<!--")) return false;
    if (comment_end_ <= at_) comment_end_ = in_.find("-->", at_);
    if (brace_ <= at_) brace_ = in_.find_first_of("{[", at_);
    if (comment_end_ == std::string_view::npos || brace_ < comment_end_) return skip_word("<!--");
    return skip_to("<!--", "-->");
  }

  void between() {
    char c = in_[at_++];
    if (c == '{' || c == '[') {
      open_ += c;
    } else if (c == '}' || c == ']') {
      if (open_.empty()) return;
      return close();
    } else if (c == ',') {
      if (last_ == ',' || last_ == '{' || last_ == '[' || last_ == 0) return;
    } else if (c == ';' && open_.empty()) {
      return;
    } else if (c == '"') {
      quoted_ = true;
    }
    put(c);
  }

  void put(char c) {
    if (c != ' ' && c != '\t' && c != '\r' && c != '\n') {
      last_ = c;
      last_at_ = out_.size();
    }
    out_ += c;
  }

  // Closes the innermost bracket as it was opened.
  void close() {
    if (last_ == ',') out_[last_at_] = ' ';
    put(open_.back() == '{' ? '}' : ']');
    open_.pop_back();
  }

  std::string_view in_;
  std::string out_, open_;
  size_t at_ = 0, comment_end_ = 0, brace_ = 0;
  size_t last_at_ = 0;  // in out_: the last sign that is no white space
  char last_ = 0;
  bool quoted_ = false;
};

}  // namespace

std::string repaired_json(std::string_view script) { return Repair(script).run(); }

void add_json_ld(std::string_view script, StructuredData& data) {
  simdjson::dom::parser parser;
  if (parse(parser, std::string(script), data)) return;
  std::string repaired = repaired_json(script);
  if (first_broken_utf8(repaired)) repaired = repair_utf8(repaired);
  parse(parser, repaired, data);
}

}  // namespace sumario::page
