#include "read/syntax/tree_repair.h"

#include <string>
#include <string_view>
#include <vector>

#include "base/ascii.h"
#include "read/syntax/tree.h"

namespace sumario::read {
namespace {

bool is_vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

// One short vowel before one consonant that English doubles: "rap", "rapped".
bool doubles_its_consonant(std::string_view verb) {
  size_t vowel = verb.find_first_of("aeiou");
  if (vowel == verb.npos || vowel + 2 != verb.size()) return false;
  return std::string_view("wxys").find(verb.back()) == std::string_view::npos && !is_vowel(verb.back());
}

// "Raped" is no form of "rap", nor "fined" of "fin", nor "hopes" of "hop": the lemma has lost its "e".
void mend_lemmas(nlp::Analysis& analysis) {
  for (nlp::Token& token : analysis.tokens) {
    std::string_view word = analysis.words(token);
    if (token.tag.substr(0, 2) != "VB" || word.size() < token.lemma.size() + 2 || !doubles_its_consonant(token.lemma))
      continue;
    std::string_view ending = word.substr(token.lemma.size());
    if (ending == "ed" || ending == "es" || ending == "ing")
      token.lemma = analysis.keep(std::string(token.lemma) + "e");
  }
}

// "Jailed leader": an adjective to the parser, and yet told of somebody who was jailed.
void mend_participial_adjectives(const Lexicon& valency, nlp::Analysis& analysis) {
  for (nlp::Token& token : analysis.tokens) {
    if (token.tag != "JJ" || token.dep != "amod") continue;
    const std::string word = ascii_lowered(analysis.words(token));
    if (word.size() < 5 || !word.ends_with("ed")) continue;
    for (size_t cut : {2u, 1u}) {
      const std::string* features = valency.find(word.substr(0, word.size() - cut));
      if (!features || !features->starts_with("passive") || features->starts_with("passive:")) continue;
      token.tag = "VBN", token.pos = nlp::Pos::kVerb;
      token.lemma = analysis.keep(word.substr(0, word.size() - cut));
      break;
    }
  }
}

void write(const std::vector<TreeEdit>& edits, nlp::Analysis& analysis) {
  for (const TreeEdit& edit : edits) {
    nlp::Token& token = analysis.tokens[static_cast<size_t>(edit.token)];
    token.head = edit.head, token.dep = edit.dep, token.tag = edit.tag;
  }
}

}  // namespace

Result<TreeRepair> TreeRepair::load(const std::filesystem::path& knowledge) {
  auto valency = Lexicon::load(knowledge / "lexicons/valency.txt");
  if (!valency) return tl::unexpected(valency.error());
  auto offences = Lexicon::load(knowledge / "lexicons/offences.txt");
  if (!offences) return tl::unexpected(offences.error());
  return TreeRepair({std::move(*valency), std::move(*offences)});
}

void TreeRepair::apply(nlp::Analysis& analysis) const {
  mend_lemmas(analysis);
  mend_participial_adjectives(known_.valency, analysis);
  write(mend_openings(Tree(analysis), known_), analysis);
  write(mend_structure(Tree(analysis), known_), analysis);
  write(mend_participles(Tree(analysis), known_), analysis);
  write(mend_voice(Tree(analysis), known_), analysis);
}

}  // namespace sumario::read
