#include "nlp/attribute_ruler.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <tuple>
#include <unordered_map>

#include "nlp/msgpack.h"
#include "nlp/regex.h"

namespace sumario::nlp {
namespace {

// The attributes a pattern may ask for.
enum class Key : uint8_t { kTag, kPos, kLower, kDep, kIsSpace };
constexpr std::array<std::string_view, 5> kKeys = {"TAG", "POS", "LOWER", "DEP", "IS_SPACE"};

// Kinds of token remembered before starting over.
constexpr size_t kMostKnown = 1 << 16;

// One condition on one attribute. IS_SPACE is compared as "1" or "0".
struct Condition {
  Key key;
  enum class Kind : uint8_t { kIn, kNotIn, kRegex } kind = Kind::kIn;
  std::vector<std::string> values;
  std::optional<Regex> regex;
};

// All conditions hold of one token.
using TokenSpec = std::vector<Condition>;

// What an entry writes; a view of nothing (null data) leaves the field alone.
struct Attributes {
  std::optional<std::string> tag, morph, lemma, dep;
  std::optional<Pos> pos;

  void write(Token& token) const {
    if (tag) token.tag = *tag;
    if (morph) token.morph = *morph;
    if (lemma) token.lemma = *lemma;
    if (dep) token.dep = *dep;
    if (pos) token.pos = *pos;
  }
};

struct Pattern {
  uint32_t entry;
  uint32_t target;  // which of its tokens is written to
  std::vector<TokenSpec> tokens;
};

// One token's values as conditions see them.
struct Values {
  std::array<std::string_view, kKeys.size()> of;
};

bool holds(const Condition& condition, const Values& values, RegexScratch& scratch) {
  std::string_view value = values.of[static_cast<size_t>(condition.key)];
  if (condition.kind == Condition::Kind::kRegex) return condition.regex->search(value, 0, scratch).has_value();
  bool listed = std::find(condition.values.begin(), condition.values.end(), value) != condition.values.end();
  return listed == (condition.kind == Condition::Kind::kIn);
}

bool holds(const TokenSpec& spec, const Values& values, RegexScratch& scratch) {
  return std::all_of(spec.begin(), spec.end(),
                     [&](const Condition& condition) { return holds(condition, values, scratch); });
}

Result<std::vector<std::string>> strings_of(const MsgpackValue& value) {
  auto elements = value.elements();
  if (!elements) return tl::unexpected(elements.error());
  std::vector<std::string> strings;
  for (const MsgpackValue& element : *elements) {
    auto text = element.string();
    if (!text) return tl::unexpected(text.error());
    strings.emplace_back(*text);
  }
  return strings;
}

tl::unexpected<Error> unsupported(const MsgpackValue& at, std::string_view what) {
  tl::unexpected<Error> error = at.damaged(what);
  error.value().code = ErrorCode::kUnsupported;
  return error;
}

Result<Condition> read_operator(Key key, const MsgpackValue& value) {
  auto entries = value.entries();
  if (!entries) return tl::unexpected(entries.error());
  if (entries->size() != 1) return unsupported(value, "does not hold exactly one operator");
  auto name = entries->front().first.string();
  if (!name) return tl::unexpected(name.error());
  const MsgpackValue& operand = entries->front().second;
  Condition condition{key, Condition::Kind::kIn, {}, std::nullopt};
  if (*name == "REGEX") {
    auto source = operand.string();
    if (!source) return tl::unexpected(source.error());
    auto regex = Regex::compile(*source);
    if (!regex) return operand.damaged(regex.error().message);
    condition.kind = Condition::Kind::kRegex;
    condition.regex = std::move(*regex);
    return condition;
  }
  if (*name != "IN" && *name != "NOT_IN") return unsupported(value, fmt::format("has the unknown operator {}", *name));
  if (*name == "NOT_IN") condition.kind = Condition::Kind::kNotIn;
  auto values = strings_of(operand);
  if (!values) return tl::unexpected(values.error());
  condition.values = std::move(*values);
  return condition;
}

Result<Condition> read_condition(std::string_view name, const MsgpackValue& value) {
  auto found = std::find(kKeys.begin(), kKeys.end(), name);
  if (found == kKeys.end()) return unsupported(value, fmt::format("asks for {}, which no rule here knows", name));
  auto key = static_cast<Key>(found - kKeys.begin());
  if (value.is_map()) return read_operator(key, value);
  Condition condition{key, Condition::Kind::kIn, {}, std::nullopt};
  if (key == Key::kIsSpace) {
    auto wanted = value.boolean();
    if (!wanted) return tl::unexpected(wanted.error());
    condition.values = {*wanted ? "1" : "0"};
  } else {
    auto wanted = value.string();
    if (!wanted) return tl::unexpected(wanted.error());
    condition.values = {std::string(*wanted)};
  }
  return condition;
}

Result<TokenSpec> read_spec(const MsgpackValue& value) {
  auto entries = value.entries();
  if (!entries) return tl::unexpected(entries.error());
  TokenSpec spec;
  for (const auto& [key, wanted] : *entries) {
    auto name = key.string();
    if (!name) return tl::unexpected(name.error());
    if (*name == "OP") return unsupported(value, "has a quantifier");
    auto condition = read_condition(*name, wanted);
    if (!condition) return tl::unexpected(condition.error());
    spec.push_back(std::move(*condition));
  }
  return spec;
}

Result<Attributes> read_attributes(const MsgpackValue& value) {
  auto entries = value.entries();
  if (!entries) return tl::unexpected(entries.error());
  Attributes attributes;
  for (const auto& [key, written] : *entries) {
    auto name = key.string();
    if (!name) return tl::unexpected(name.error());
    auto text = written.string();
    if (!text) return tl::unexpected(text.error());
    if (*name == "TAG") {
      attributes.tag = *text;
    } else if (*name == "MORPH") {
      attributes.morph = normal_morph(*text);
    } else if (*name == "LEMMA") {
      attributes.lemma = *text;
    } else if (*name == "DEP") {
      attributes.dep = *text;
    } else if (*name == "POS") {
      attributes.pos = pos_named(*text);
      if (!attributes.pos) return written.damaged(fmt::format("is no coarse tag: {}", *text));
    } else {
      return unsupported(written, fmt::format("writes {}, which no rule here knows", *name));
    }
  }
  return attributes;
}

}  // namespace

struct AttributeRuler::Entries {
  std::vector<Attributes> attributes;  // of each entry
  std::vector<Pattern> single;         // patterns of one token, ascending by entry
  std::vector<Pattern> longer;         // all others

