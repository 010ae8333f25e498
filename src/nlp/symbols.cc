// The strings spaCy numbers by hand. They are part of its model format: a pipeline's tables are keyed by these numbers
// and not by the hashes of the names. Source: spacy/symbols.pyx, spacy/attrs.pxd, spacy/parts_of_speech.pxd.
#include <array>
#include <charconv>
#include <unordered_map>

#include "nlp/strings.h"

namespace sumario::nlp {
namespace {

constexpr StringId kFirstFlag = 1, kFirstNumberedFlag = 19, kFirstAttribute = 64, kFirstDeprecated = 104,
                   kFirstLabel = 380;

constexpr std::array<std::string_view, 18> kFlags = {
    "IS_ALPHA",          "IS_ASCII",   "IS_DIGIT", "IS_LOWER",      "IS_PUNCT",       "IS_SPACE",
    "IS_TITLE",          "IS_UPPER",   "LIKE_URL", "LIKE_NUM",      "LIKE_EMAIL",     "IS_STOP",
    "IS_OOV_DEPRECATED", "IS_BRACKET", "IS_QUOTE", "IS_LEFT_PUNCT", "IS_RIGHT_PUNCT", "IS_CURRENCY"};

constexpr std::array<std::string_view, 40> kAttributes = {
    "ID",   "ORTH", "LOWER", "NORM",    "SHAPE",    "PREFIX", "SUFFIX",     "LENGTH", "CLUSTER", "LEMMA",
    "POS",  "TAG",  "DEP",   "ENT_IOB", "ENT_TYPE", "HEAD",   "SENT_START", "SPACY",  "PROB",    "LANG",
    "ADJ",  "ADP",  "ADV",   "AUX",     "CONJ",     "CCONJ",  "DET",        "INTJ",   "NOUN",    "NUM",
    "PART", "PRON", "PROPN", "PUNCT",   "SCONJ",    "SYM",    "VERB",       "X",      "EOL",     "SPACE"};

constexpr std::array<std::string_view, 77> kLabels = {
    "PERSON",    "NORP",  "FACILITY",  "ORG",      "GPE",     "LOC",       "PRODUCT",   "EVENT",      "WORK_OF_ART",
    "LANGUAGE",  "LAW",   "DATE",      "TIME",     "PERCENT", "MONEY",     "QUANTITY",  "ORDINAL",    "CARDINAL",
    "acomp",     "advcl", "advmod",    "agent",    "amod",    "appos",     "attr",      "aux",        "auxpass",
    "cc",        "ccomp", "complm",    "conj",     "cop",     "csubj",     "csubjpass", "dep",        "det",
    "dobj",      "expl",  "hmod",      "hyph",     "infmod",  "intj",      "iobj",      "mark",       "meta",
    "neg",       "nmod",  "nn",        "npadvmod", "nsubj",   "nsubjpass", "num",       "number",     "oprd",
    "obj",       "obl",   "parataxis", "partmod",  "pcomp",   "pobj",      "poss",      "possessive", "preconj",
    "prep",      "prt",   "punct",     "quantmod", "relcl",   "rcmod",     "root",      "xcomp",      "acl",
    "ENT_KB_ID", "MORPH", "ENT_ID",    "IDX",      "_"};

using SymbolTable = std::unordered_map<std::string_view, StringId>;

SymbolTable make_table() {
  SymbolTable table;
  auto add = [&table](const auto& names, StringId first) {
    for (std::string_view name : names) table.emplace(name, first++);
  };
  add(kFlags, kFirstFlag);
  add(kAttributes, kFirstAttribute);
  add(kLabels, kFirstLabel);
  return table;
}

// The number of `stem` followed by exactly `digits` digits that lie in [low, high]; 0 for any other text.
unsigned numbered(std::string_view text, std::string_view stem, size_t digits, unsigned low, unsigned high) {
  if (text.size() != stem.size() + digits || !text.starts_with(stem)) return 0;
  unsigned value = 0;
  auto [end, error] = std::from_chars(text.data() + stem.size(), text.data() + text.size(), value);
  bool whole = error == std::errc() && end == text.data() + text.size();
  return whole && value >= low && value <= high ? value : 0;
}

}  // namespace

StringId symbol_number(std::string_view text) {
  static const SymbolTable table = make_table();
  if (unsigned flag = numbered(text, "FLAG", 2, 19, 63)) return kFirstNumberedFlag + flag - 19;
  if (unsigned rank = numbered(text, "DEPRECATED", 3, 1, 276)) return kFirstDeprecated + rank - 1;
  auto found = table.find(text);
  return found == table.end() ? 0 : found->second;
}

}  // namespace sumario::nlp
