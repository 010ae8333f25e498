#include "read/names/discourse.h"

namespace sumario::read {

using nlp::Pos;

std::vector<int> quotation_of_token(const Tree& tree) {
  std::vector<int> quotation(static_cast<size_t>(tree.size()), 0);
  int open = 0, count = 0;
  for (int i = 0; i < tree.size(); ++i) {
    if (i > 0 && broken_between(tree, i - 1, i)) {  // a paragraph ends; so does what was left open
      std::string_view text = tree.analysis().text;
      ByteRange gap{tree.token(i - 1).range.start, tree.token(i).range.start};
      if (words_of(text, gap).find('\n') != text.npos) open = 0;
    }
    std::string_view word = tree.words(i);
    bool starts = word == "“" || word == "«" || word == "„";
    bool ends = word == "”" || word == "»";
    if (word == "\"" || word == "''" || word == "``") (open ? ends : starts) = true;
    if (starts) open = ++count;
    quotation[static_cast<size_t>(i)] = open;
    if (ends) open = 0;
  }
  return quotation;
}

bool heads_clause(const Tree& tree, int token) {
  Pos pos = tree.pos(token);
  if (pos != Pos::kVerb && pos != Pos::kAux) return false;
  Dep dep = tree.dep(token);
  return dep != Dep::kAux && dep != Dep::kAuxpass && dep != Dep::kAmod && dep != Dep::kCompound;
}

int clause_of(const Tree& tree, int token) {
  int i = token;
  do {
    if (tree.is_root(i)) return heads_clause(tree, i) ? i : -1;
    i = tree.head(i);
  } while (!heads_clause(tree, i));
  return i;
}

int subject_of(const Tree& tree, int verb) {
  for (int steps = 0; verb >= 0 && steps < 8; ++steps) {
    for (Dep dep : {Dep::kNsubj, Dep::kNsubjpass})
      if (int subject = tree.child(verb, dep); subject >= 0) return subject;
    Dep dep = tree.dep(verb);
    if (tree.is_root(verb) || (dep != Dep::kConj && dep != Dep::kXcomp)) return -1;
    verb = tree.head(verb);
  }
  return -1;
}

}  // namespace sumario::read
