#include "page/metadata/rdfa.h"

#include <memory>
#include <unordered_map>
#include <utility>

#include "base/ascii.h"
#include "base/string_map.h"
#include "page/metadata/element_text.h"
#include "page/metadata/tokens.h"

namespace sumario::page {
namespace {

using Prefixes = StringMap<std::string>;
using Text = std::optional<std::string>;

// The prefixes of the RDFa Core Initial Context that pages use.
constexpr std::pair<std::string_view, std::string_view> kKnownPrefixes[] = {
    {"cc", "http://creativecommons.org/ns#"},
    {"dc", "http://purl.org/dc/terms/"},
    {"dc11", "http://purl.org/dc/elements/1.1/"},
    {"dcterms", "http://purl.org/dc/terms/"},
    {"foaf", "http://xmlns.com/foaf/0.1/"},
    {"gr", "http://purl.org/goodrelations/v1#"},
    {"og", "http://ogp.me/ns#"},
    {"owl", "http://www.w3.org/2002/07/owl#"},
    {"rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"},
    {"rdfa", "http://www.w3.org/ns/rdfa#"},
    {"rdfs", "http://www.w3.org/2000/01/rdf-schema#"},
    {"schema", "http://schema.org/"},
    {"sioc", "http://rdfs.org/sioc/ns#"},
    {"skos", "http://www.w3.org/2004/02/skos/core#"},
    {"vcard", "http://www.w3.org/2006/vcard/ns#"},
    {"xsd", "http://www.w3.org/2001/XMLSchema#"},
    // Of the Open Graph protocol, which pages use without saying so.
    {"article", "http://ogp.me/ns/article#"},
    {"book", "http://ogp.me/ns/book#"},
    {"music", "http://ogp.me/ns/music#"},
    {"profile", "http://ogp.me/ns/profile#"},
    {"video", "http://ogp.me/ns/video#"},
};

// A relation that waits for an element inside to name its other end.
struct Pending {
  std::string relation;
  bool forward = true;
};

// What an element hands to those inside it.
struct Context {
  size_t end = 0;
  std::string subject, object;
  std::vector<Pending> pending;
  std::string language, vocabulary;
  std::shared_ptr<const Prefixes> prefixes;
};

// The attributes of one element that RDFa reads.
struct Marks {
  std::optional<std::string_view> about, resource, type_of, property, rel, rev, href, src, content, datatype, datetime;
};

class Reader {
 public:
  Reader(const HtmlTree& tree, StructuredData& data) : tree_(tree), data_(data) {}

  void run() {
    auto prefixes = std::make_shared<Prefixes>();
    for (const auto& [name, address] : kKnownPrefixes) prefixes->emplace(name, address);
    Context root;
    root.end = tree_.size();
    root.prefixes = std::move(prefixes);
    open_.push_back(std::move(root));
    for (size_t at = 0; at < tree_.size(); ++at) {
      while (open_.back().end <= at && open_.size() > 1) open_.pop_back();
      if (tree_[at].attribute_count > 0) element(at);
    }
  }

 private:
  // A prefix of the page, "xmlns:foaf" or in "prefix".
  void scope(const HtmlNode& node, Context& context) {
    std::shared_ptr<Prefixes> own;
    auto add = [&](std::string_view name, std::string_view address) {
      if (!own) own = std::make_shared<Prefixes>(*context.prefixes);
      (*own)[ascii_lowered(name)] = std::string(address);
    };
    for (const HtmlAttribute& attribute : tree_.attributes(node)) {
      if (attribute.name == "vocab") context.vocabulary = one_line(attribute.value);
      if (attribute.name == "lang" || attribute.name == "xml:lang") context.language = one_line(attribute.value);
      if (attribute.name.starts_with("xmlns:")) add(attribute.name.substr(6), one_line(attribute.value));
      if (attribute.name != "prefix") continue;
      auto words = tokens_of(attribute.value);
      for (size_t i = 0; i + 1 < words.size(); i += 2) {
        if (words[i].ends_with(':')) add(words[i].substr(0, words[i].size() - 1), words[i + 1]);
      }
    }
    if (own) context.prefixes = std::move(own);
  }

