// Dictionary forms by tables and suffix rules. Source: spacy/pipeline/lemmatizer.py, spacy/lang/{en,fr}/lemmatizer.py.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "base/result.h"
#include "nlp/analysis.h"
#include "nlp/lexeme.h"

namespace sumario::nlp {

// Remembers the lemma of every (word type, coarse tag, morphology) met. One per worker; bounded; call clear() whenever
// the lexeme table it is used with was emptied.
class LemmaScratch {
 public:
  LemmaScratch();
  ~LemmaScratch();
  void clear();
  struct State;
  std::unique_ptr<State> state;
};

// Immutable after loading; one const lemmatizer serves all threads.
class Lemmatizer {
 public:
  // `bytes` is the content of lemmatizer/lookups/lookups.bin, `file` its name for messages; `mode` is "rule" or
  // "lookup"
  // ([components.lemmatizer] mode of config.cfg); `language` chooses the class: rule mode is known for "en" and "fr".
  // Any other language in rule mode is kUnsupported: its class is code that the directory does not hold, and a lemma
  // made by another language's rules would be wrong without saying so. kDamaged names the file and the table.
  static Result<Lemmatizer> load(std::string_view bytes, const std::string& file, std::string_view mode,
                                 std::string_view language);
  Lemmatizer(Lemmatizer&&) noexcept;
  Lemmatizer& operator=(Lemmatizer&&) noexcept;
  ~Lemmatizer();

  // Sets the lemma of the tokens [begin, end) of `analysis` that have none. `lexemes` holds the word type of each of
  // these tokens. Lemmas are kept in the analysis' arena or the lemmatizer's tables.
  void lemmatise(Analysis& analysis, size_t begin, size_t end, std::span<const uint32_t> lexemes,
                 const LexemeTable& table, LemmaScratch& scratch) const;

 private:
  struct Tables;
  explicit Lemmatizer(std::unique_ptr<const Tables> tables);
  std::unique_ptr<const Tables> tables_;
};

}  // namespace sumario::nlp
