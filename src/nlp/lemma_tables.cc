#include "nlp/lemma_tables.h"

#include <algorithm>

#include "nlp/characters.h"
#include "nlp/lookups.h"

namespace sumario::nlp {
namespace {

// Coarse tags by the string id of their lower-cased name, which is how the tables are keyed.
std::unordered_map<StringId, Pos> pos_by_id() {
  std::unordered_map<StringId, Pos> ids;
  for (size_t i = 1; i <= static_cast<size_t>(Pos::kSpace); ++i)
    ids.emplace(string_id(lower(name_of(static_cast<Pos>(i)))), static_cast<Pos>(i));
  return ids;
}

Result<std::vector<std::string>> strings_of(const MsgpackValue& value) {
  auto elements = value.elements();
  if (!elements) return tl::unexpected(elements.error());
  std::vector<std::string> strings;
  strings.reserve(elements->size());
  for (const MsgpackValue& element : *elements) {
    auto text = element.string();
    if (!text) return tl::unexpected(text.error());
    strings.emplace_back(*text);
  }
  return strings;
}

Result<void> read_suffixes(const MsgpackValue& value, LemmaRules& rules) {
  auto pairs = value.elements();
  if (!pairs) return tl::unexpected(pairs.error());
  for (const MsgpackValue& pair : *pairs) {
    auto parts = strings_of(pair);
    if (!parts) return tl::unexpected(parts.error());
    if (parts->size() != 2) return pair.damaged("is no pair of endings");
    rules.suffixes.emplace_back(std::move((*parts)[0]), std::move((*parts)[1]));
  }
  return {};
}

Result<void> read_exceptions(const MsgpackValue& value, LemmaRules& rules) {
  auto entries = value.entries();
  if (!entries) return tl::unexpected(entries.error());
  for (const auto& [key, lemmas] : *entries) {
    auto form = key.string();
    if (!form) return tl::unexpected(form.error());
    auto list = strings_of(lemmas);
    if (!list) return tl::unexpected(list.error());
    rules.exceptions.emplace(*form, std::move(*list));
  }
  return {};
}

// A list of lemmas, or a map whose keys they are.
Result<void> read_index(const MsgpackValue& value, LemmaRules& rules) {
  if (value.is_map()) {
    auto entries = value.entries();
    if (!entries) return tl::unexpected(entries.error());
    for (const auto& entry : *entries) {
      auto lemma = entry.first.string();
      if (!lemma) return tl::unexpected(lemma.error());
      rules.known.emplace(*lemma);
    }
    return {};
  }
  auto elements = value.elements();
  if (!elements) return tl::unexpected(elements.error());
  rules.known.reserve(elements->size());
  for (const MsgpackValue& element : *elements) {
    auto lemma = element.string();
    if (!lemma) return tl::unexpected(lemma.error());
    rules.known.emplace(*lemma);
  }
  return {};
}

bool has_feature(std::string_view morph, std::string_view feature) {
  for (size_t start = 0; start < morph.size();) {
    size_t end = std::min(morph.find('|', start), morph.size());
    if (morph.substr(start, end - start) == feature) return true;
    start = end + 1;
  }
  return false;
}

bool has_field(std::string_view morph, std::string_view field_equals) {
  return morph.starts_with(field_equals) || morph.find("|" + std::string(field_equals)) != std::string_view::npos;
}

// Whether English inflects this word at all. Source: spacy/lang/en/lemmatizer.py.
bool is_english_base_form(Pos pos, std::string_view morph) {
  if (pos == Pos::kNoun && has_feature(morph, "Number=Sing")) return true;
  if (pos == Pos::kVerb && has_feature(morph, "VerbForm=Fin") && has_feature(morph, "Tense=Pres") &&
      !has_field(morph, "Number="))
    return true;
  return has_feature(morph, "VerbForm=Inf") || has_feature(morph, "VerbForm=None") || has_feature(morph, "Degree=Pos");
}

bool without_lemma(Pos pos) { return pos == Pos::kNone || pos == Pos::kEol || pos == Pos::kSpace; }

}  // namespace

Result<LemmaTables> LemmaTables::load(std::string_view bytes, const std::string& file) {
  auto lookups = Lookups::load(bytes, file);
  if (!lookups) return tl::unexpected(lookups.error());
  LemmaTables tables;
  tables.has_rules = lookups->has("lemma_rules");
  const auto pos_of = pos_by_id();
  using Read = Result<void> (*)(const MsgpackValue&, LemmaRules&);
  const std::pair<std::string_view, Read> kinds[] = {
      {"lemma_rules", read_suffixes}, {"lemma_exc", read_exceptions}, {"lemma_index", read_index}};
  for (const auto& [name, read] : kinds) {
    auto done = lookups->for_each(name, [&](StringId id, const MsgpackValue& value) -> Result<void> {
      auto pos = pos_of.find(id);
      if (pos == pos_of.end()) return {};  // a tag no token can have
      return read(value, tables.by_pos[static_cast<size_t>(pos->second)]);
    });
    if (!done) return tl::unexpected(done.error());
  }
  auto done = lookups->for_each("lemma_lookup", [&](StringId id, const MsgpackValue& value) -> Result<void> {
    auto lemma = value.is_array() ? value.at(size_t{0}).and_then([](MsgpackValue first) { return first.string(); })
                                  : value.string();
    if (!lemma) return tl::unexpected(lemma.error());
    tables.lookup.emplace(id, *lemma);
    return {};
  });
  if (!done) return tl::unexpected(done.error());
  return tables;
}

std::string LemmaTables::english(const Lexeme& word, Pos pos, std::string_view morph) const {
  if (without_lemma(pos) || is_english_base_form(pos, morph)) return std::string(word.lower);
  const LemmaRules& rules = of(pos);
  if (rules.suffixes.empty() && rules.exceptions.empty() && rules.known.empty())
    return std::string(pos == Pos::kPropn ? word.text : word.lower);
  // Exceptions go before what rules make, the last listed first; a later rule's known lemma before an earlier one's;
  // known lemmas before forms with other characters than letters, and those before unknown words.
  std::vector<std::string> forms;
  std::string unknown;
  for (const auto& [ending, replacement] : rules.suffixes) {
    if (!word.lower.ends_with(ending)) continue;
    std::string form(word.lower.substr(0, word.lower.size() - ending.size()));
    form += replacement;
    if (form.empty()) continue;
    if (rules.known.contains(form))
      forms.insert(forms.begin(), std::move(form));
    else if (!all_letters(form))
      forms.push_back(std::move(form));
    else if (unknown.empty())
      unknown = std::move(form);
  }
  if (auto found = rules.exceptions.find(word.lower); found != rules.exceptions.end())
    for (const std::string& lemma : found->second)
      if (std::find(forms.begin(), forms.end(), lemma) == forms.end()) forms.insert(forms.begin(), lemma);
  if (!forms.empty()) return forms.front();
  return unknown.empty() ? std::string(word.text) : unknown;
}

std::string LemmaTables::french(const Lexeme& word, Pos pos) const {
  if (without_lemma(pos)) return std::string(word.lower);
  constexpr Pos kWithRules[] = {Pos::kNoun,  Pos::kVerb, Pos::kAdj,  Pos::kAdp,   Pos::kAdv,  Pos::kAux,
                                Pos::kCconj, Pos::kDet,  Pos::kPron, Pos::kPunct, Pos::kSconj};
  if (!has_rules || std::find(std::begin(kWithRules), std::end(kWithRules), pos) == std::end(kWithRules))
    return looked_up(word.text);
  const LemmaRules& rules = of(pos);
  if (rules.known.contains(word.lower)) return std::string(word.lower);
  auto exception = rules.exceptions.find(word.lower);
  if (exception != rules.exceptions.end() && !exception->second.empty()) return exception->second.front();
  std::string unknown;
  for (const auto& [ending, replacement] : rules.suffixes) {
    if (!word.lower.ends_with(ending)) continue;
    std::string form(word.lower.substr(0, word.lower.size() - ending.size()));
    form += replacement;
    if (form.empty()) continue;
    if (rules.known.contains(form) || !all_letters(form)) return form;
    if (unknown.empty()) unknown = std::move(form);
  }
  return unknown.empty() ? looked_up(word.lower) : unknown;
}

std::string LemmaTables::looked_up(std::string_view text) const {
  auto found = lookup.find(string_id(text));
  return found == lookup.end() ? std::string(text) : found->second;
}

}  // namespace sumario::nlp
