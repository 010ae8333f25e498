// The tables of a lemmatizer, by coarse tag, and the two classes of rules that read them.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "base/result.h"
#include "nlp/analysis.h"
#include "nlp/lexeme.h"
#include "nlp/strings.h"

namespace sumario::nlp {

// Tables of one coarse tag.
struct LemmaRules {
  std::vector<std::pair<std::string, std::string>> suffixes;           // ending, what replaces it; in file order
  StringMap<std::vector<std::string>> exceptions;                      // form to lemmas
  std::unordered_set<std::string, StringHash, std::equal_to<>> known;  // lemmas known to exist
};

struct LemmaTables {
  std::array<LemmaRules, 21> by_pos;                 // indexed by Pos
  std::unordered_map<StringId, std::string> lookup;  // first lemma of a word form
  bool has_rules = false;

  // `file` names the bytes in messages. kDamaged names file and table.
  static Result<LemmaTables> load(std::string_view bytes, const std::string& file);

  // spaCy's common class, with the English test for base forms.
  std::string english(const Lexeme& word, Pos pos, std::string_view morph) const;
  // spaCy's French class.
  std::string french(const Lexeme& word, Pos pos) const;
  std::string looked_up(std::string_view text) const;

 private:
  const LemmaRules& of(Pos pos) const { return by_pos[static_cast<size_t>(pos)]; }
};

}  // namespace sumario::nlp