  Marks marks_of(const HtmlNode& node) const {
    Marks marks;
    const std::pair<std::string_view, std::optional<std::string_view>*> places[] = {
        {"about", &marks.about},       {"resource", &marks.resource}, {"typeof", &marks.type_of},
        {"property", &marks.property}, {"rel", &marks.rel},           {"rev", &marks.rev},
        {"href", &marks.href},         {"src", &marks.src},           {"content", &marks.content},
        {"datatype", &marks.datatype}, {"datetime", &marks.datetime}};
    for (const HtmlAttribute& attribute : tree_.attributes(node)) {
      for (const auto& [name, place] : places) {
        if (attribute.name == name) *place = attribute.value;
      }
    }
    return marks;
  }

  std::string unnamed() { return "_:" + std::to_string(++unnamed_); }

  // "foaf:name", "name" with a vocabulary, or a whole address; empty for a word that means nothing here.
  Text expanded(std::string_view word, const Context& context, bool term) const {
    size_t colon = word.find(':');
    if (colon == std::string_view::npos) {
      if (!term) return std::string(word);
      return context.vocabulary.empty() ? Text() : Text(context.vocabulary + std::string(word));
    }
    if (word.starts_with("_:") || word.substr(colon).starts_with("://")) return std::string(word);
    auto prefix = context.prefixes->find(ascii_lowered(word.substr(0, colon)));
    if (prefix == context.prefixes->end()) return std::string(word);
    return prefix->second + std::string(word.substr(colon + 1));
  }

  std::vector<std::string> expanded_all(std::optional<std::string_view> words, const Context& context,
                                        bool terms = true) const {
    std::vector<std::string> all;
    for (std::string_view word : tokens_of(words.value_or(""))) {
      if (!terms && word.find(':') == std::string_view::npos) continue;
      if (auto whole = expanded(word, context, true)) all.push_back(std::move(*whole));
    }
    return all;
  }

  Text reference(std::optional<std::string_view> value, const Context& context) const {
    if (!value) return std::nullopt;
    std::string word = one_line(*value);
    if (word.starts_with('[') && word.ends_with(']')) {
      if (word.size() == 2) return std::nullopt;
      word = word.substr(1, word.size() - 2);
    }
    return expanded(word, context, false);
  }

  Text target(const Marks& marks, const Context& context) const {
    if (auto found = reference(marks.resource, context)) return found;
    if (marks.href) return one_line(*marks.href);
    if (marks.src) return one_line(*marks.src);
    return std::nullopt;
  }

  void element(size_t at) {
    const HtmlNode& node = tree_[at];
    Context inner = open_.back();
    inner.end = node.end;
    scope(node, inner);
    const Marks marks = marks_of(node);
    auto rels = expanded_all(marks.rel, inner, !marks.property);
    auto revs = expanded_all(marks.rev, inner, !marks.property);
    if (!marks.property && rels.empty() && revs.empty() && !marks.type_of && !marks.about && !marks.resource) {
      if (inner.vocabulary != open_.back().vocabulary || inner.language != open_.back().language ||
          inner.prefixes != open_.back().prefixes) {
        open_.push_back(std::move(inner));
      }
      return;
    }
    statements(at, marks, rels, revs, std::move(inner));
  }

