#include "nlp/lemmatizer.h"

#include <fmt/format.h>

#include <unordered_map>

#include "nlp/lemma_tables.h"

namespace sumario::nlp {
namespace {

// Lemmas remembered before starting over.
constexpr size_t kMostKnown = 1 << 16;

enum class LemmaClass : uint8_t { kLookup, kEnglish, kFrench };

}  // namespace

struct Lemmatizer::Tables {
  LemmaTables tables;
  LemmaClass kind = LemmaClass::kLookup;

  std::string lemma(const Lexeme& word, Pos pos, std::string_view morph) const {
    switch (kind) {
      case LemmaClass::kEnglish:
        return tables.english(word, pos, morph);
      case LemmaClass::kFrench:
        return tables.french(word, pos);
      case LemmaClass::kLookup:
        break;
    }
    return tables.looked_up(word.text);
  }
};

struct LemmaScratch::State {
  StringMap<std::string> known;  // by word type, coarse tag and morphology
  std::string key;
};

LemmaScratch::LemmaScratch() : state(std::make_unique<State>()) {}
LemmaScratch::~LemmaScratch() = default;
void LemmaScratch::clear() { state->known.clear(); }

Lemmatizer::Lemmatizer(std::unique_ptr<const Tables> tables) : tables_(std::move(tables)) {}
Lemmatizer::Lemmatizer(Lemmatizer&&) noexcept = default;
Lemmatizer& Lemmatizer::operator=(Lemmatizer&&) noexcept = default;
Lemmatizer::~Lemmatizer() = default;

Result<Lemmatizer> Lemmatizer::load(std::string_view bytes, const std::string& file, std::string_view mode,
                                    std::string_view language) {
  auto tables = std::make_unique<Tables>();
  if (mode == "rule" && language == "en") {
    tables->kind = LemmaClass::kEnglish;
  } else if (mode == "rule" && language == "fr") {
    tables->kind = LemmaClass::kFrench;
  } else if (mode != "lookup") {
    return fail(
        ErrorCode::kUnsupported,
        fmt::format("{}: the {} lemmatizer of language \"{}\" is code that the pipeline does not hold; known are "
                    "lookup for any language, rule for en and fr",
                    file, mode, language));
  }
  auto read = LemmaTables::load(bytes, file);
  if (!read) return tl::unexpected(read.error());
  tables->tables = std::move(*read);
  return Lemmatizer(std::move(tables));
}

void Lemmatizer::lemmatise(Analysis& analysis, size_t begin, size_t end, std::span<const uint32_t> lexemes,
                           const LexemeTable& table, LemmaScratch& scratch) const {
  auto& state = *scratch.state;
  if (state.known.size() > kMostKnown) state.known.clear();
  for (size_t i = begin; i < end; ++i) {
    Token& token = analysis.tokens[i];
    if (!token.lemma.empty()) continue;
    uint32_t lexeme = lexemes[i - begin];
    state.key.assign(reinterpret_cast<const char*>(&lexeme), sizeof lexeme);
    state.key.append(1, static_cast<char>(token.pos)).append(token.morph);
    auto [found, fresh] = state.known.try_emplace(state.key);
    if (fresh) found->second = tables_->lemma(table[lexeme], token.pos, token.morph);
    token.lemma = analysis.keep(found->second);
  }
}

}  // namespace sumario::nlp