  // Reads one entry of the file, number `entry`.
  Result<void> read(uint32_t entry, const MsgpackValue& value);
};

Result<void> AttributeRuler::Entries::read(uint32_t entry, const MsgpackValue& value) {
  auto attrs = value.at("attrs");
  if (!attrs) return tl::unexpected(attrs.error());
  auto written = read_attributes(*attrs);
  if (!written) return tl::unexpected(written.error());
  auto index_field = value.at("index");
  if (!index_field) return tl::unexpected(index_field.error());
  auto index = index_field->number();
  if (!index) return tl::unexpected(index.error());
  auto patterns_field = value.at("patterns");
  if (!patterns_field) return tl::unexpected(patterns_field.error());
  auto patterns = patterns_field->elements();
  if (!patterns) return tl::unexpected(patterns.error());
  attributes.push_back(std::move(*written));
  for (const MsgpackValue& pattern_value : *patterns) {
    auto specs = pattern_value.elements();
    if (!specs) return tl::unexpected(specs.error());
    Pattern pattern{entry, 0, {}};
    for (const MsgpackValue& spec_value : *specs) {
      auto spec = read_spec(spec_value);
      if (!spec) return tl::unexpected(spec.error());
      pattern.tokens.push_back(std::move(*spec));
    }
    auto length = static_cast<int64_t>(pattern.tokens.size());
    int64_t target = *index < 0 ? length + *index : *index;
    if (target < 0 || target >= length) return index_field->damaged("lies outside of a pattern");
    pattern.target = static_cast<uint32_t>(target);
    (length == 1 ? single : longer).push_back(std::move(pattern));
  }
  return {};
}

// What is known of a kind of token: (TAG, POS, LOWER, DEP, IS_SPACE).
struct Fires {
  std::vector<uint32_t> entries;                      // of single-token patterns, ascending
  std::vector<std::pair<uint32_t, uint32_t>> longer;  // (pattern, place in it) whose spec the token meets
};

struct RulerScratch::State {
  RegexScratch regex;
  std::unordered_map<std::string, Fires> known;
  std::string key;
  std::vector<const Fires*> fires;  // of each token at work
  struct Match {
    uint32_t entry, start, end, target;
  };
  std::vector<Match> matches;  // of longer patterns
};

RulerScratch::RulerScratch() : state(std::make_unique<State>()) {}
RulerScratch::~RulerScratch() = default;
void RulerScratch::clear() { state->known.clear(); }

AttributeRuler::AttributeRuler(std::unique_ptr<const Entries> entries) : entries_(std::move(entries)) {}
AttributeRuler::AttributeRuler(AttributeRuler&&) noexcept = default;
AttributeRuler& AttributeRuler::operator=(AttributeRuler&&) noexcept = default;
AttributeRuler::~AttributeRuler() = default;

Result<AttributeRuler> AttributeRuler::load(std::string_view bytes, const std::string& file) {
  auto document = MsgpackDocument::decode(bytes, file);
  if (!document) return tl::unexpected(document.error());
  auto values = (*document)->root().elements();
  if (!values) return tl::unexpected(values.error());
  auto entries = std::make_unique<Entries>();
  for (uint32_t entry = 0; entry < values->size(); ++entry)
    if (auto read = entries->read(entry, (*values)[entry]); !read) return tl::unexpected(read.error());
  return AttributeRuler(std::move(entries));
}

const Fires& AttributeRuler::fires_on(const Token& token, const Lexeme& lexeme, RulerScratch& scratch) const {
  auto& state = *scratch.state;
  Values values{{token.tag, name_of(token.pos), lexeme.lower, token.dep, lexeme.is_space ? "1" : "0"}};
  state.key.clear();
  for (std::string_view value : values.of) state.key.append(value).append(1, '\0');
  auto [found, fresh] = state.known.try_emplace(state.key);
  Fires& fires = found->second;
  if (!fresh) return fires;
  for (const Pattern& pattern : entries_->single)
    if (holds(pattern.tokens[0], values, state.regex)) fires.entries.push_back(pattern.entry);
  for (uint32_t i = 0; i < entries_->longer.size(); ++i)
    for (uint32_t place = 0; place < entries_->longer[i].tokens.size(); ++place)
      if (holds(entries_->longer[i].tokens[place], values, state.regex)) fires.longer.emplace_back(i, place);
  return fires;
}

// Fills state.matches with the longer patterns that match, from what fires on each token.
void AttributeRuler::match_longer(RulerScratch& scratch) const {
  auto& state = *scratch.state;
  state.matches.clear();
  auto meets = [&](uint32_t token, uint32_t pattern, uint32_t place) {
    const auto& longer = state.fires[token]->longer;
    return std::find(longer.begin(), longer.end(), std::pair(pattern, place)) != longer.end();
  };
  for (uint32_t i = 0; i < state.fires.size(); ++i) {
    for (auto [number, place] : state.fires[i]->longer) {
      const Pattern& pattern = entries_->longer[number];
      auto length = static_cast<uint32_t>(pattern.tokens.size());
      if (place != 0 || i + length > state.fires.size()) continue;
      uint32_t met = 1;
      while (met < length && meets(i + met, number, met)) ++met;
      if (met == length) state.matches.push_back({pattern.entry, i, i + length, i + pattern.target});
    }
  }
}

void AttributeRuler::apply(std::span<Token> tokens, std::span<const uint32_t> lexemes, const LexemeTable& table,
                           RulerScratch& scratch) const {
  auto& state = *scratch.state;
  if (state.known.size() > kMostKnown) state.known.clear();
  state.fires.clear();
  for (size_t i = 0; i < tokens.size(); ++i) state.fires.push_back(&fires_on(tokens[i], table[lexemes[i]], scratch));
  match_longer(scratch);
  // Matches are applied in the order of entries; on one token that is all the order there is, so each token can be
  // finished by itself: its own entries merged with those of the longer patterns that write to it.
  std::sort(state.matches.begin(), state.matches.end(), [](const auto& a, const auto& b) {
    return std::tie(a.target, a.entry, a.start, a.end) < std::tie(b.target, b.entry, b.start, b.end);
  });
  auto match = state.matches.begin();
  for (uint32_t i = 0; i < tokens.size(); ++i) {
    for (uint32_t entry : state.fires[i]->entries) {
      for (; match != state.matches.end() && match->target == i && match->entry < entry; ++match)
        entries_->attributes[match->entry].write(tokens[i]);
      entries_->attributes[entry].write(tokens[i]);
    }
    for (; match != state.matches.end() && match->target == i; ++match)
      entries_->attributes[match->entry].write(tokens[i]);
  }
}

}  // namespace sumario::nlp
