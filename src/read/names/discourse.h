// The people a reader of the text has in mind, sentence by sentence: what pronouns choose from.
#pragma once

#include <optional>
#include <vector>

#include "read/names/draft.h"

namespace sumario::read {

// One place where a person is mentioned. Unnamed people ("the officer") have a referent of their own, below -1.
struct Occurrence {
  int head = 0;
  TokenSpan span;
  int referent = -1;
  std::optional<Gender> gender;
  bool plural = false;
};

// Quotation marks paired per paragraph: for every token the number of the quotation it stands in, 0 outside of any.
std::vector<int> quotation_of_token(const Tree& tree);

// The verb (or other head) of the clause that token stands in, and the subject of a clause, looking through joined
// verbs ("Lee came and left"); -1 where there is none.
int clause_of(const Tree& tree, int token);
int subject_of(const Tree& tree, int verb);
// True for a verb or auxiliary that heads a clause.
bool heads_clause(const Tree& tree, int token);

}  // namespace sumario::read
