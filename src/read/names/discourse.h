// The people a reader of the text has in mind, sentence by sentence: what pronouns choose from.
#pragma once

#include <optional>
#include <string>
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
  bool subject = false;  // of a clause
};

// Somebody a pronoun may mean.
struct Candidate {
  int referent = -1;
  int last = -1;         // head of the last occurrence before the pronoun
  int distance = 0;      // sentences from there to the pronoun
  bool subject = false;  // the nearest sentence that has the candidate has it as a subject
};

// The people mentioned so far. Filled in text order while pronouns are resolved; borrows the draft.
class Discourse {
 public:
  explicit Discourse(const CastDraft& draft);

  // A name or noun phrase (mention `m`) has been read; a resolved or unresolved pronoun at `token`.
  void see(int m);
  // A capitalised word that may be a name nobody found: it competes, and nothing is ever resolved to it.
  void see_unknown(int token);
  void see_pronoun(int token, Gender gender, int referent);

  // Who may be meant by a pronoun of this gender at `token`, mentioned in the sentences from `from` to `to` back;
  // the nearest first. Left out: whose gender differs, subjects of the pronoun's own clause where it is an object, the
  // speaker of the quotation it stands in.
  std::vector<Candidate> candidates(int token, Gender gender, int from, int to) const;
  // The person mentioned with this head, nullptr when there is none near the end.
  const Occurrence* occurrence_at(int head) const;
  bool fits(const Occurrence& occurrence, Gender gender) const;
  bool quoted(int token) const { return quotation_[static_cast<size_t>(token)] != 0; }

 private:
  int unnamed(const std::string& noun);
  bool may_be_person(const CastMention& mention) const;
  bool ruled_out(const Occurrence& occurrence, int token) const;
  bool speaks(const Occurrence& occurrence, int quotation) const;
  bool bound(const Occurrence& occurrence, int token) const;

  const CastDraft& draft_;
  const Tree& tree_;
  std::vector<int> quotation_;             // per token
  std::vector<TokenSpan> quotation_span_;  // per quotation
  std::vector<Occurrence> seen_;
  std::vector<std::string> unnamed_;
};

// Quotation marks paired per paragraph: for every token the number of the quotation it stands in, 0 outside of any.
std::vector<int> quotation_of_token(const Tree& tree);

// The verb that heads the clause around a token (never the token itself); -1 where there is none.
int clause_of(const Tree& tree, int token);
// The subject of a clause, looking through joined verbs ("Lee came and left"); -1 where there is none.
int subject_of(const Tree& tree, int verb);
// True for a verb or auxiliary that heads a clause.
bool heads_clause(const Tree& tree, int token);

}  // namespace sumario::read