  void statements(size_t at, const Marks& marks, const std::vector<std::string>& rels,
                  const std::vector<std::string>& revs, Context inner) {
    const HtmlNode& node = tree_[at];
    const Context& outer = open_.back();
    const bool related = !rels.empty() || !revs.empty();
    const bool root = at == 0 || node.tag == Tag::kHead || node.tag == Tag::kBody;
    Text about = reference(marks.about, inner);
    Text subject = about, object, typed;
    bool silent = false;
    if (!related && marks.property && !marks.content && !marks.datatype) {
      if (!subject) subject = outer.object;
      if (marks.type_of) {
        typed = about ? about : root ? Text(outer.object) : target(marks, inner);
        if (!typed) typed = unnamed();
        object = typed;
      }
    } else if (!related) {
      if (!subject) subject = target(marks, inner);
      if (!subject && root) subject = outer.object;
      if (!subject && marks.type_of) subject = unnamed();
      if (!subject) {
        subject = outer.object;
        silent = !marks.property;
      }
      if (marks.type_of) typed = subject;
    } else {
      if (!subject) subject = outer.object;
      object = target(marks, inner);
      if (!object && marks.type_of && !about) object = unnamed();
      if (marks.type_of) typed = about ? about : object;
    }
    if (typed) {
      for (std::string& type : expanded_all(marks.type_of, inner)) add_type(*typed, std::move(type));
    }
    std::vector<Pending> pending;
    for (const std::string& rel : rels) {
      if (object) link(*subject, rel, *object);
      if (!object) pending.push_back({rel, true});
    }
    for (const std::string& rev : revs) {
      if (object) link(*object, rev, *subject);
      if (!object) pending.push_back({rev, false});
    }
    if (related && !object) object = unnamed();
    if (marks.property) literal(at, marks, related, about, typed, *subject, inner);
    if (!silent) {
      for (const Pending& waiting : outer.pending) {
        if (waiting.forward) link(outer.subject, waiting.relation, *subject);
        if (!waiting.forward) link(*subject, waiting.relation, outer.subject);
      }
      inner.subject = *subject;
      inner.object = object.value_or(*subject);
      inner.pending = std::move(pending);
    }
    open_.push_back(std::move(inner));
  }

  void literal(size_t at, const Marks& marks, bool related, const Text& about, const Text& typed,
               const std::string& subject, const Context& context) {
    DataValue value{{}, kNoItem, false, {}, {}};
    auto words = [&]() -> std::string {
      if (marks.content) return one_line(*marks.content);
      if (marks.datetime) return one_line(*marks.datetime);
      if (literals_ > kLiteralLimit) return {};
      std::string text = element_text(tree_, at);
      literals_ += text.size();
      return text;
    };
    Text reached = related ? Text() : target(marks, context);
    if (marks.datatype && !marks.datatype->empty()) {
      value.text = words();
      value.datatype = expanded(one_line(*marks.datatype), context, true).value_or("");
    } else if (marks.datatype || marks.content || marks.datetime) {
      value.text = words();
      value.language = context.language;
    } else if (reached && !typed) {
      value.text = *reached;
      value.is_address = true;
    } else if (typed && !about) {
      value.text = *typed;
      value.is_address = true;
    } else {
      value.text = words();
      value.language = context.language;
    }
    for (const std::string& name : expanded_all(marks.property, context)) data_.add(item_of(subject), name, value);
  }

  void link(const std::string& from, const std::string& relation, const std::string& to) {
    data_.add(item_of(from), relation, {.text = to, .is_address = true, .language = {}, .datatype = {}});
  }

  void add_type(const std::string& of, std::string type) {
    uint32_t index = item_of(of);
    if (index != kNoItem) data_.items[index].types.push_back(std::move(type));
  }

  uint32_t item_of(const std::string& subject) {
    auto [known, is_new] = items_.try_emplace(subject, kNoItem);
    if (is_new) known->second = data_.add(DataItem{Source::kRdfa, true, {}, subject, {}});
    return known->second;
  }

  const HtmlTree& tree_;
  StructuredData& data_;
  std::vector<Context> open_;
  std::unordered_map<std::string, uint32_t> items_;
  size_t unnamed_ = 0, literals_ = 0;
};

}  // namespace

void add_rdfa(const HtmlTree& tree, StructuredData& data) { Reader(tree, data).run(); }

}  // namespace sumario::page
