#include "nlp/doc_json.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "nlp/characters.h"

namespace sumario::nlp {
namespace {

using Json = nlohmann::ordered_json;

// Turns ascending byte offsets into code-point offsets in one pass.
class CodePoints {
 public:
  explicit CodePoints(std::string_view text) : text_(text) {}
  size_t before(uint32_t byte) {
    count_ += count_characters(text_.substr(at_, byte - at_));
    at_ = byte;
    return count_;
  }

 private:
  std::string_view text_;
  size_t at_ = 0;
  size_t count_ = 0;
};

struct Columns {
  bool tag, pos, morph, lemma, dep;
};

// Which columns hold anything; all of them for a text without tokens, as in spaCy.
Columns columns_of(const std::vector<Token>& tokens) {
  auto any = [&](auto has) { return tokens.empty() || std::any_of(tokens.begin(), tokens.end(), has); };
  return {any([](const Token& t) { return !t.tag.empty(); }), any([](const Token& t) { return t.pos != Pos::kNone; }),
          any([](const Token&) { return true; }), any([](const Token& t) { return !t.lemma.empty(); }),
          any([](const Token& t) { return !t.dep.empty(); })};
}

}  // namespace

std::string doc_json(const Analysis& analysis) {
  const auto& tokens = analysis.tokens;
  CodePoints code_points(analysis.text);
  std::vector<std::pair<size_t, size_t>> spans;  // of tokens, in code points
  spans.reserve(tokens.size());
  for (const Token& token : tokens) {
    size_t start = code_points.before(token.range.start);
    spans.emplace_back(start, code_points.before(token.range.end));
  }
  Json doc = {{"text", analysis.text}, {"ents", Json::array()}, {"sents", Json::array()}};
  for (const EntitySpan& entity : analysis.entities)
    doc["ents"].push_back({{"start", spans[static_cast<size_t>(entity.begin)].first},
                           {"end", spans[static_cast<size_t>(entity.end) - 1].second},
                           {"label", entity.label}});
  for (size_t i = 0; i < analysis.sentences.size(); ++i) {
    size_t end = i + 1 < analysis.sentences.size() ? static_cast<size_t>(analysis.sentences[i + 1]) : tokens.size();
    doc["sents"].push_back(
        {{"start", spans[static_cast<size_t>(analysis.sentences[i])].first}, {"end", spans[end - 1].second}});
  }
  Columns columns = columns_of(tokens);
  Json list = Json::array();
  for (size_t i = 0; i < tokens.size(); ++i) {
    const Token& token = tokens[i];
    Json entry = {{"id", i}, {"start", spans[i].first}, {"end", spans[i].second}};
    if (columns.tag) entry["tag"] = token.tag;
    if (columns.pos) entry["pos"] = name_of(token.pos);
    if (columns.morph) entry["morph"] = token.morph;
    if (columns.lemma) entry["lemma"] = token.lemma;
    if (columns.dep) {
      entry["dep"] = token.dep;
      entry["head"] = token.head;
    }
    list.push_back(std::move(entry));
  }
  doc["tokens"] = std::move(list);
  return doc.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace sumario::nlp
