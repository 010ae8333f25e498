#include <fmt/format.h>

#include "nlp/msgpack.h"
#include "nlp/tokenizer_rules.h"

namespace sumario::nlp {
namespace {

// Numbers of token attributes, the keys of an exception's parts (spacy/attrs.pxd).
constexpr uint64_t kOrth = 65, kNorm = 67;

Result<std::optional<Regex>> pattern(const MsgpackValue& root, std::string_view name) {
  auto field = root.at(name);
  if (!field) return tl::unexpected(field.error());
  if (field->is_nil()) return std::optional<Regex>();
  auto source = field->string();
  if (!source) return tl::unexpected(source.error());
  if (source->empty()) return std::optional<Regex>();
  auto regex = Regex::compile(*source);
  if (!regex) return field->damaged(regex.error().message);
  return std::optional<Regex>(std::move(*regex));
}

struct Part {
  std::string_view orth, norm;
};

Result<Part> exception_part(const MsgpackValue& value) {
  auto entries = value.entries();
  if (!entries) return tl::unexpected(entries.error());
  Part part;
  for (const auto& [key, text] : *entries) {
    auto attribute = key.unsigned_number();
    if (!attribute) return tl::unexpected(attribute.error());
    auto words = text.string();
    if (!words) return tl::unexpected(words.error());
    if (*attribute == kOrth) part.orth = *words;
    if (*attribute == kNorm) part.norm = *words;
  }
  if (part.orth.empty()) return value.damaged("has no ORTH (65)");
  return part;
}

Result<void> read_exception(std::string_view key, const MsgpackValue& value, Tokenizer::Rules& rules) {
  auto parts = value.elements();
  if (!parts) return tl::unexpected(parts.error());
  std::vector<Piece> pieces;
  std::string spelled;
  for (const MsgpackValue& element : *parts) {
    auto part = exception_part(element);
    if (!part) return tl::unexpected(part.error());
    auto start = static_cast<uint32_t>(spelled.size());
    spelled += part->orth;
    std::string_view norm = part->norm.empty() ? std::string_view() : rules.exception_norms.emplace_back(part->norm);
    pieces.push_back({start, static_cast<uint32_t>(spelled.size()), norm});
  }
  if (spelled != key || key.empty()) return value.damaged(fmt::format("does not spell its key \"{}\"", key));
  rules.longest_exception = std::max(rules.longest_exception, key.size());
  rules.exceptions.emplace(key, std::move(pieces));
  return {};
}

Result<void> read_exceptions(const MsgpackValue& root, Tokenizer::Rules& rules) {
  auto field = root.at("exceptions");
  if (!field) return tl::unexpected(field.error());
  auto entries = field->entries();
  if (!entries) return tl::unexpected(entries.error());
  for (const auto& [key, value] : *entries) {
    auto name = key.string();
    if (!name) return tl::unexpected(name.error());
    if (auto read = read_exception(*name, value, rules); !read) return read;
  }
  return {};
}

// Whether affix and infix rules would break `key` up, so that in running text it may arrive in several tokens.
bool may_be_broken(std::string_view key, const Tokenizer::Rules& rules, SplitScratch& scratch) {
  auto non_empty = [&](const std::optional<Regex>& regex) {
    auto match = regex ? regex->search(key, 0, scratch.regex) : std::nullopt;
    return match && match->start < match->end;
  };
  return key.find(' ') != std::string_view::npos || non_empty(rules.prefix) || non_empty(rules.suffix) ||
         (rules.infix && rules.infix->search(key, 0, scratch.regex));
}

void collect_phrases(bool all, Tokenizer::Rules& rules) {
  SplitScratch scratch;
  for (const auto& [key, pieces] : rules.exceptions) {
    if (!all && !may_be_broken(key, rules, scratch)) continue;
    std::vector<std::string_view> phrase;
    Chunk chunk;
    for (uint32_t at = 0; next_chunk(key, at, chunk);) {
      std::string_view text = std::string_view(key).substr(chunk.start, chunk.end - chunk.start);
      std::vector<Piece> parts;
      rules.split(text, false, scratch, parts);
      for (const Piece& part : parts) phrase.push_back(text.substr(part.start, part.end - part.start));
    }
    rules.phrases.add(phrase);
  }
}

}  // namespace

Result<std::unique_ptr<const Tokenizer::Rules>> load_rules(std::string_view bytes, const std::string& file,
                                                           Norms norms) {
  auto document = MsgpackDocument::decode(bytes, file);
  if (!document) return tl::unexpected(document.error());
  MsgpackValue root = (*document)->root();
  auto rules = std::make_unique<Tokenizer::Rules>();
  rules->norms = std::move(norms);
  const std::pair<std::string_view, std::optional<Regex>*> patterns[] = {{"prefix_search", &rules->prefix},
                                                                         {"suffix_search", &rules->suffix},
                                                                         {"infix_finditer", &rules->infix},
                                                                         {"token_match", &rules->token_match},
                                                                         {"url_match", &rules->url_match}};
  for (const auto& [name, target] : patterns) {
    auto regex = pattern(root, name);
    if (!regex) return tl::unexpected(regex.error());
    *target = std::move(*regex);
  }
  if (auto read = read_exceptions(root, *rules); !read) return tl::unexpected(read.error());
  // Pipelines older than 3.1 do not have the field and look for all exceptions.
  auto faster = root.find("faster_heuristics");
  auto only_broken = faster ? faster->boolean() : Result<bool>(false);
  if (!only_broken) return tl::unexpected(only_broken.error());
  collect_phrases(!*only_broken, *rules);
  return rules;
}

}  // namespace sumario::nlp
