// Word lists kept as text. A lexicon file holds one phrase a line, in lower case; after a tab may stand its value:
//     # ranks that belong to a person's name
//     attorney general	office
// Blank lines and lines that start with # are passed over. The same phrase twice is an error.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/string_map.h"
#include "read/syntax/tree.h"

namespace sumario::read {

// Immutable after loading; safe to share.
class Lexicon {
 public:
  // Errors: kNotFound, kUnreadable, kDamaged; the message names the file and the line.
  static Result<Lexicon> load(const std::filesystem::path& file);
  static Result<Lexicon> parse(std::string_view text, std::string_view name);

  bool has(std::string_view phrase) const { return entries_.contains(phrase); }
  // The phrase's value ("" when it has none); nullptr when the phrase is not listed.
  const std::string* find(std::string_view phrase) const;

  struct Match {
    int length = 0;  // tokens; 0: nothing
    const std::string* value = nullptr;
  };
  // The longest listed phrase whose words are the lower-cased tokens from `begin` on, not reaching past `limit`.
  // With `by_lemma` the last word may also be matched by its lemma ("ministers").
  Match match(const Tree& tree, int begin, int limit, bool by_lemma = false) const;

  size_t size() const { return entries_.size(); }
  const StringMap<std::string>& entries() const { return entries_; }

 private:
  StringMap<std::string> entries_;
  std::vector<std::string> sorted_;  // the phrases, so that matching stops at the first word that none goes on with
};

}  // namespace sumario::read
